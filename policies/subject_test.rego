package flowgate.subject_test

import data.flowgate.subject
import data.flowgate.testing as models

import future.keywords.not

test_only_what_flow_logs_use_is_judged if {
	model := models.model({
		"log_groups": [models.log_group({"flow_logs": []}), models.log_group({"address": "used"})],
		"roles": [models.role({"address": "used"}), models.role({"flow_logs": []})],
	})
	groups := subject.log_groups with input as model
	[group.address | some group in groups] == ["used"]
	roles := subject.roles with input as model
	[role.address | some role in roles] == ["used"]
}

test_only_buckets_that_records_may_reach_are_judged if {
	model := models.storage({
		"flow_logs": [
			models.bucket_flow_log({}),
			models.bucket_flow_log({"destination_type": models.absent}),
			models.bucket_flow_log({"destination_type": models.unknown, "destination_service": "unknown"}),
		],
		"buckets": [
			models.bucket({"address": "written", "flow_logs": [0, 1]}),
			models.bucket({"address": "contradicted", "flow_logs": [1]}),
			models.bucket({"address": "perhaps", "flow_logs": [2]}),
			models.bucket({"address": "unused", "flow_logs": []}),
		],
	})
	buckets := subject.buckets with input as model
	[bucket.address | some bucket in buckets] == ["written", "perhaps"]
	writers := subject.writers_to(model.buckets[0]) with input as model
	count(writers) == 1
}

test_only_keys_and_streams_that_are_used_are_judged if {
	model := models.storage({
		"keys": [models.key({"address": "used"}), models.key({"users": []})],
		"delivery_streams": [models.delivery_stream({"address": "used"}), models.delivery_stream({"flow_logs": []})],
	})
	keys := subject.keys with input as model
	[key.address | some key in keys] == ["used"]
	streams := subject.delivery_streams with input as model
	[stream.address | some stream in streams] == ["used"]
}

part(address, sets) := {"source": 0, "address": address, "sets": sets}

test_what_may_set_a_part_of_a_bucket_is_of_that_part_and_source if {
	model := models.storage({"sources": [
		models.source({"unplaced_bucket_parts": [part("policy", "policy"), part("lifecycle", "lifecycle")]}),
		models.source({"unplaced_bucket_parts": [part("elsewhere", "policy")]}),
	]})
	told := models.bucket({"told": [{"source": 0, "address": "module.m"}]})
	unplaced := subject.unplaced_parts(told, "policy") with input as model
	[each.address | some each in unplaced] == ["policy"]
	unseen := subject.unseen_parts(told, "lifecycle") with input as model
	[each.address | some each in unseen] == ["lifecycle", "module.m"]
}

# What a role serves: streams of other accounts, and groups or what may be groups.
served := {
	"a log group": {"flow_logs": [{}], "is": [false, true]},
	"a stream of another account": {"flow_logs": [models.across_accounts], "is": [true, false]},
	"both": {"flow_logs": [{}, models.across_accounts], "is": [true, true]},
	"nobody knows": {
		"flow_logs": [{"destination_type": models.unknown, "destination_service": "unknown", "destination_home": "none"}],
		"is": [false, true],
	},
}

test_what_a_role_serves[note] if {
	some note, case in served
	model := models.model({"flow_logs": [models.flow_log(each) | some each in case.flow_logs]})
	role := models.role({"flow_logs": [at | some at, _ in case.flow_logs]})
	streams := count([true | subject.serves_streams(role) with input as model]) > 0
	groups := count([true | subject.serves_groups(role) with input as model]) > 0
	[streams, groups] == case.is
}

# Whether a flow log of this destination type writes to CloudWatch Logs.
destinations := {
	"CloudWatch Logs is where records go when nothing is said": {"type": models.absent, "is": "yes"},
	"it may be said": {"type": models.known("cloud-watch-logs"), "is": "yes"},
	"S3 is elsewhere": {"type": models.known("s3"), "is": "no"},
	"Firehose is elsewhere": {"type": models.known("kinesis-data-firehose"), "is": "no"},
	"an empty text is no destination": {"type": models.known(""), "is": "no"},
	"AWS takes the case of letters to matter": {"type": models.known("Cloud-Watch-Logs"), "is": "no"},
	"what is not known may be any": {"type": models.unknown, "is": "unknown"},
	"what is no text may be any": {"type": models.wrong_type, "is": "unknown"},
}

test_to_cloudwatch[note] if {
	some note, case in destinations
	subject.to_cloudwatch(models.flow_log({"destination_type": case.type})) == case.is
}

test_only_what_is_known_to_write_to_cloudwatch_logs_is_among_its_flow_logs if {
	flow_logs := [models.flow_log({"address": note, "destination_type": case.type}) | some note, case in destinations]
	found := subject.cloudwatch_flow_logs with input as models.model({"flow_logs": flow_logs})
	{flow_log.address | some flow_log in found} == {
		"CloudWatch Logs is where records go when nothing is said",
		"it may be said",
	}
}

test_a_resource_is_named_by_source_and_address_alone if {
	subject.ref(models.role({"source": 2})) == {"source": 2, "address": "aws_iam_role.this"}
}

test_flow_logs_of_a_resource_stand_in_their_order if {
	model := models.model({"flow_logs": [
		models.flow_log({"address": "first"}),
		models.flow_log({"address": "second"}),
		models.flow_log({"address": "third", "source": 1}),
	]})
	refs := subject.flow_logs_of({"flow_logs": [2, 0]}) with input as model
	refs == [{"source": 1, "address": "third"}, {"source": 0, "address": "first"}]
	none := subject.flow_logs_of({"flow_logs": []}) with input as model
	none == []
}

# Which parties of a flow log the input holds.
parties := {
	"role and log group": {"flow_log": {}, "are": ["aws_iam_role.this", "aws_cloudwatch_log_group.this"]},
	"a role elsewhere": {"flow_log": {"role": models.external}, "are": ["aws_cloudwatch_log_group.this"]},
	"a log group elsewhere": {"flow_log": {"log_group": models.external}, "are": ["aws_iam_role.this"]},
	"neither can be told": {"flow_log": {"role": models.unresolved, "log_group": models.unresolved}, "are": []},
	"neither is given": {"flow_log": {"role": models.none, "log_group": models.none}, "are": []},
}

test_parties[note] if {
	some note, case in parties
	found := subject.parties_of(models.flow_log(case.flow_log)) with input as models.model({})
	[party.address | some party in found] == case.are
}

test_nothing_is_judged_of_what_is_no_model if {
	[subject.log_groups, subject.roles, subject.cloudwatch_flow_logs] == [[], [], []] with input as {}
}

# Where a flow log writes: CloudWatch Logs, S3, Firehose, and Firehose of another account.
ways := {
	"a log group": {"flow_log": {}, "is": ["yes", "no", "no", "no"]},
	"a bucket": {"flow_log": models.to_bucket, "is": ["no", "yes", "no", "no"]},
	"a bucket without its type": {"flow_log": models.but(models.to_bucket, {"destination_type": models.absent}), "is": ["no", "no", "no", "no"]},
	"a bucket of a type that is not known": {"flow_log": models.but(models.to_bucket, {"destination_type": models.unknown}), "is": ["no", "yes", "no", "no"]},
	"S3 without a bucket": {"flow_log": models.but(models.to_bucket, {"destination_service": "none"}), "is": ["no", "no", "no", "no"]},
	"S3 with one that is not known": {"flow_log": models.but(models.to_bucket, {"destination_service": "unknown"}), "is": ["no", "yes", "no", "no"]},
	"nobody knows where": {
		"flow_log": {"destination_type": models.unknown, "destination_service": "unknown", "destination_home": "none"},
		"is": ["unknown", "unknown", "unknown", "unknown"],
	},
	"something that no flow log writes to": {"flow_log": {"destination_service": "other"}, "is": ["no", "no", "no", "no"]},
	"a stream without a role": {"flow_log": models.to_stream, "is": ["no", "no", "yes", "no"]},
	"a stream of the own account with roles": {"flow_log": models.but(models.across_accounts, {"destination_home": "own"}), "is": ["no", "no", "yes", "no"]},
	"a stream of the own account in another region": {"flow_log": models.but(models.across_accounts, {"destination_home": "other-region"}), "is": ["no", "no", "yes", "no"]},
	"a stream of nobody knows whose account, with the role there": {
		"flow_log": models.but(models.across_accounts, {"role": models.none, "destination_home": "unknown"}),
		"is": ["no", "no", "yes", "yes"],
	},
	"a stream without its type": {"flow_log": models.but(models.to_stream, {"destination_type": models.absent}), "is": ["no", "no", "no", "no"]},
	"a stream of another account": {"flow_log": models.across_accounts, "is": ["no", "no", "yes", "yes"]},
	"a stream of another account without roles": {
		"flow_log": models.but(models.across_accounts, {"role": models.none, "cross_account_role": models.none}),
		"is": ["no", "no", "yes", "yes"],
	},
}

test_where_a_flow_log_writes[note] if {
	some note, case in ways
	flow_log := models.flow_log(case.flow_log)
	[
		subject.to_cloudwatch(flow_log), subject.to_bucket(flow_log),
		subject.to_stream(flow_log), subject.across_accounts(flow_log),
	] == case.is
}

test_what_a_flow_log_writes_to_is_named if {
	model := models.model({
		"buckets": [{"source": 1, "address": "aws_s3_bucket.this"}],
		"delivery_streams": [models.delivery_stream({}), models.delivery_stream({"address": "unused", "flow_logs": []})],
	})
	destinations := [found |
		some changes in [{}, models.to_bucket, models.to_stream, {"log_group": models.external}]
		found := subject.destinations_of(models.flow_log(changes)) with input as model
	]
	destinations == [
		[{"source": 0, "address": "aws_cloudwatch_log_group.this"}],
		[{"source": 1, "address": "aws_s3_bucket.this"}],
		[{"source": 0, "address": "aws_kinesis_firehose_delivery_stream.this"}],
		[],
	]
	streams := subject.delivery_streams with input as model
	count(streams) == 1
}
