package flowgate.rules.bucket_public_test

import data.flowgate.rules.bucket_public as rule
import data.flowgate.testing as models

import future.keywords.not

test_bucket_public[note] if {
	some note, case in cases
	verdict := rule.verdict with input as models.storage({
		"buckets": [models.bucket(case.bucket)],
		"sources": [models.source(object.get(case, "source", {}))],
	})
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

without(flag, state) := {"public_access": [models.public_access({flag: state})]}

cases := {
	"all four flags keep everybody out": {"bucket": {}, "says": []},
	"no block lets anybody open the bucket": {
		"bucket": {"public_access": []},
		"says": ["fail no-block: the bucket has no public-access block, so an ACL or a policy may open it to everybody"],
	},
	"the account's block is none of the bucket's": {
		"bucket": {"public_access": [], "account_access": [{"source": 0, "address": "aws_s3_account_public_access_block.this"}]},
		"says": ["fail no-block: the bucket has no public-access block of its own: only the account's (aws_s3_account_public_access_block.this) keeps an ACL or a policy from opening it to everybody"],
	},
	"the account's block beside the bucket's takes nothing away": {
		"bucket": {"account_access": [{"source": 0, "address": "aws_s3_account_public_access_block.this"}]},
		"says": [],
	},
	"a flag that is off leaves a way": {
		"bucket": without("block_public_acls", models.known(false)),
		"says": ["fail not-fully-on: the public-access block of the bucket leaves block_public_acls off"],
	},
	"a flag that is absent is off": {
		"bucket": without("restrict_public_buckets", models.absent),
		"says": ["fail not-fully-on: the public-access block of the bucket leaves restrict_public_buckets off"],
	},
	"a flag that is not known is undecided": {
		"bucket": without("block_public_policy", models.unknown),
		"says": ["undecided unknown: whether the public-access block of the bucket is fully on cannot be told: block_public_policy is not known before apply"],
	},
	"a flag of a wrong type is undecided": {
		"bucket": without("ignore_public_acls", models.wrong_type),
		"says": ["undecided wrong-type: whether the public-access block of the bucket is fully on cannot be told: ignore_public_acls is not a boolean"],
	},
	"of what is not known and what is wrong, the first speaks": {
		"bucket": {"public_access": [models.public_access({
			"block_public_policy": models.unknown,
			"ignore_public_acls": models.wrong_type,
		})]},
		"says": ["undecided unknown: whether the public-access block of the bucket is fully on cannot be told: block_public_policy is not known before apply"],
	},
	"a block that may not be made is undecided": {
		"bucket": {"public_access": [models.public_access({"certain": false})]},
		"says": ["undecided not-certain: whether the public-access block that is fully on is the one of the bucket is not known before apply"],
	},
	"two blocks of which one is off are undecided": {
		"bucket": {"public_access": [
			models.public_access({}),
			models.public_access({"address": "aws_s3_bucket_public_access_block.other", "block_public_acls": models.known(false)}),
		]},
		"says": ["undecided not-certain: whether the public-access block that is fully on is the one of the bucket is not known before apply"],
	},
	"a bucket keeps its own block, whatever another one is of": {
		"bucket": {},
		"source": {"unplaced_bucket_parts": [{
			"source": 0, "address": "aws_s3_bucket_public_access_block.any", "sets": "public-access",
		}]},
		"says": [],
	},
	"a block whose bucket is not known may be its block": {
		"bucket": {"public_access": []},
		"source": {"unplaced_bucket_parts": [{
			"source": 0, "address": "aws_s3_bucket_public_access_block.any", "sets": "public-access",
		}]},
		"says": ["undecided block-unplaced: whether the bucket has a public-access block cannot be told: aws_s3_bucket_public_access_block.any may set it"],
	},
}

test_the_flags_that_are_off_are_named if {
	verdict := rule.verdict with input as models.storage({"buckets": [models.bucket({"public_access": [models.public_access({
		"block_public_acls": models.known(false), "ignore_public_acls": models.absent,
	})]})]})
	verdict.findings[0].fix == "set block_public_acls and ignore_public_acls to true"
	verdict.findings[0].related == [
		{"source": 0, "address": "aws_s3_bucket_public_access_block.this"},
		{"source": 0, "address": "aws_flow_log.this"},
	]
}
