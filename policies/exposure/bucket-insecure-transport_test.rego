package flowgate.rules.bucket_insecure_transport_test

import data.flowgate.rules.bucket_insecure_transport as rule
import data.flowgate.testing as models

import future.keywords.not

test_bucket_insecure_transport[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

# The bucket's policy, as it reads for a request without TLS.
denying(changes, covered) := models.storage({
	"documents": [
		{"statements": [models.bare(object.union(models.denying_plain, changes))]},
		{"statements": [models.bare(models.putting({})), models.bare(models.acl_reading({}))]},
		{"statements": []},
	],
	"target_coverages": [
		{"statements": [covered]},
		{"statements": [
			models.covering([models.every_object]),
			models.covering([models.bucket_itself]),
		]},
		{"statements": []},
	],
})

all := models.covering([models.bucket_itself, models.every_object])

none := "fail not-denied: aws_s3_bucket_policy.this denies nobody a request without TLS"

partly := "fail partly-denied: aws_s3_bucket_policy.this denies requests without TLS to some principals, or for some actions or objects, only"

unclear := "undecided not-certain: whether requests without TLS are denied cannot be told: a part of the policy is not known before apply, or it denies under further conditions"

with_tls := object.union(models.without_tls, {"values": [models.value({"text": "true", "own": "no"})]})

# Holds for a request that names no account, with TLS or without.
without_account := models.condition({
	"operator": "stringnotequals", "if_exists": true, "key": "aws:sourceaccount",
	"given": "StringNotEqualsIfExists aws:SourceAccount", "values": [models.value({"text": "111122223333", "own": "no"})],
})

cases := {
	"a Deny for everybody on bucket and objects": {"model": denying({}, all), "says": []},
	"a Deny of everything but other resources": {
		"model": denying({}, {"resources": [], "not_resources": [models.nothing]}),
		"says": [],
	},
	"a Deny of everything but the bucket is partial": {
		"model": denying({}, {"resources": [], "not_resources": [models.bucket_itself]}),
		"says": [partly],
	},
	"a Deny of everything but some objects is partial": {
		"model": denying({}, {"resources": [], "not_resources": [models.some_objects]}),
		"says": [partly],
	},
	"a Deny on the objects alone is partial, whomever it is for": {
		"model": denying({"unknown": ["principal"], "principals": []}, models.covering([models.every_object])),
		"says": [partly],
	},
	"a Deny under another condition denies nobody for want of TLS": {
		"model": denying({"conditions": [without_account]}, models.covering([models.every_object])),
		"says": [none],
	},
	"a policy that denies nobody, and may not be made": {
		"model": object.union(denying({"effect": "Allow"}, all), {"buckets": [models.bucket({"policies": [models.unsure(models.reading(0, 0, 0))]})]}),
		"says": [unclear],
	},
	"an Allow denies nobody": {"model": denying({"effect": "Allow"}, all), "says": [none]},
	"a Deny of requests with TLS is another matter": {"model": denying({"conditions": [with_tls]}, all), "says": [none]},
	"a Deny for one service is partial": {
		"model": denying({"principals": [models.other_service]}, all),
		"says": [partly],
	},
	"a Deny that excepts somebody is partial": {
		"model": denying({"principals": [], "not_principals": [models.account_root]}, all),
		"says": [partly],
	},
	"a Deny of some actions is partial": {"model": denying({"covers": []}, all), "says": [partly]},
	"a Deny on some objects is partial": {
		"model": denying({}, models.covering([models.bucket_itself, models.some_objects])),
		"says": [partly],
	},
	"a Deny on the objects alone is partial": {
		"model": denying({}, models.covering([models.every_object])),
		"says": [partly],
	},
	"a further condition is undecided": {
		"model": denying({"conditions": [models.without_tls, models.some_condition]}, all),
		"says": [unclear],
	},
	"resources that are not known are undecided": {
		"model": denying({"unknown": ["resource"]}, models.covering([])),
		"says": [unclear],
	},
	"principals that are not known are undecided": {
		"model": denying({"unknown": ["principal"], "principals": []}, all),
		"says": [unclear],
	},
	"actions that are not known are undecided": {
		"model": denying({"unknown": ["action"], "covers": []}, all),
		"says": [unclear],
	},
	"a policy that may not be made is undecided": {
		"model": models.storage({"buckets": [models.bucket({"policies": [models.unsure(models.reading(0, 0, 0))]})]}),
		"says": [unclear],
	},
	"a policy that cannot be read is undecided": {
		"model": models.storage({
			"buckets": [models.bucket({"policies": [models.reading(0, -1, -1)]})],
			"resource_policies": [models.bucket_policy({"state": "opaque", "detail": "it is made by jsonencode"})],
		}),
		"says": ["undecided policy-unread: whether requests without TLS are denied cannot be told: aws_s3_bucket_policy.this cannot be read: it is made by jsonencode"],
	},
	"without any policy bucket-policy-unmanaged speaks, whatever may set one": {
		"model": models.storage({
			"buckets": [models.bucket({"policies": []})],
			"sources": [models.source({"unplaced_bucket_parts": [{"source": 0, "address": "aws_s3_bucket_policy.any", "sets": "policy"}]})],
		}),
		"says": [],
	},
	"without any policy bucket-policy-unmanaged speaks": {
		"model": models.storage({"buckets": [models.bucket({"policies": []})]}),
		"says": [],
	},
	"a policy whose bucket is not known may take its place": {
		"model": models.storage({"sources": [models.source({"unplaced_bucket_parts": [{
			"source": 0, "address": "aws_s3_bucket_policy.any", "sets": "policy",
		}]})]}),
		"says": ["undecided policy-unplaced: whether requests without TLS are denied cannot be told: aws_s3_bucket_policy.any may be the policy of the bucket instead"],
	},
}

test_the_policy_that_is_right_is_shown if {
	verdict := rule.verdict with input as denying({"effect": "Allow"}, all)
	verdict.findings[0].fix == "deny s3:* to everybody on arn:aws:s3:::records and its objects where Bool aws:SecureTransport is false"
	verdict.findings[0].corrected.Statement[2] == {
		"Sid": "DenyInsecureTransport",
		"Effect": "Deny",
		"Principal": "*",
		"Action": "s3:*",
		"Resource": ["arn:aws:s3:::records", "arn:aws:s3:::records/*"],
		"Condition": {"Bool": {"aws:SecureTransport": "false"}},
	}
}
