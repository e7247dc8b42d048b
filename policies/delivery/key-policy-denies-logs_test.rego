package flowgate.rules.key_policy_denies_logs_test

import data.flowgate.rules.key_policy_denies_logs as rule
import data.flowgate.testing as models

import future.keywords.not

test_key_policy_denies_logs[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

# A key for the bucket, with one statement in its policy.
keyed(changes, written) := object.union(
	models.storage_with([models.putting({}), models.acl_reading({})], [objects, itself]),
	{
		"buckets": [models.bucket({"encryption": [models.encryption({})]})],
		"keys": [models.key({})],
		"documents": [
			{"statements": [models.bare(models.denying_plain)]},
			{"statements": [models.bare(models.putting({})), models.bare(models.acl_reading({}))]},
			{"statements": [models.bare(models.using_key(changes))]},
		],
		"resource_policies": [
			models.bucket_policy({}),
			models.key_policy({"resources": [{"resources": written, "not_resources": []}]}),
		],
	},
)

with_key(changes) := object.union(keyed({}, []), {"keys": [models.key(changes)]})

encrypted(changes) := models.storage({"buckets": [models.bucket({"encryption": [models.encryption(changes)]})]})

objects := models.covering([models.every_object])

itself := models.covering([models.bucket_itself])

core := ["kms:encrypt", "kms:decrypt", "kms:generatedatakey"]

doubt := "whether delivery.logs.amazonaws.com may use the key cannot be told"

cases := {
	"what AWS documents lets the service in": {"model": keyed({}, []), "says": []},
	"a bucket without a key has no key policy": {"model": models.storage({}), "says": []},
	"a log group with a key": {
		"model": object.union(keyed({}, []), {
			"log_groups": [models.log_group({"key": models.resolved})],
			"keys": [models.key({"users": [models.key_user({"log_group": 0, "bucket": -1, "service": "logs.eu-west-1.amazonaws.com"})]})],
			"documents": [{"statements": []}, {"statements": []}, {"statements": [models.bare(models.using_key({"conditions": []}))]}],
		}),
		"says": [],
	},
	"a disabled key encrypts nothing": {
		"model": with_key({"fitness": "disabled"}),
		"says": ["fail key-disabled: the key is disabled, so no record can be encrypted with it"],
	},
	"nor does an asymmetric one": {
		"model": with_key({"fitness": "asymmetric"}),
		"says": ["fail key-asymmetric: the key is not a symmetric one that encrypts and decrypts, and the services use no other"],
	},
	"a key of which that is not known": {
		"model": with_key({"fitness": "unknown"}),
		"says": ["undecided fitness-unknown: whether the key is enabled and symmetric is not known before apply"],
	},
	"nor does a key of another region": {
		"model": with_key({"users": [models.key_user({"same_region": "no"})]}),
		"says": ["fail other-region: the key is in another region than what it encrypts, and a key works in its own region alone"],
	},
	"a key whose region is not known": {
		"model": with_key({"users": [models.key_user({"same_region": "unknown"})]}),
		"says": ["undecided region-unknown: whether the key is in the region of what it encrypts is not known, and a key works in its own region alone"],
	},
	"a key that nothing uses is nobody's business": {"model": with_key({"users": []}), "says": []},
	"a key without a policy lets administrators in alone": {
		"model": with_key({"users": [models.key_user({"policies": []})]}),
		"says": ["fail no-policy: the key has no policy, and the default lets in the account's own administrators and not delivery.logs.amazonaws.com"],
	},
	"the account's root is not the service": {
		"model": keyed({"principals": [models.account_root]}, []),
		"says": [`fail other-principal: aws_kms_key.this lets in "arn:aws:iam::111122223333:root" and not delivery.logs.amazonaws.com`],
	},
	"a policy that only denies lets nobody in": {
		"model": keyed({"effect": "Deny", "principals": [models.account_root]}, []),
		"says": ["fail other-principal: aws_kms_key.this lets in nobody and not delivery.logs.amazonaws.com"],
	},
	"a statement for nobody is refused with all that stands beside it": {
		"model": object.union(keyed({}, []), {"documents": [
			{"statements": []},
			{"statements": []},
			{"statements": [models.bare(models.using_key({})), models.bare(models.using_key({"principals": []}))]},
		]}),
		"says": ["fail empty-principal: a statement of aws_kms_key.this names no principal, or an empty one, which AWS refuses: the policy is never in force"],
	},
	"to decrypt is not enough": {
		"model": keyed({"covers": ["kms:decrypt"]}, []),
		"says": ["fail missing-action: aws_kms_key.this names delivery.logs.amazonaws.com and does not allow it kms:Encrypt and kms:GenerateDataKey*"],
	},
	"another key is of no use": {
		"model": object.union(keyed({}, ["arn:aws:kms:eu-west-1:111122223333:key/other"]), {"target_coverages": [
			{"statements": []},
			{"statements": [objects, itself]},
			{"statements": [models.covering([models.nothing])]},
		]}),
		"says": [`fail other-resource: aws_kms_key.this allows kms:Decrypt, kms:Encrypt and kms:GenerateDataKey* on "arn:aws:kms:eu-west-1:111122223333:key/other", which is not this key`],
	},
	"a condition of another account is never met": {
		"model": keyed({"conditions": [models.other_account]}, []),
		"says": [`fail condition-never-holds: aws_kms_key.this allows kms:Decrypt, kms:Encrypt and kms:GenerateDataKey* under the condition "StringEquals aws:SourceAccount", which delivery.logs.amazonaws.com does not meet`],
	},
	"a Deny wins": {
		"model": object.union(keyed({}, []), {
			"documents": [{"statements": []}, {"statements": []}, {"statements": [
				models.bare(models.using_key({})),
				models.bare(models.using_key({"effect": "Deny", "covers": ["kms:decrypt"], "principals": [models.everybody]})),
			]}],
			"target_coverages": [{"statements": []}, {"statements": []}, {"statements": [itself, itself]}],
		}),
		"says": ["fail explicit-deny: aws_kms_key.this denies delivery.logs.amazonaws.com kms:Decrypt with the key"],
	},
	"a refusal is certain, whether the key is enabled or not": {
		"model": object.union(keyed({"covers": ["kms:decrypt"]}, []), {"keys": [models.key({"fitness": "unknown"})]}),
		"says": ["fail missing-action: aws_kms_key.this names delivery.logs.amazonaws.com and does not allow it kms:Encrypt and kms:GenerateDataKey*"],
	},
	"a part of what AWS asks for, under a condition that is not known": {
		"model": keyed({"covers": core, "conditions": [models.some_condition]}, []),
		"says": [$"undecided not-certain: {doubt}: whether the service meets the condition StringEquals aws:userid is not known"],
	},
	"the rest of what AWS asks for, under a condition that is not known": {
		"model": object.union(keyed({}, []), {
			"documents": [{"statements": []}, {"statements": []}, {"statements": [
				models.bare(models.using_key({"covers": core})),
				models.bare(models.using_key({"conditions": [models.some_condition]})),
			]}],
			"target_coverages": [{"statements": []}, {"statements": []}, {"statements": [itself, itself]}],
		}),
		"says": [$"undecided not-certain: {doubt}: whether the service meets the condition StringEquals aws:userid is not known"],
	},
	"a part of what AWS asks for, in a policy that may not be made": {
		"model": object.union(keyed({"covers": core}, []), {"keys": [models.key({"users": [models.key_user({"policies": [models.unsure(models.reading(1, 2, 2))]})]})]}),
		"says": [$"undecided not-certain: {doubt}: whether aws_kms_key.this is the policy of this one is not known before apply"],
	},
	"a part of what AWS asks for is undecided": {
		"model": keyed({"covers": core}, []),
		"says": [$"undecided partly-allowed: {doubt}: AWS asks for kms:ReEncrypt* and kms:DescribeKey, too, and does not say whether records arrive without them"],
	},
	"a condition that is not known is undecided": {
		"model": keyed({"conditions": [models.some_condition]}, []),
		"says": [$"undecided not-certain: {doubt}: whether the service meets the condition StringEquals aws:userid is not known"],
	},
	"a policy that may not be made is undecided": {
		"model": with_key({"users": [models.key_user({"policies": [models.unsure(models.reading(1, 2, 2))]})]}),
		"says": [$"undecided not-certain: {doubt}: whether aws_kms_key.this is the policy of this one is not known before apply"],
	},
	"a policy that cannot be read is undecided": {
		"model": object.union(with_key({"users": [models.key_user({"policies": [models.reading(1, -1, -1)]})]}), {"resource_policies": [
			models.bucket_policy({}),
			models.key_policy({"state": "opaque", "detail": "it is made by jsonencode"}),
		]}),
		"says": [$"undecided policy-unread: {doubt}: aws_kms_key.this cannot be read: it is made by jsonencode"],
	},
	"two policies of which one lets the service in are undecided": {
		"model": with_key({"users": [models.key_user({"policies": [models.reading(1, 2, 2), models.reading(0, 0, 0)]})]}),
		"says": [$"undecided several-policies: {doubt}: aws_kms_key.this and aws_s3_bucket_policy.this say different things of it, and the key keeps one of them"],
	},
	"a policy whose key is not known may take its place": {
		"model": object.union(keyed({}, []), {"sources": [models.source({"unplaced_key_policies": [{"source": 0, "address": "aws_kms_key_policy.any"}]})]}),
		"says": ["undecided policy-unplaced: whether the key lets in delivery.logs.amazonaws.com cannot be told: aws_kms_key_policy.any may be its policy"],
	},
	"a module that is told of a key may set its policy": {
		"model": with_key({
			"users": [models.key_user({"policies": []})],
			"told": [{"source": 0, "address": "module.keys"}],
		}),
		"says": ["undecided policy-unplaced: whether the key lets in delivery.logs.amazonaws.com cannot be told: module.keys may be its policy"],
	},
	"the key that AWS manages lets nobody in": {
		"model": encrypted({"form": "aws-managed", "key": models.none}),
		"says": ["fail aws-managed-key: the bucket is encrypted with the key that AWS manages for S3, which the delivery service may not use"],
	},
	"the key that AWS manages, perhaps": {
		"model": encrypted({"form": "aws-managed", "key": models.none, "certain": false}),
		"says": ["undecided aws-managed-key: the bucket is encrypted with the key that AWS manages for S3, which the delivery service may not use"],
	},
	"a key by id is not found": {
		"model": encrypted({"form": "id", "key": models.external}),
		"says": ["fail bare-key-id: the bucket names its key by id, which is looked up in the account of the delivery service and not found there"],
	},
	"a key by alias is undecided": {
		"model": encrypted({"form": "alias"}),
		"says": ["undecided alias: whether the delivery service finds the key of the bucket cannot be told: S3 looks an alias up in the account that writes"],
	},
	"a key by id, which S3 may not use": {
		"model": encrypted({"form": "id", "algorithm": models.unknown, "key": models.external}),
		"says": ["undecided bare-key-id: the bucket names its key by id, which is looked up in the account of the delivery service and not found there"],
	},
	"a key that S3 does not use is nobody's business": {
		"model": encrypted({"form": "id", "algorithm": models.known("AES256"), "key": models.none}),
		"says": [],
	},
	"a bucket that S3 encrypts needs no key": {
		"model": encrypted({"form": "none", "algorithm": models.known("AES256"), "key": models.none}),
		"says": [],
	},
	"an algorithm that is not known may need a key": {
		"model": encrypted({"form": "none", "algorithm": models.unknown, "key": models.none}),
		"says": ["undecided key-unknown: which key encrypts the records is not known, so neither is whether the service may use it"],
	},
	"an algorithm that is no text may need a key": {
		"model": encrypted({"form": "none", "algorithm": models.wrong_type, "key": models.none}),
		"says": ["undecided key-unknown: which key encrypts the records is not known, so neither is whether the service may use it"],
	},
	"a bucket keeps its own encryption, whatever another one is of": {
		"model": object.union(encrypted({"form": "none", "algorithm": models.known("AES256"), "key": models.none}), {"sources": [models.source({"unplaced_bucket_parts": [{
			"source": 0, "address": "aws_s3_bucket_server_side_encryption_configuration.any", "sets": "encryption",
		}]})]}),
		"says": [],
	},
	"a key that the input does not hold is undecided": {
		"model": encrypted({"key": models.external}),
		"says": ["undecided key-not-in-input: whether the service may use the key cannot be seen, because the input does not hold the key (arn:elsewhere)"],
	},
	"a key of a log group that the input does not hold is undecided": {
		"model": models.model({"log_groups": [models.log_group({"key": models.external})]}),
		"says": ["undecided key-not-in-input: whether the service may use the key cannot be seen, because the input does not hold the key (arn:elsewhere)"],
	},
	"a key that is not known is undecided": {
		"model": models.model({"log_groups": [models.log_group({"key": models.unresolved})]}),
		"says": ["undecided key-unknown: which key encrypts the records is not known (${var.x}), so neither is whether the service may use it"],
	},
	"an encryption whose bucket is not known may be its encryption": {
		"model": models.storage({"sources": [models.source({"unplaced_bucket_parts": [{
			"source": 0, "address": "aws_s3_bucket_server_side_encryption_configuration.any", "sets": "encryption",
		}]})]}),
		"says": ["undecided encryption-unplaced: how the bucket is encrypted cannot be told: aws_s3_bucket_server_side_encryption_configuration.any may set it"],
	},
}

test_a_finding_shows_the_policy_that_is_right if {
	verdict := rule.verdict with input as with_key({"users": [models.key_user({"policies": []})]})
	finding := verdict.findings[0]
	finding.address == "aws_kms_key.this"
	finding.related == [
		{"source": 0, "address": "aws_s3_bucket.this"},
		{"source": 0, "address": "aws_flow_log.this"},
	]
	finding.fix == "give the key a policy that lets delivery.logs.amazonaws.com use it"
	[each.Sid | some each in finding.corrected.Statement] == ["AdministerThroughIam", "DeliverFlowLogs"]
	verdict.judged == 1
}
