# METADATA
# title: The bucket answers requests without TLS
# description: >-
#   Anyone who listens on the network can read records that are fetched over plain HTTP. A Deny on aws:SecureTransport false
#   refuses such requests, whoever makes them.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: warning
#   waivable: true
#   causes:
#     not-denied: no Deny of the policy is about requests without TLS
#     partly-denied: a Deny is about some principals, actions or objects only
#     policy-unread: the policy cannot be read
#     policy-unplaced: the input holds a bucket policy whose bucket is not known
#     not-certain: a part of the policy is not known before apply
#   help: >-
#     Deny s3:* to everybody on the bucket and its objects where Bool aws:SecureTransport is false.
#   controls: [
#     "CIS AWS v1.4.0 2.1.2", "CIS AWS v1.5.0 2.1.2", "CIS AWS v2.0.0 2.1.1", "CIS AWS v3.0.0 2.1.1",
#     "CIS AWS v4.0.1 2.1.1", "CIS AWS v5.0.0 2.1.1", "CIS AWS v6.0.0 3.1.1", "CIS AWS v7.0.0 3.1.1",
#     "FSBP v1.0.0 S3.5", "HIPAA 45 CFR 164.308(a)(1)(ii)(B)", "HIPAA 45 CFR 164.312(a)(2)(iv)",
#     "HIPAA 45 CFR 164.312(c)(1)", "HIPAA 45 CFR 164.312(c)(2)", "HIPAA 45 CFR 164.312(e)(1)",
#     "HIPAA 45 CFR 164.312(e)(2)(i)", "HIPAA 45 CFR 164.312(e)(2)(ii)", "NIST 800-53 r5 AC-4",
#     "NIST 800-53 r5 AC-17(2)", "NIST 800-53 r5 AU-9(3)", "NIST 800-53 r5 SC-8(3)", "NIST 800-53 r5 SC-8(4)",
#     "NIST 800-53 r5 SC-13(a)", "NIST 800-53 r5 SC-23", "PCI DSS v4.0 4.2.1",
#   ]
package flowgate.rules.bucket_insecure_transport

import data.flowgate.iam.access
import data.flowgate.iam.access_fault
import data.flowgate.iam.condition
import data.flowgate.iam.principal
import data.flowgate.iam.storage_document
import data.flowgate.iam.truth
import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

import future.keywords.not

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(subject.buckets), findings) if input.version == 1

findings := [storage_document.with_bucket(finding, bucket.arn, subject.writers_to(bucket)) |
	some bucket in subject.buckets
	finding := object.union(about(bucket), {"source": bucket.source, "address": bucket.address})
]

requests := [
	{"action": "s3:*", "on": "objects"},
	{"action": "s3:*", "on": "itself"},
]

# Every object and the bucket, for everybody, whatever the action.
denied(reading) := truth.conjunction([denied_to(reading, request) | some request in requests]) if {
	reading.document >= 0
}

denied_to(reading, request) := truth.disjunction([truth.conjunction([
	principal.concerns_everybody(statement),
	access.acts(statement, request),
	all_reached(reading, index, request),
	condition.holds(statement, "plain"),
]) |
	some index, statement in input.documents[reading.document].statements
	statement.effect == "Deny"
])

# A Deny of some objects leaves the others, and so does one that excepts some.
all_reached(reading, index, request) := truth.disjunction(array.flatten([
	[access.reach(resource, "Allow", request) | some resource in covered.resources],
	["unknown" | some element in statement.unknown; element == "resource"],
	["yes" | excepts_others(covered.not_resources)],
])) if {
	statement := input.documents[reading.document].statements[index]
	covered := input.target_coverages[reading.coverage].statements[index]
}

excepts_others(not_resources) if {
	count(not_resources) > 0
	every resource in not_resources { untouched(resource) }
}

untouched(resource) if {
	resource.itself == "no"
	resource.objects == "none"
}

# Without any policy bucket-policy-unmanaged speaks.
about(bucket) := {
	"verdict": "fail",
	"cause": cause_of(bucket),
	"related": array.concat(policies_of(bucket), subject.flow_logs_of(bucket)),
	"message": $"{phrase.addresses(policies_of(bucket))} {trouble[cause_of(bucket)]}",
	"fix": $"deny s3:* to everybody on {bucket.arn} and its objects where Bool aws:SecureTransport is false",
} if {
	answers_all(bucket)
} else := {
	"verdict": "undecided",
	"cause": "policy-unread",
	"related": array.concat(policies_of(bucket), subject.flow_logs_of(bucket)),
	"message": $"whether requests without TLS are denied cannot be told: {access_fault.doubt(unread, [])}",
	"fix": "write the policy as JSON or with aws_iam_policy_document",
} if {
	unread := [reading | some reading in bucket.policies; reading.document < 0][0]
} else := {
	"verdict": "undecided",
	"cause": "not-certain",
	"related": array.concat(policies_of(bucket), subject.flow_logs_of(bucket)),
	"message": "whether requests without TLS are denied cannot be told: a part of the policy is not known before apply, or it denies under further conditions",
	"fix": "deny s3:* to everybody on the bucket and its objects where Bool aws:SecureTransport is false, and nothing else",
} if {
	some reading in bucket.policies
	not surely(reading)
} else := {
	"verdict": "undecided",
	"cause": "policy-unplaced",
	"related": array.concat(parts, subject.flow_logs_of(bucket)),
	"message": $"whether requests without TLS are denied cannot be told: {phrase.addresses(parts)} may be the policy of the bucket instead",
	"fix": "refer to the bucket itself in the bucket policy",
} if {
	count(bucket.policies) > 0
	parts := subject.unplaced_parts(bucket, "policy")
	count(parts) > 0
}

answers_all(bucket) if {
	count(bucket.policies) > 0
	every reading in bucket.policies {
		reading.certain
		denied(reading) == "no"
	}
}

surely(reading) if {
	reading.certain
	denied(reading) == "yes"
}

trouble := {
	"not-denied": "denies nobody a request without TLS",
	"partly-denied": "denies requests without TLS to some principals, or for some actions or objects, only",
}

cause_of(bucket) := "partly-denied" if {
	some reading in bucket.policies
	some statement in input.documents[reading.document].statements
	statement.effect == "Deny"
	some each in statement.conditions
	each.key == "aws:securetransport"
	condition.of_one(each, "plain") == "yes"
} else := "not-denied"

policies_of(bucket) := [subject.ref(input.resource_policies[reading.policy]) | some reading in bucket.policies]
