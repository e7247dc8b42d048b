# METADATA
# title: Records are not encrypted with a key of your own
# description: >-
#   AWS encrypts log groups and buckets in any case. A key of your own also decides who may read, and leaves a trace of
#   each use.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: "off"
#   waivable: true
#   causes:
#     no-key: nothing names a key
#     aws-managed-key: the bucket is encrypted with the key that AWS manages
#     unknown: whether a key is named is known only after apply
#     encryption-unplaced: an encryption or module of the input may be, or hold, that of the bucket
#   help: >-
#     Set kms_key_id of the log group, or kms_master_key_id of the bucket's encryption, to the ARN of a key of your own.
#   controls: [
#     "HIPAA 45 CFR 164.308(a)(1)(ii)(B)", "HIPAA 45 CFR 164.308(a)(4)(ii)(A)", "HIPAA 45 CFR 164.312(a)(2)(iv)",
#     "HIPAA 45 CFR 164.312(e)(2)(ii)", "NIST 800-53 r5 AU-9(3)", "NIST 800-53 r5 CP-9(d)", "NIST 800-53 r5 SC-8(3)",
#     "NIST 800-53 r5 SC-8(4)", "NIST 800-53 r5 SC-13(a)", "NIST 800-53 r5 SC-28(1)", "NIST 800-53 r5 SI-19(4)",
#     "PCI DSS v3.2.1 3.4", "PCI DSS v4.0 3.5.1", "PCI DSS v4.0 10.3.2", "PCI DSS v4.0 10.3.3", "PCI DSS v4.0 10.3.4",
#   ]
package flowgate.rules.encryption_key_missing

import data.flowgate.phrase
import data.flowgate.settings
import data.flowgate.subject
import data.flowgate.verdict as answer

import future.keywords.not

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(subject.log_groups) + count(subject.buckets), findings) if input.version == 1

findings := [finding |
	settings.require_customer_key
	some [resource, about] in array.concat(
		[[group, about_group(group)] | some group in subject.log_groups],
		[[bucket, about_bucket(bucket)] | some bucket in subject.buckets],
	)
	finding := object.union(about, {
		"source": resource.source,
		"address": resource.address,
		"related": subject.flow_logs_of(resource),
	})
]

about_group(group) := {
	"verdict": "fail",
	"cause": "no-key",
	"message": "the log group names no key of your own",
	"fix": "set kms_key_id to the ARN of a key whose policy lets CloudWatch Logs use it",
} if {
	group.key.state == "none"
} else := unclear(phrase.named(group.key.given)) if {
	group.key.state == "unknown"
}

about_bucket(bucket) := {
	"verdict": "undecided",
	"cause": "encryption-unplaced",
	"message": $"whether the bucket is encrypted with a key of your own cannot be told: {phrase.addresses(parts)} may set it",
	"fix": "refer to the bucket itself in an aws_s3_bucket_server_side_encryption_configuration of this input",
} if {
	count(bucket.encryption) == 0
	parts := subject.unseen_parts(bucket, "encryption")
	count(parts) > 0
} else := {
	"verdict": "fail",
	"cause": "aws-managed-key",
	"message": "the bucket is encrypted with the key that AWS manages for S3, which is not a key of your own",
	"fix": fix,
} if {
	some encryption in bucket.encryption
	encryption.form == "aws-managed"
} else := {
	"verdict": "fail",
	"cause": "no-key",
	"message": "the encryption of the bucket names no key of your own",
	"fix": fix,
} if {
	every encryption in bucket.encryption { names_none(encryption) }
} else := unclear("") if {
	not own_key(bucket)
}

fix := "set kms_master_key_id to the ARN of a key whose policy lets the delivery service use it, and sse_algorithm to aws:kms"

unclear(given) := {
	"verdict": "undecided",
	"cause": "unknown",
	"message": $"whether a key of your own is named is not known before apply{given}",
	"fix": "refer to the key itself, or give its ARN, without a count or for_each that is known only after apply",
}

names_none(encryption) if {
	encryption.form == "none"
	encryption.algorithm.state in {"known", "absent"}
}

names_none(encryption) if encryption.algorithm.value == "AES256"

own_key(bucket) if {
	every encryption in bucket.encryption {
		encryption.certain
		encryption.form in {"arn", "id", "alias"}
		encryption.algorithm.value in {"aws:kms", "aws:kms:dsse"}
	}
}
