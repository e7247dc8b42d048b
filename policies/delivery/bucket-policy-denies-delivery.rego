# METADATA
# title: The bucket's policy does not let records in
# description: >-
#   Flow logs write to S3 without a role: the bucket's own policy has to let delivery.logs.amazonaws.com put objects
#   below AWSLogs/ACCOUNT and read the bucket's ACL. If it does not, no record arrives.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-S3.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: false
#   causes:
#     empty-principal: a statement names no principal, or one with an empty name, which AWS refuses
#     explicit-deny: the policy denies the delivery
#     other-principal: the policy allows others, the delivery service is not named
#     missing-action: the delivery service is named, the action is not
#     other-resource: the policy names another bucket or other keys than the flow log writes
#     condition-never-holds: the policy allows it under a condition that the delivery service cannot meet
#     bucket-not-in-input: the input does not hold the bucket
#     bucket-unknown: which bucket the flow log writes to is not known
#     policy-unread: a policy of the bucket cannot be read
#     policy-unplaced: the input holds a bucket policy whose bucket is not known
#     several-policies: the bucket has several policies, of which not each lets the records in
#     not-certain: a part of the policy is not known before apply
#   help: >-
#     Allow delivery.logs.amazonaws.com s3:PutObject on BUCKET_ARN/[PREFIX/]AWSLogs/ACCOUNT/* and s3:GetBucketAcl on
#     BUCKET_ARN, or let FlowLogs write the policy.
#   breaks: destination
#   controls: []
package flowgate.rules.bucket_policy_denies_delivery

import data.flowgate.iam.access
import data.flowgate.iam.access_fault
import data.flowgate.iam.storage_document
import data.flowgate.iam.truth
import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

import future.keywords.not

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(subject.buckets) + count(unseen), findings) if input.version == 1

findings := array.concat(
	[finding |
		some bucket in subject.buckets
		some about in abouts(bucket)
		finding := object.union(about, {"source": bucket.source, "address": bucket.address})
	],
	[object.union(unseen_bucket(flow_log), {"source": flow_log.source, "address": flow_log.address, "related": []}) |
		some flow_log in unseen
	],
)

# Flow logs to S3 whose bucket is not in the input.
unseen := [flow_log |
	some flow_log in input.flow_logs
	subject.to_bucket(flow_log) == "yes"
	flow_log.bucket.state != "resolved"
]

unseen_bucket(flow_log) := {
	"verdict": "undecided",
	"cause": "bucket-not-in-input",
	"message": $"whether the bucket lets records in cannot be seen, because {phrase.missing("bucket", flow_log.bucket.given)}",
	"fix": "judge the stack that makes the bucket and its policy together with this one; where there is none, check the bucket's policy by hand",
} if {
	flow_log.bucket.state == "external"
} else := {
	"verdict": "undecided",
	"cause": "bucket-unknown",
	"message": $"which bucket the flow log writes to is not known{phrase.named(flow_log.bucket.given)}, so neither is whether its policy lets records in",
	"fix": "refer to the bucket itself, or give its ARN",
}

# Flow logs share readings, so that there are few.
readings := {case_of(reading): object.remove(reading, ["certain"]) |
	some bucket in subject.buckets
	some flow_log in subject.writers_to(bucket)
	some reading in flow_log.bucket_policies
}

case_of(reading) := [reading.policy, reading.document, reading.coverage]

granted := {case: truth.conjunction([access.granted(reading, request) | some request in access.deliveries]) |
	some case, reading in readings
}

refused := {case: faults |
	some case, reading in readings
	faults := [object.union(fault, {"action": name_of[request.action], "policy": reading.policy}) |
		some request in access.deliveries
		fault := access_fault.of_request(reading, request)
	]
}

name_of := {"s3:putobject": "s3:PutObject", "s3:getbucketacl": "s3:GetBucketAcl"}

grants(reading) := granted[case_of(reading)]

outcome(flow_log) := "passes" if {
	every reading in flow_log.bucket_policies {
		reading.certain
		grants(reading) == "yes"
	}
} else := "fails" if {
	every reading in flow_log.bucket_policies {
		reading.certain
		grants(reading) == "no"
	}
} else := "unclear"

# Without any policy bucket-policy-unmanaged speaks.
abouts(bucket) := refusals(bucket, failing) if {
	failing := [flow_log | some flow_log in subject.writers_to(bucket); outcome(flow_log) == "fails"]
	count(failing) > 0
} else := [doubt(unclear, why)] if {
	unclear := [flow_log | some flow_log in subject.writers_to(bucket); outcome(flow_log) == "unclear"]
	why := doubt_of(unclear[0].bucket_policies)
} else := [unplaced(bucket)] if {
	count(bucket.policies) > 0
	count(subject.unplaced_parts(bucket, "policy")) > 0
}

refusals(bucket, flow_logs) := [finding |
	some kind in ["empty", "denied", "unnamed", "inactive", "unreached", "unmet"]
	items := [fault | some fault in faults(flow_logs); fault.kind == kind]
	count(items) > 0
	policies := [subject.ref(input.resource_policies[at]) | some at in sort({item.policy | some item in items})]
	finding := storage_document.with_bucket(
		object.union(
			{
				"verdict": "fail",
				"cause": cause_of[kind],
				"related": array.concat(policies, [subject.ref(flow_log) | some flow_log in flow_logs]),
				"message": message(kind, phrase.addresses(policies), items, bucket, flow_logs),
				"fix": remedy(kind, phrase.addresses(policies), bucket, flow_logs),
			},
			access_fault.evidence_of(kind, items),
		),
		bucket.arn,
		subject.writers_to(bucket),
	)
]

faults(flow_logs) := {fault |
	some case in {case_of(reading) | some flow_log in flow_logs; some reading in flow_log.bucket_policies}
	some fault in refused[case]
}

cause_of := {
	"empty": "empty-principal",
	"denied": "explicit-deny",
	"unnamed": "other-principal",
	"inactive": "missing-action",
	"unreached": "other-resource",
	"unmet": "condition-never-holds",
}

message("empty", policies, _, _, _) := access_fault.emptiness(policies)

message("denied", policies, items, _, _) := $"{policies} denies delivery.logs.amazonaws.com {access_fault.actions_of(items)}, so no record arrives"

message("unnamed", policies, items, _, _) := $"{policies} lets in {access_fault.named_instead(items)} and not delivery.logs.amazonaws.com, so no record arrives"

message("inactive", policies, items, _, _) := $"{policies} names delivery.logs.amazonaws.com and does not allow it {access_fault.actions_of(items)}"

message("unreached", policies, items, bucket, flow_logs) := $"{policies} allows {actions} on {texts}, which does not cover {whole}" if {
	actions := access_fault.actions_of(items)
	texts := access_fault.texts_of(items)
	whole := needs(items, bucket, flow_logs)
}

message("unmet", policies, items, _, _) := $"{policies} allows {access_fault.actions_of(items)} under the condition {access_fault.texts_of(items)}, which the delivery service does not meet"

remedy(kind, policies, bucket, flow_logs) := $"except delivery.logs.amazonaws.com from the Deny in {policies}" if {
	kind == "denied"
} else := access_fault.filling(policies) if {
	kind == "empty"
} else := $"let delivery.logs.amazonaws.com put objects below {bucket.arn}/{flow_logs[0].bucket_keys}/ and read the ACL of the bucket in {policies}"

needs(items, bucket, flow_logs) := phrase.list(array.concat(
	[$"the records below {bucket.arn}/{flow_logs[0].bucket_keys}/" | "s3:PutObject" in {item.action | some item in items}],
	[$"the bucket {bucket.arn}" | "s3:GetBucketAcl" in {item.action | some item in items}],
))

doubt(flow_logs, [cause, reason]) := {
	"verdict": "undecided",
	"cause": cause,
	"related": related(flow_logs[0].bucket_policies, flow_logs),
	"message": $"whether the policy of the bucket lets records in cannot be told: {reason}",
	"fix": "write the policy as JSON or with aws_iam_policy_document, literally or by reference to resources of this input, and one for the bucket",
}

doubt_of(readings_of) := ["policy-unread", access_fault.doubt(unread, access.deliveries)] if {
	unread := [reading | some reading in readings_of; reading.document < 0][0]
} else := ["several-policies", $"{phrase.addresses(policies)} say different things of it, and S3 keeps one of them"] if {
	count(readings_of) > 1
	policies := [input.resource_policies[reading.policy] | some reading in readings_of]
} else := ["not-certain", access_fault.doubt(readings_of[0], access.deliveries)]

unplaced(bucket) := {
	"verdict": "undecided",
	"cause": "policy-unplaced",
	"related": array.concat(parts, subject.flow_logs_of(bucket)),
	"message": $"whether the policy of the bucket lets records in cannot be told: {phrase.addresses(parts)} may be its policy instead, as the bucket it names is not known",
	"fix": "refer to the bucket itself in the bucket policy",
} if {
	parts := subject.unplaced_parts(bucket, "policy")
}

related(readings_of, flow_logs) := array.concat(
	[subject.ref(input.resource_policies[reading.policy]) | some reading in readings_of],
	[subject.ref(flow_log) | some flow_log in flow_logs],
)
