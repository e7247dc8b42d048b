package flowgate.rules.bucket_policy_denies_delivery_test

import data.flowgate.rules.bucket_policy_denies_delivery as rule
import data.flowgate.testing as models

import future.keywords.not

test_bucket_policy_denies_delivery[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

objects := models.covering([models.every_object])

itself := models.covering([models.bucket_itself])

# A policy with another statement for the records.
putting(changes, covered) := models.storage_with([models.putting(changes), models.acl_reading({})], [covered, itself])

flow_logs(changes) := models.storage({"flow_logs": [models.bucket_flow_log(changes)], "buckets": [models.bucket({})]})

# Two flow logs to the bucket, of which the policy lets in the first.
two(changes) := models.storage({
	"flow_logs": [models.bucket_flow_log({}), models.bucket_flow_log(changes)],
	"buckets": [models.bucket({"flow_logs": [0, 1]})],
})

allows := "aws_s3_bucket_policy.this allows s3:PutObject"

doubt := "whether the policy of the bucket lets records in cannot be told"

cases := {
	"what AWS documents lets records in": {"model": models.storage({}), "says": []},
	"everybody on everything lets records in": {
		"model": putting({"principals": [models.everybody], "conditions": []}, models.covering([{"itself": "yes", "objects": "every"}])),
		"says": [],
	},
	"all but other principals lets records in": {
		"model": putting({"principals": [], "not_principals": [models.account_root]}, objects),
		"says": [],
	},
	"all but other objects lets records in": {
		"model": putting({}, {"resources": [], "not_resources": [models.nothing]}),
		"says": [],
	},
	"another bucket is of no use": {
		"model": putting({"resources": ["arn:aws:s3:::other/*"]}, models.covering([models.nothing])),
		"says": [$`fail other-resource: {allows} on "arn:aws:s3:::other/*", which does not cover the records below arn:aws:s3:::records/AWSLogs/111122223333/`],
	},
	"some of the records are not all": {
		"model": putting({"resources": ["arn:aws:s3:::records/AWSLogs/111122223333/a*"]}, models.covering([models.some_objects])),
		"says": [$`fail other-resource: {allows} on "arn:aws:s3:::records/AWSLogs/111122223333/a*", which does not cover the records below arn:aws:s3:::records/AWSLogs/111122223333/`],
	},
	"all but some of the records are not all": {
		"model": putting(
			{"resources": [], "not_resources": ["arn:aws:s3:::records/AWSLogs/111122223333/a*"]},
			{"resources": [], "not_resources": [models.some_objects]},
		),
		"says": [$`fail other-resource: {allows} on "arn:aws:s3:::records/AWSLogs/111122223333/a*", which does not cover the records below arn:aws:s3:::records/AWSLogs/111122223333/`],
	},
	"the ACL of another bucket is of no use": {
		"model": models.storage_with(
			[models.putting({}), models.acl_reading({"resources": ["arn:aws:s3:::other"]})],
			[objects, models.covering([models.nothing])],
		),
		"says": [`fail other-resource: aws_s3_bucket_policy.this allows s3:GetBucketAcl on "arn:aws:s3:::other", which does not cover the bucket arn:aws:s3:::records`],
	},
	"another service is of no use": {
		"model": models.storage_with(
			[models.putting({"principals": [models.other_service]}), models.acl_reading({"principals": [models.account_root]})],
			[objects, itself],
		),
		"says": [`fail other-principal: aws_s3_bucket_policy.this lets in "arn:aws:iam::111122223333:root" and "ec2.amazonaws.com" and not delivery.logs.amazonaws.com, so no record arrives`],
	},
	"a policy that only denies lets nobody in": {
		"model": models.storage_with([models.denying_plain], [models.covering([models.bucket_itself])]),
		"says": ["fail other-principal: aws_s3_bucket_policy.this lets in nobody and not delivery.logs.amazonaws.com, so no record arrives"],
	},
	"to read the ACL is needed, too": {
		"model": models.storage_with([models.putting({})], [objects]),
		"says": ["fail missing-action: aws_s3_bucket_policy.this names delivery.logs.amazonaws.com and does not allow it s3:GetBucketAcl"],
	},
	"a condition of another account is never met": {
		"model": putting({"conditions": [models.other_account]}, objects),
		"says": [$`fail condition-never-holds: {allows} under the condition "StringEquals aws:SourceAccount", which the delivery service does not meet`],
	},
	"a Deny wins": {
		"model": models.storage_with(
			[models.putting({}), models.acl_reading({}), models.putting({"effect": "Deny", "principals": [models.everybody]})],
			[objects, itself, models.covering([models.some_objects])],
		),
		"says": ["fail explicit-deny: aws_s3_bucket_policy.this denies delivery.logs.amazonaws.com s3:PutObject, so no record arrives"],
	},
	"a Deny that excepts the service does not concern it": {
		"model": models.storage_with(
			[
				models.putting({}), models.acl_reading({}),
				models.putting({"effect": "Deny", "principals": [], "not_principals": [models.delivery_service], "conditions": []}),
			],
			[objects, itself, objects],
		),
		"says": [],
	},
	"a Deny that excepts others concerns it": {
		"model": models.storage_with(
			[
				models.putting({}), models.acl_reading({}),
				models.putting({"effect": "Deny", "principals": [], "not_principals": [models.account_root], "conditions": []}),
			],
			[objects, itself, objects],
		),
		"says": ["fail explicit-deny: aws_s3_bucket_policy.this denies delivery.logs.amazonaws.com s3:PutObject, so no record arrives"],
	},
	"a condition that is not known is undecided": {
		"model": putting({"conditions": [models.some_condition]}, objects),
		"says": [$"undecided not-certain: {doubt}: whether the service meets the condition StringEquals aws:userid is not known"],
	},
	"a principal that is not known is undecided": {
		"model": putting({"principals": [models.unknown_service]}, objects),
		"says": [$"undecided not-certain: {doubt}: what aws_s3_bucket_policy.this names is not known before apply"],
	},
	"an action that is not known is undecided": {
		"model": putting({"covers": [], "unknown": ["action"]}, objects),
		"says": [$"undecided not-certain: {doubt}: what aws_s3_bucket_policy.this names is not known before apply"],
	},
	"a resource that is not known is undecided": {
		"model": putting({}, models.covering([models.unclear_reach])),
		"says": [$"undecided not-certain: {doubt}: what aws_s3_bucket_policy.this names is not known before apply"],
	},
	"more resources that are not known are undecided": {
		"model": putting({"unknown": ["resource"]}, models.covering([])),
		"says": [$"undecided not-certain: {doubt}: what aws_s3_bucket_policy.this names is not known before apply"],
	},
	"a policy that may not be made is undecided": {
		"model": flow_logs({"bucket_policies": [models.unsure(models.reading(0, 1, 1))]}),
		"says": [$"undecided not-certain: {doubt}: whether aws_s3_bucket_policy.this is the policy of this one is not known before apply"],
	},
	"a policy that cannot be read is undecided": {
		"model": object.union(
			flow_logs({"bucket_policies": [models.reading(0, -1, -1)]}),
			{"resource_policies": [models.bucket_policy({"state": "opaque", "detail": "it is made by jsonencode"})]},
		),
		"says": [$"undecided policy-unread: {doubt}: aws_s3_bucket_policy.this cannot be read: it is made by jsonencode"],
	},
	"a policy that is null cannot be read": {
		"model": object.union(
			flow_logs({"bucket_policies": [models.reading(0, -1, -1)]}),
			{"resource_policies": [models.bucket_policy({"state": "absent"})]},
		),
		"says": [$"undecided policy-unread: {doubt}: aws_s3_bucket_policy.this cannot be read"],
	},
	"two policies of which one lets records in are undecided": {
		"model": flow_logs({"bucket_policies": [models.reading(0, 1, 1), models.reading(1, 0, 0)]}),
		"says": [$"undecided several-policies: {doubt}: aws_s3_bucket_policy.this and aws_kms_key.this say different things of it, and S3 keeps one of them"],
	},
	"a policy whose bucket is not known may take its place": {
		"model": models.storage({"sources": [models.source({"unplaced_bucket_parts": [{
			"source": 0, "address": "aws_s3_bucket_policy.any", "sets": "policy",
		}]})]}),
		"says": [$"undecided policy-unplaced: {doubt}: aws_s3_bucket_policy.any may be its policy instead, as the bucket it names is not known"],
	},
	"a policy that lets nobody in, and may not be made": {
		"model": flow_logs({"bucket_policies": [models.unsure(models.reading(0, 0, 0))]}),
		"says": [$"undecided not-certain: {doubt}: whether aws_s3_bucket_policy.this is the policy of this one is not known before apply"],
	},
	"a policy that is sure for one flow log alone": {
		"model": two({"bucket_policies": [models.unsure(models.reading(0, 1, 1))]}),
		"says": [$"undecided not-certain: {doubt}: whether aws_s3_bucket_policy.this is the policy of this one is not known before apply"],
	},
	"without any policy bucket-policy-unmanaged speaks, whatever may set one": {
		"model": object.union(
			flow_logs({"bucket_policies": []}),
			{
				"buckets": [models.bucket({"policies": []})],
				"sources": [models.source({"unplaced_bucket_parts": [{
					"source": 0, "address": "aws_s3_bucket_policy.any", "sets": "policy",
				}]})],
			},
		),
		"says": [],
	},
	"without any policy bucket-policy-unmanaged speaks": {
		"model": object.union(
			flow_logs({"bucket_policies": []}),
			{"buckets": [models.bucket({"policies": []})]},
		),
		"says": [],
	},
	"a bucket that the input does not hold is undecided": {
		"model": models.storage({
			"flow_logs": [models.bucket_flow_log({"bucket": models.external, "bucket_policies": []})],
			"buckets": [],
		}),
		"says": ["undecided bucket-not-in-input: whether the bucket lets records in cannot be seen, because the input does not hold the bucket (arn:elsewhere)"],
	},
	"a bucket that is not known is undecided": {
		"model": models.storage({
			"flow_logs": [models.bucket_flow_log({"bucket": models.unresolved, "bucket_policies": []})],
			"buckets": [],
		}),
		"says": ["undecided bucket-unknown: which bucket the flow log writes to is not known (${var.x}), so neither is whether its policy lets records in"],
	},
	"a flow log to CloudWatch Logs is nobody's business": {"model": models.model({}), "says": []},
}

test_a_finding_names_the_policy_first_and_shows_what_is_right if {
	verdict := rule.verdict with input as putting({"resources": ["arn:aws:s3:::other/*"]}, models.covering([models.nothing]))
	finding := verdict.findings[0]
	finding.related == [
		{"source": 0, "address": "aws_s3_bucket_policy.this"},
		{"source": 0, "address": "aws_flow_log.this"},
	]
	finding.evidence == {"text": "arn:aws:s3:::other/*", "start": 0, "end": 20}
	finding.fix == "let delivery.logs.amazonaws.com put objects below arn:aws:s3:::records/AWSLogs/111122223333/ and read the ACL of the bucket in aws_s3_bucket_policy.this"
	count(finding.corrected.Statement) == 3
	verdict.judged == 1
}

test_each_flow_log_has_its_own_reading_of_the_policy[note] if {
	some note, case in {
		"another policy": {"reading": models.reading(1, 1, 1), "causes": []},
		"what the policy covers differs with the prefix": {"reading": models.reading(0, 1, 0), "causes": ["other-resource"]},
		"what the policy says differs with the account": {"reading": models.reading(0, 0, 1), "causes": ["other-principal"]},
	}
	verdict := rule.verdict with input as two({"bucket_policies": [case.reading]})
	[finding.cause | some finding in verdict.findings] == case.causes
}

test_a_flow_log_passes_where_its_policy_lets_it_in if {
	model := models.storage({})
	rule.outcome(model.flow_logs[0]) == "passes" with input as model
}

test_a_deny_is_to_be_removed if {
	verdict := rule.verdict with input as models.storage_with(
		[models.putting({}), models.acl_reading({}), models.putting({"effect": "Deny", "principals": [models.everybody]})],
		[objects, itself, objects],
	)
	verdict.findings[0].fix == "except delivery.logs.amazonaws.com from the Deny in aws_s3_bucket_policy.this"
	verdict.findings[0].evidence.text == "StringEquals aws:SourceAccount"
}

test_an_unconditioned_deny_has_no_evidence if {
	verdict := rule.verdict with input as models.storage_with(
		[models.putting({}), models.acl_reading({}), models.putting({"effect": "Deny", "principals": [models.everybody], "conditions": []})],
		[objects, itself, objects],
	)
	not verdict.findings[0].evidence
}

test_a_statement_for_nobody_is_refused_with_all_that_stands_beside_it if {
	verdict := rule.verdict with input as models.storage_with([models.putting({}), models.acl_reading({}), models.putting({"principals": []})], [objects, itself, objects])
	models.says(verdict) == ["fail empty-principal: a statement of aws_s3_bucket_policy.this names no principal, or an empty one, which AWS refuses: the policy is never in force"]
	verdict.findings[0].fix == "name a principal in every statement of aws_s3_bucket_policy.this, or take the statement out"
}
