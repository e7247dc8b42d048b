package flowgate.rules.encryption_key_missing_test

import data.flowgate.rules.encryption_key_missing as rule
import data.flowgate.testing as models

import future.keywords.not

asked := {"encryption": {"requireCustomerKey": true}}

test_encryption_key_missing[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
		with data.flowgate_settings as asked
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

test_nobody_asks_by_default if {
	verdict := rule.verdict with input as models.model({})
	verdict.findings == []
	verdict.severity == "off"
}

group(link) := models.model({"log_groups": [models.log_group({"key": link})]})

bucket(encryptions) := models.storage({"buckets": [models.bucket({"encryption": [models.encryption(each) |
	some each in encryptions
]})]})

no_key := "fail no-key: the encryption of the bucket names no key of your own"

unclear := "undecided unknown: whether a key of your own is named is not known before apply"

cases := {
	"a log group with a key of the input": {"model": group(models.resolved), "says": []},
	"a log group with a key from elsewhere": {"model": group(models.external), "says": []},
	"a log group without a key": {
		"model": group(models.none),
		"says": ["fail no-key: the log group names no key of your own"],
	},
	"a log group whose key is not known": {
		"model": group(models.unresolved),
		"says": ["undecided unknown: whether a key of your own is named is not known before apply (${var.x})"],
	},
	"a bucket with a key": {"model": bucket([{}]), "says": []},
	"a bucket without any encryption": {"model": bucket([]), "says": ["fail no-key: the encryption of the bucket names no key of your own"]},
	"a bucket that S3 encrypts": {
		"model": bucket([{"algorithm": models.known("AES256"), "form": "none", "key": models.none}]),
		"says": [no_key],
	},
	"a bucket whose key S3 does not use": {"model": bucket([{"algorithm": models.known("AES256")}]), "says": [no_key]},
	"a bucket whose block says nothing": {
		"model": bucket([{"algorithm": models.absent, "form": "none", "key": models.none}]),
		"says": [no_key],
	},
	"a bucket with the key that AWS manages": {
		"model": bucket([{"form": "aws-managed", "key": models.none}]),
		"says": ["fail aws-managed-key: the bucket is encrypted with the key that AWS manages for S3, which is not a key of your own"],
	},
	"a bucket whose key is not known": {
		"model": bucket([{"form": "unknown", "key": models.unresolved}]),
		"says": [unclear],
	},
	"a bucket whose algorithm is not known": {"model": bucket([{"algorithm": models.unknown}]), "says": [unclear]},
	"an encryption that may not be made": {"model": bucket([{"certain": false}]), "says": [unclear]},
	"two encryptions of which one names no key": {
		"model": bucket([{}, {"algorithm": models.known("AES256"), "form": "none", "key": models.none}]),
		"says": [unclear],
	},
	"a bucket keeps its own encryption, whatever another one is of": {
		"model": object.union(bucket([{}]), {"sources": [models.source({"unplaced_bucket_parts": [{
			"source": 0, "address": "aws_s3_bucket_server_side_encryption_configuration.any", "sets": "encryption",
		}]})]}),
		"says": [],
	},
	"a bucket with a key by id": {"model": bucket([{"form": "id", "key": models.external}]), "says": []},
	"a bucket with a key by alias": {"model": bucket([{"form": "alias", "key": models.external}]), "says": []},
	"a bucket that is encrypted twice": {"model": bucket([{"algorithm": models.known("aws:kms:dsse")}]), "says": []},
	"a bucket without a key, whose algorithm is not known": {
		"model": bucket([{"algorithm": models.unknown, "form": "none", "key": models.none}]),
		"says": [unclear],
	},
	"a bucket without a key, with an algorithm that S3 takes none for": {
		"model": bucket([{"algorithm": models.known("aws:fsx"), "form": "none", "key": models.none}]),
		"says": [no_key],
	},
	"an encryption whose bucket is not known may be its encryption": {
		"model": models.storage({"sources": [models.source({"unplaced_bucket_parts": [{
			"source": 0, "address": "aws_s3_bucket_server_side_encryption_configuration.any", "sets": "encryption",
		}]})]}),
		"says": ["undecided encryption-unplaced: whether the bucket is encrypted with a key of your own cannot be told: aws_s3_bucket_server_side_encryption_configuration.any may set it"],
	},
}
