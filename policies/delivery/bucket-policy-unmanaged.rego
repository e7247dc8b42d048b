# METADATA
# title: The bucket that records go to has no policy in the input
# description: >-
#   Where a bucket has no policy, AWS writes one when the flow log is made, over whatever is there. Nobody reviewed it,
#   and Terraform does not know it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: warning
#   waivable: true
#   causes:
#     no-policy: nothing in the input sets the policy of the bucket
#     policy-unplaced: a policy or module of the input may be, or hold, the policy of the bucket
#     not-certain: whether the policy exists is known only after apply
#   help: >-
#     Write the policy with aws_s3_bucket_policy, and let the flow log depend on it.
#   controls: []
package flowgate.rules.bucket_policy_unmanaged

import data.flowgate.iam.storage_document
import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(subject.buckets), findings) if input.version == 1

findings := [storage_document.with_bucket(finding, bucket.arn, subject.writers_to(bucket)) |
	some bucket in subject.buckets
	finding := object.union(
		about(bucket),
		{"source": bucket.source, "address": bucket.address},
	)
]

about(bucket) := {
	"verdict": "undecided",
	"cause": "policy-unplaced",
	"related": array.concat(parts, subject.flow_logs_of(bucket)),
	"message": $"whether the bucket has a policy cannot be told: {phrase.addresses(parts)} may set it",
	"fix": "refer to the bucket itself in an aws_s3_bucket_policy of this input",
} if {
	count(bucket.policies) == 0
	parts := subject.unseen_parts(bucket, "policy")
	count(parts) > 0
} else := {
	"verdict": "fail",
	"cause": "no-policy",
	"related": subject.flow_logs_of(bucket),
	"message": "the bucket has no policy in the input, so AWS writes one when the flow log is made",
	"fix": "write the policy with aws_s3_bucket_policy, and let the flow log depend on it",
} if {
	count(bucket.policies) == 0
} else := {
	"verdict": "undecided",
	"cause": "not-certain",
	"related": array.concat(
		[subject.ref(input.resource_policies[reading.policy]) | some reading in bucket.policies],
		subject.flow_logs_of(bucket),
	),
	"message": "whether the policy of the bucket is made is not known before apply",
	"fix": "give the policy no count or for_each that is known only after apply",
} if {
	every reading in bucket.policies { reading.certain == false }
}
