package flowgate.rules.bucket_lifecycle_missing_test

import data.flowgate.rules.bucket_lifecycle_missing as rule
import data.flowgate.testing as models

import future.keywords.not

test_bucket_lifecycle_missing[note] if {
	some note, case in cases
	verdict := rule.verdict with input as models.storage({
		"buckets": [models.bucket(case.bucket)],
		"sources": [models.source(object.get(case, "source", {}))],
	})
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

rules(changes) := {"lifecycle": [models.lifecycle(each) | some each in changes]}

never := "fail never-expires: records below AWSLogs/111122223333 never expire: no rule that is enabled reaches them and deletes by age"

kept := "fail versions-kept: former versions of records never expire: the bucket is versioned, and no rule that is enabled deletes them"

perhaps_kept := $"undecided not-certain: {doubt}: whether the bucket is versioned, or a rule deletes former versions, is not known before apply"

three := "aws_s3_bucket_lifecycle_configuration.a, aws_s3_bucket_lifecycle_configuration.b and aws_s3_bucket_lifecycle_configuration.c"

versioned(changes) := object.union(rules(changes), {"versioned": "yes"})

doubt := "whether records in the bucket expire in time cannot be told"

cases := {
	"a rule that reaches every record expires them": {"bucket": {}, "says": []},
	"without a lifecycle records are kept for ever": {
		"bucket": {"lifecycle": []},
		"says": ["fail no-lifecycle: records in the bucket never expire: nothing in the input sets its lifecycle"],
	},
	"a rule that is disabled expires nothing": {"bucket": rules([{"enabled": models.known(false)}]), "says": [never]},
	"a rule without days expires nothing": {"bucket": rules([{"days": models.absent}]), "says": [never]},
	"a rule for other keys expires nothing": {"bucket": rules([{"reaches": ["none"]}]), "says": [never]},
	"a rule for some of the records leaves the others": {"bucket": rules([{"reaches": ["some"]}]), "says": [never]},
	"records below another prefix have to expire, too": {
		"bucket": object.union(rules([{"reaches": ["every", "none"]}]), {"deliveries": ["a/AWSLogs/1", "b/AWSLogs/1"]}),
		"says": ["fail never-expires: records below b/AWSLogs/1 never expire: no rule that is enabled reaches them and deletes by age"],
	},
	"a rule for each prefix expires all": {
		"bucket": object.union(
			rules([{"reaches": ["every", "none"]}, {"reaches": ["none", "every"]}]),
			{"deliveries": ["a/AWSLogs/1", "b/AWSLogs/1"]},
		),
		"says": [],
	},
	"a rule that deletes too soon": {
		"bucket": rules([{"days": models.known(7)}, {}]),
		"says": ["fail too-short: a lifecycle rule deletes records after 7 days, where at least 30 are required"],
	},
	"a rule that deletes some too soon": {
		"bucket": rules([{"days": models.known(7), "reaches": ["some"]}, {}]),
		"says": ["fail too-short: a lifecycle rule deletes records after 7 days, where at least 30 are required"],
	},
	"a rule that deletes other keys too soon is nobody's business": {
		"bucket": rules([{"days": models.known(7), "reaches": ["none"]}, {}]),
		"says": [],
	},
	"a rule that deletes them when it may": {"bucket": rules([{"days": models.known(30)}]), "says": []},
	"a rule that deletes some when it may": {"bucket": rules([{"days": models.known(30), "reaches": ["unknown"]}, {}]), "says": []},
	"a disabled rule deletes nothing too soon": {
		"bucket": rules([{"days": models.known(7), "enabled": models.known(false)}, {}]),
		"says": [],
	},
	"a disabled rule of which it is not known what it reaches deletes nothing": {
		"bucket": rules([{"days": models.known(7), "enabled": models.known(false), "reaches": ["unknown"]}, {}]),
		"says": [],
	},
	"a rule that may not be made, and would delete too soon": {
		"bucket": rules([{"days": models.known(7), "certain": false}, {}]),
		"says": [$"undecided not-certain: {doubt}: whether its rules are made, or which records they reach, is not known before apply"],
	},
	"a disabled rule for a certain day deletes nothing": {
		"bucket": rules([{"days": models.absent, "dated": true, "enabled": models.known(false)}, {}]),
		"says": [],
	},
	"a rule for a certain day and other keys deletes no records": {
		"bucket": rules([{"days": models.absent, "dated": true, "reaches": ["none"]}, {}]),
		"says": [],
	},
	"days for other keys may be anything": {
		"bucket": rules([{"days": models.unknown, "reaches": ["none"]}, {}]),
		"says": [],
	},
	"where all records expire, another lifecycle does not matter": {
		"bucket": {},
		"source": {"unplaced_bucket_parts": [{
			"source": 0, "address": "aws_s3_bucket_lifecycle_configuration.any", "sets": "lifecycle",
		}]},
		"says": [],
	},
	"days that are not known are undecided": {
		"bucket": rules([{"days": models.unknown}]),
		"says": [$"undecided unknown: {doubt}: a part of its rules is not known before apply"],
	},
	"days of a wrong type are undecided": {
		"bucket": rules([{"days": models.wrong_type}]),
		"says": [$"undecided wrong-type: {doubt}: a part of its rules is of a wrong type"],
	},
	"a switch that is not known is undecided": {
		"bucket": rules([{"enabled": models.unknown}]),
		"says": [$"undecided unknown: {doubt}: a part of its rules is not known before apply"],
	},
	"a rule for a certain day is undecided": {
		"bucket": rules([{"days": models.absent, "dated": true}]),
		"says": [$"undecided on-a-day: {doubt}: a rule deletes what is there on a certain day"],
	},
	"a rule of which it is not known what it reaches is undecided": {
		"bucket": rules([{"reaches": ["unknown"]}]),
		"says": [$"undecided not-certain: {doubt}: whether its rules are made, or which records they reach, is not known before apply"],
	},
	"a rule that may delete too soon is undecided": {
		"bucket": rules([{"days": models.known(7), "reaches": ["unknown"]}, {}]),
		"says": [$"undecided not-certain: {doubt}: whether its rules are made, or which records they reach, is not known before apply"],
	},
	"a lifecycle that may not be made is undecided": {
		"bucket": rules([{"certain": false}]),
		"says": [$"undecided not-certain: {doubt}: whether its rules are made, or which records they reach, is not known before apply"],
	},
	"a disabled rule does not make up for a lifecycle that is not known": {
		"bucket": rules([{"enabled": models.known(false)}]),
		"source": {"unplaced_bucket_parts": [{
			"source": 0, "address": "aws_s3_bucket_lifecycle_configuration.any", "sets": "lifecycle",
		}]},
		"says": [$"undecided lifecycle-unplaced: {doubt}: aws_s3_bucket_lifecycle_configuration.any may set it"],
	},
	"nor does a rule without days": {
		"bucket": rules([{"days": models.absent}]),
		"source": {"unplaced_bucket_parts": [{
			"source": 0, "address": "aws_s3_bucket_lifecycle_configuration.any", "sets": "lifecycle",
		}]},
		"says": [$"undecided lifecycle-unplaced: {doubt}: aws_s3_bucket_lifecycle_configuration.any may set it"],
	},
	"a versioned bucket keeps what is deleted": {"bucket": versioned([{}]), "says": [kept]},
	"a rule that is disabled deletes no former version": {
		"bucket": versioned([{}, {"former_days": models.known(30), "enabled": models.known(false)}]),
		"says": [kept],
	},
	"a rule for other keys deletes no former version": {
		"bucket": versioned([{}, {"former_days": models.known(30), "reaches": ["none"]}]),
		"says": [kept],
	},
	"a rule for some of the records leaves former versions of the others": {
		"bucket": versioned([{}, {"former_days": models.known(30), "reaches": ["some"]}]),
		"says": [kept],
	},
	"former versions below another prefix have to be deleted, too": {
		"bucket": object.union(
			versioned([{"reaches": ["every", "every"]}, {"former_days": models.known(30), "reaches": ["every", "none"]}]),
			{"deliveries": ["a/AWSLogs/1", "b/AWSLogs/1"]},
		),
		"says": [kept],
	},
	"a rule deletes former versions": {"bucket": versioned([{"former_days": models.known(30)}]), "says": []},
	"another rule deletes former versions": {
		"bucket": versioned([{}, {"days": models.absent, "former_days": models.known(30)}]),
		"says": [],
	},
	"days of former versions that are not known are undecided": {
		"bucket": versioned([{"former_days": models.unknown}]),
		"says": [perhaps_kept],
	},
	"a rule that may delete former versions is undecided": {
		"bucket": versioned([{}, {"former_days": models.known(30), "reaches": ["unknown"], "days": models.absent}]),
		"says": [perhaps_kept],
	},
	"a rule for former versions that may not be made is undecided": {
		"bucket": versioned([{}, {"former_days": models.known(30), "certain": false, "days": models.absent}]),
		"says": [perhaps_kept],
	},
	"a disabled rule does not make up for one that may delete former versions": {
		"bucket": versioned([
			{"former_days": models.known(30), "enabled": models.known(false)},
			{"former_days": models.known(30), "reaches": ["unknown"], "days": models.absent},
			{},
		]),
		"says": [perhaps_kept],
	},
	"a bucket that may be versioned is undecided": {"bucket": {"versioned": "unknown"}, "says": [perhaps_kept]},
	"a bucket that may be versioned, whose former versions are deleted": {
		"bucket": object.union(rules([{"former_days": models.known(30)}]), {"versioned": "unknown"}),
		"says": [],
	},
	"versioning of a bucket that is not known may be its versioning": {
		"bucket": {},
		"source": {"unplaced_bucket_parts": [{"source": 0, "address": "aws_s3_bucket_versioning.any", "sets": "versioning"}]},
		"says": [perhaps_kept],
	},
	"of several lifecycles AWS keeps one": {
		"bucket": rules([{}, {"address": "aws_s3_bucket_lifecycle_configuration.other", "reaches": ["none"]}]),
		"says": [$"undecided several-lifecycles: {doubt}: it has the lifecycles aws_s3_bucket_lifecycle_configuration.other and aws_s3_bucket_lifecycle_configuration.this, of which AWS keeps the one that is written last"],
	},
	"of three lifecycles AWS keeps one": {
		"bucket": rules([
			{"address": "aws_s3_bucket_lifecycle_configuration.a"},
			{"address": "aws_s3_bucket_lifecycle_configuration.b"},
			{"address": "aws_s3_bucket_lifecycle_configuration.c", "reaches": ["none"]},
		]),
		"says": [$"undecided several-lifecycles: {doubt}: it has the lifecycles {three}, of which AWS keeps the one that is written last"],
	},
	"several lifecycles that each expire the records": {
		"bucket": rules([{}, {"address": "aws_s3_bucket_lifecycle_configuration.other"}]),
		"says": [],
	},
	"a second lifecycle that may be another bucket's": {
		"bucket": rules([{}, {"address": "aws_s3_bucket_lifecycle_configuration.other", "reaches": ["none"], "certain": false}]),
		"says": [],
	},
	"a lifecycle whose bucket is not known may be its lifecycle": {
		"bucket": {"lifecycle": []},
		"source": {"unplaced_bucket_parts": [{
			"source": 0, "address": "aws_s3_bucket_lifecycle_configuration.any", "sets": "lifecycle",
		}]},
		"says": [$"undecided lifecycle-unplaced: {doubt}: aws_s3_bucket_lifecycle_configuration.any may set it"],
	},
}

test_settings_ask_for_more_days if {
	verdict := rule.verdict with input as models.storage({})
		with data.flowgate_settings as {"retention": {"minimumDays": 400}}
	models.says(verdict) == ["fail too-short: a lifecycle rule deletes records after 365 days, where at least 400 are required"]
	verdict.findings[0].fix == "set the days of the expiration to 400 or more"
	verdict.findings[0].related == [
		{"source": 0, "address": "aws_s3_bucket_lifecycle_configuration.this"},
		{"source": 0, "address": "aws_flow_log.this"},
	]
}
