package flowgate.rules.bucket_policy_unmanaged_test

import data.flowgate.rules.bucket_policy_unmanaged as rule
import data.flowgate.testing as models

import future.keywords.not

test_bucket_policy_unmanaged[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

cases := {
	"a policy in the input is managed": {"model": models.storage({}), "says": []},
	"a bucket without a policy gets one from AWS": {
		"model": models.storage({"buckets": [models.bucket({"policies": []})]}),
		"says": ["fail no-policy: the bucket has no policy in the input, so AWS writes one when the flow log is made"],
	},
	"a bucket that no flow log writes to is nobody's business": {
		"model": models.storage({
			"flow_logs": [models.flow_log({})],
			"buckets": [models.bucket({"policies": [], "flow_logs": []})],
		}),
		"says": [],
	},
	"a bucket that a flow log of another type names is destination-mismatch's": {
		"model": models.storage({
			"flow_logs": [models.bucket_flow_log({"destination_type": models.absent})],
			"buckets": [models.bucket({"policies": []})],
		}),
		"says": [],
	},
	"a policy whose bucket is not known may be its policy": {
		"model": models.storage({
			"buckets": [models.bucket({"policies": []})],
			"sources": [models.source({"unplaced_bucket_parts": [{
				"source": 0, "address": "aws_s3_bucket_policy.any", "sets": "policy",
			}]})],
		}),
		"says": ["undecided policy-unplaced: whether the bucket has a policy cannot be told: aws_s3_bucket_policy.any may set it"],
	},
	"a bucket keeps its own policy, whatever another one is of": {
		"model": models.storage({"sources": [models.source({"unplaced_bucket_parts": [{
			"source": 0, "address": "aws_s3_bucket_policy.any", "sets": "policy",
		}]})]}),
		"says": [],
	},
	"a block whose bucket is not known is no policy": {
		"model": models.storage({
			"buckets": [models.bucket({"policies": []})],
			"sources": [models.source({"unplaced_bucket_parts": [{
				"source": 0, "address": "aws_s3_bucket_public_access_block.any", "sets": "public-access",
			}]})],
		}),
		"says": ["fail no-policy: the bucket has no policy in the input, so AWS writes one when the flow log is made"],
	},
	"a module that is told of the bucket may set it": {
		"model": models.storage({"buckets": [models.bucket({
			"policies": [],
			"told": [{"source": 0, "address": "module.hardening"}],
		})]}),
		"says": ["undecided policy-unplaced: whether the bucket has a policy cannot be told: module.hardening may set it"],
	},
	"a policy that may not be made is undecided": {
		"model": models.storage({"buckets": [models.bucket({"policies": [models.unsure(models.reading(0, 0, 0))]})]}),
		"says": ["undecided not-certain: whether the policy of the bucket is made is not known before apply"],
	},
}

test_the_policy_that_is_right_is_shown if {
	verdict := rule.verdict with input as models.storage({"buckets": [models.bucket({"policies": []})]})
	verdict.findings[0].corrected.Statement[0].Resource == [
		"arn:aws:s3:::records/AWSLogs/111122223333/*",
		"arn:aws:s3:::records/AWSLogs/aws-account-id=111122223333/*",
	]
	verdict.findings[0].related == [{"source": 0, "address": "aws_flow_log.this"}]
	verdict.judged == 1
}
