# METADATA
# title: The bucket may be made public
# description: >-
#   Flow logs tell who talks to whom. A public-access block with all four flags keeps ACLs and policies from opening the
#   bucket to the world, whoever writes them.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: true
#   causes:
#     no-block: the bucket has no public-access block of its own, whatever the account has
#     not-fully-on: a flag of the block is off
#     unknown: a flag of the block is known only after apply
#     wrong-type: a flag of the block is not a boolean
#     block-unplaced: a block or module of the input may be, or hold, that of the bucket
#     not-certain: whether the block exists is known only after apply
#   help: >-
#     Add an aws_s3_bucket_public_access_block with block_public_acls, block_public_policy, ignore_public_acls and
#     restrict_public_buckets true.
#   controls: [
#     "CIS AWS v1.4.0 2.1.5", "CIS AWS v1.5.0 2.1.5", "CIS AWS v2.0.0 2.1.4", "CIS AWS v3.0.0 2.1.4",
#     "CIS AWS v4.0.1 2.1.4", "CIS AWS v5.0.0 2.1.4", "CIS AWS v6.0.0 3.1.4", "CIS AWS v7.0.0 3.1.4",
#     "FSBP v1.0.0 S3.8", "HIPAA 45 CFR 164.308(a)(1)(ii)(B)", "HIPAA 45 CFR 164.308(a)(3)(i)",
#     "HIPAA 45 CFR 164.312(a)(1)", "HIPAA 45 CFR 164.312(a)(2)(i)", "NIST 800-53 r5 AC-3", "NIST 800-53 r5 AC-3(7)",
#     "NIST 800-53 r5 AC-4(21)", "NIST 800-53 r5 AC-6", "NIST 800-53 r5 SC-7(3)", "PCI DSS v4.0 1.3.1",
#   ]
package flowgate.rules.bucket_public

import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

import future.keywords.not

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(subject.buckets), findings) if input.version == 1

findings := [finding |
	some bucket in subject.buckets
	finding := object.union(about(bucket), {"source": bucket.source, "address": bucket.address})
]

flags := ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"]

about(bucket) := {
	"verdict": "undecided",
	"cause": "block-unplaced",
	"related": array.concat(parts, subject.flow_logs_of(bucket)),
	"message": $"whether the bucket has a public-access block cannot be told: {phrase.addresses(parts)} may set it",
	"fix": "refer to the bucket itself in an aws_s3_bucket_public_access_block of this input",
} if {
	count(bucket.public_access) == 0
	parts := subject.unseen_parts(bucket, "public-access")
	count(parts) > 0
} else := {
	"verdict": "fail",
	"cause": "no-block",
	"related": array.concat(bucket.account_access, subject.flow_logs_of(bucket)),
	"message": $"the bucket has no public-access block of its own: only the account's ({phrase.addresses(bucket.account_access)}) keeps an ACL or a policy from opening it to everybody",
	"fix": $"add an aws_s3_bucket_public_access_block with {phrase.list(flags)} true, or waive the rule where the account's is to be enough",
} if {
	count(bucket.public_access) == 0
	count(bucket.account_access) > 0
} else := {
	"verdict": "fail",
	"cause": "no-block",
	"related": subject.flow_logs_of(bucket),
	"message": "the bucket has no public-access block, so an ACL or a policy may open it to everybody",
	"fix": $"add an aws_s3_bucket_public_access_block with {phrase.list(flags)} true",
} if {
	count(bucket.public_access) == 0
} else := {
	"verdict": "fail",
	"cause": "not-fully-on",
	"related": blocks_of(bucket),
	"message": $"the public-access block of the bucket leaves {phrase.list(off)} off",
	"fix": $"set {phrase.list(off)} to true",
} if {
	off := [flag |
		some flag in flags
		every block in bucket.public_access { is_off(block[flag]) }
	]
	count(off) > 0
} else := unread(bucket, "unknown", "not known before apply") if {
	count(flags_in(bucket, "unknown")) > 0
} else := unread(bucket, "wrong-type", "not a boolean") if {
	count(flags_in(bucket, "wrong-type")) > 0
} else := {
	"verdict": "undecided",
	"cause": "not-certain",
	"related": blocks_of(bucket),
	"message": "whether the public-access block that is fully on is the one of the bucket is not known before apply",
	"fix": "give the bucket one block, without a count or for_each that is known only after apply",
} if {
	some block in bucket.public_access
	not fully_on(block)
}

unread(bucket, cause, trouble) := {
	"verdict": "undecided",
	"cause": cause,
	"related": blocks_of(bucket),
	"message": $"whether the public-access block of the bucket is fully on cannot be told: {phrase.list(flags_in(bucket, cause))} is {trouble}",
	"fix": $"write {phrase.list(flags_in(bucket, cause))} as true",
}

flags_in(bucket, state) := sort({flag |
	some flag in flags
	some block in bucket.public_access
	block[flag].state == state
})

blocks_of(bucket) := array.concat(
	[subject.ref(block) | some block in bucket.public_access],
	subject.flow_logs_of(bucket),
)

is_off(flag) if flag.state == "absent"

is_off(flag) if flag.value == false

fully_on(block) if {
	block.certain
	every flag in flags { block[flag].value == true }
}
