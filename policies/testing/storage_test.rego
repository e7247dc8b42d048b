# Buckets and keys for tests: a flow log to a bucket whose policy, block, lifecycle and key are right in every respect,
# and ways to depart from it. Not shipped: the name ends in _test.
package flowgate.testing

bucket_arn := "arn:aws:s3:::records"

# METADATA
# description: a model of a flow log to a bucket in which no rule finds anything, with some of its arrays replaced
storage(changes) := but(
	model({
		"flow_logs": [bucket_flow_log({})],
		"log_groups": [],
		"roles": [],
		"policies": [],
		"buckets": [bucket({})],
		"resource_policies": [bucket_policy({}), key_policy({})],
		"documents": [
			{"statements": [bare(denying_plain)]},
			{"statements": [bare(putting({})), bare(acl_reading({}))]},
			{"statements": [bare(using_key({}))]},
		],
		"target_coverages": [
			{"statements": [{"resources": [bucket_itself, every_object], "not_resources": []}]},
			{"statements": [
				{"resources": [every_object], "not_resources": []},
				{"resources": [bucket_itself], "not_resources": []},
			]},
			{"statements": [{"resources": [bucket_itself], "not_resources": []}]},
		],
	}),
	changes,
)

# METADATA
# description: the same with these statements in the bucket's policy, as they read for delivery, and what they cover
storage_with(statements, covered) := storage({
	"documents": [
		{"statements": [bare(denying_plain)]},
		{"statements": [bare(each) | some each in statements]},
		{"statements": [bare(using_key({}))]},
	],
	"target_coverages": [
		{"statements": [{"resources": [bucket_itself, every_object], "not_resources": []}]},
		{"statements": covered},
		{"statements": [{"resources": [bucket_itself], "not_resources": []}]},
	],
	"resource_policies": [
		bucket_policy({"resources": [{"resources": each.resources, "not_resources": each.not_resources} |
			some each in statements
		]}),
		key_policy({}),
	],
})

bare(statement_before) := object.remove(statement_before, ["resources", "not_resources"])

covering(reaches) := {"resources": reaches, "not_resources": []}

bucket_itself := {"itself": "yes", "objects": "none"}

every_object := {"itself": "no", "objects": "every"}

some_objects := {"itself": "no", "objects": "some"}

nothing := {"itself": "no", "objects": "none"}

unclear_reach := {"itself": "unknown", "objects": "unknown"}

bucket_flow_log(changes) := flow_log(but(to_bucket, but(
	{"bucket_keys": "AWSLogs/111122223333", "bucket_policies": [reading(0, 1, 1)]},
	changes,
)))

reading(policy_at, document, coverage) := {
	"policy": policy_at, "certain": true, "document": document, "coverage": coverage,
}

unsure(reading_before) := but(reading_before, {"certain": false})

bucket(changes) := but(
	{
		"source": 0,
		"address": "aws_s3_bucket.this",
		"exists": "yes",
		"name": known("records"),
		"arn": bucket_arn,
		"own": own,
		"flow_logs": [0],
		"deliveries": ["AWSLogs/111122223333"],
		"policies": [reading(0, 0, 0)],
		"public_access": [public_access({})],
		"lifecycle": [lifecycle({})],
		"versioned": "no",
		"encryption": [],
		"told": [],
		"account_access": [],
	},
	changes,
)

public_access(changes) := but(
	{
		"source": 0,
		"address": "aws_s3_bucket_public_access_block.this",
		"certain": true,
		"block_public_acls": known(true),
		"block_public_policy": known(true),
		"ignore_public_acls": known(true),
		"restrict_public_buckets": known(true),
	},
	changes,
)

lifecycle(changes) := but(
	{
		"source": 0,
		"address": "aws_s3_bucket_lifecycle_configuration.this",
		"certain": true,
		"enabled": known(true),
		"days": known(365),
		"former_days": absent,
		"dated": false,
		"reaches": ["every"],
	},
	changes,
)

encryption(changes) := but(
	{
		"source": 0,
		"address": "aws_s3_bucket_server_side_encryption_configuration.this",
		"certain": true,
		"algorithm": known("aws:kms"),
		"key": resolved,
		"form": "arn",
	},
	changes,
)

key(changes) := but(
	{
		"source": 0,
		"address": "aws_kms_key.this",
		"exists": "yes",
		"arn": "${aws_kms_key.this.arn}",
		"own": own,
		"fitness": "fit",
		"users": [key_user({})],
		"told": [],
	},
	changes,
)

key_user(changes) := but(
	{
		"log_group": -1, "bucket": 0, "service": "delivery.logs.amazonaws.com", "same_region": "yes",
		"policies": [reading(1, 2, 2)],
	},
	changes,
)

bucket_policy(changes) := but(
	{
		"source": 0, "address": "aws_s3_bucket_policy.this", "exists": "yes",
		"state": "readable", "reason": "", "detail": "", "resources": [],
	},
	changes,
)

key_policy(changes) := bucket_policy(but({"address": "aws_kms_key.this"}, changes))

putting(changes) := but(
	statement({
		"actions": ["s3:putobject"],
		"covers": ["s3:putobject"],
		"resources": [concat("", [bucket_arn, "/AWSLogs/111122223333/*"])],
		"principals": [delivery_service],
		"conditions": [source_account],
	}),
	changes,
)

acl_reading(changes) := but(
	statement({
		"actions": ["s3:getbucketacl"],
		"covers": ["s3:getbucketacl"],
		"resources": [bucket_arn],
		"principals": [delivery_service],
		"conditions": [source_account],
	}),
	changes,
)

denying_plain := statement({
	"effect": "Deny",
	"actions": ["s3:*"],
	"covers": ["s3:*"],
	"principals": [everybody],
	"conditions": [without_tls],
})

using_key(changes) := but(
	statement({
		"actions": ["kms:*"],
		"covers": [
			"kms:encrypt", "kms:decrypt", "kms:reencryptfrom", "kms:reencryptto", "kms:generatedatakey",
			"kms:describekey",
		],
		"principals": [delivery_service],
		"conditions": [source_account],
	}),
	changes,
)

delivery_service := {"kind": "service", "id": "delivery.logs.amazonaws.com", "known": true, "own": "yes"}

other_service := {"kind": "service", "id": "ec2.amazonaws.com", "known": true, "own": "no"}

account_root := {"kind": "aws", "id": "arn:aws:iam::111122223333:root", "known": true, "own": "no"}

unknown_service := {"kind": "service", "id": "${var.x}", "known": false, "own": "unknown"}

everybody := {"kind": "*", "id": "*", "known": true, "own": "no"}

without_tls := condition({
	"operator": "bool", "key": "aws:securetransport", "given": "Bool aws:SecureTransport",
	"values": [value({"text": "false"})],
})

other_account := condition({
	"operator": "stringequals", "key": "aws:sourceaccount", "given": "StringEquals aws:SourceAccount",
	"values": [value({"text": "999999999999", "own": "no"})],
})

some_condition := condition({
	"operator": "stringequals", "key": "aws:userid", "given": "StringEquals aws:userid",
	"values": [value({"text": "x", "own": "unknown"})],
})
