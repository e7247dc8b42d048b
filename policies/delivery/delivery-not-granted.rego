# METADATA
# title: The role may not write to the flow log's own log group
# description: >-
#   The flow log is made, stays ACTIVE and never delivers a record. AWS allows logs:CreateLogStream and
#   logs:PutLogEvents on the streams of that very log group, and logs:DescribeLogStreams on the group, or
#   nothing arrives.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-troubleshooting.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: false
#   causes:
#     other-log-group: the policy names another log group or resource
#     missing-stream-suffix: the policy names the group and not all of its streams (the trailing wildcard is missing)
#     malformed-arn: the policy names an ARN of a form that nothing has
#     missing-action: no policy allows the action
#     explicit-deny: a policy denies the action
#     condition-never-holds: the policy allows it under a condition that the service cannot meet
#     outside-boundary: the permissions boundary of the role does not allow it
#     destination-not-judged: whether the flow log writes to CloudWatch Logs is not known
#     role-not-in-input: the input does not hold the role
#     group-unknown: which log group the flow log writes to is not known
#     policy-unread: a policy of the role cannot be read
#     boundary-not-judged: the role has a permissions boundary that cannot be read, which may take the grant back
#     not-certain: a policy, resource or condition is not known before apply
#   help: >-
#     Allow the role logs:CreateLogStream and logs:PutLogEvents on LOG_GROUP_ARN:log-stream:*, and
#     logs:DescribeLogStreams on LOG_GROUP_ARN, or let FlowLogs write the policy.
#   breaks: policy
#   controls: []
package flowgate.rules.delivery_not_granted

import data.flowgate.evidence
import data.flowgate.iam.claim
import data.flowgate.iam.document
import data.flowgate.iam.fault
import data.flowgate.iam.grant
import data.flowgate.iam.undecided
import data.flowgate.likeness
import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

import future.keywords.not

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(input.flow_logs), findings) if input.version == 1

findings := [finding |
	some flow_log in input.flow_logs
	some about in abouts(flow_log)
	finding := object.union(about, {"source": flow_log.source, "address": flow_log.address})
]

abouts(flow_log) := [unjudged(flow_log)] if {
	subject.to_cloudwatch(flow_log) == "unknown"
} else := [] if {
	elsewhere(flow_log)
} else := [unseen_role(flow_log)] if {
	flow_log.role.state in {"external", "unknown"}
} else := broken(flow_log) if {
	has_policy(flow_log)
	not grant.plainly_allowed(flow_log)
}

# S3 and Firehose need no role to write with. No destination at all: destination-mismatch.
elsewhere(flow_log) if subject.to_cloudwatch(flow_log) == "no"

elsewhere(flow_log) if flow_log.destination_service == "none"

# Without a role delivery-role-missing speaks, without any policy delivery-policy-unattached.
has_policy(flow_log) if count(input.roles[flow_log.role.at].permissions) > 0

has_policy(flow_log) if count(input.roles[flow_log.role.at].foreign_policies) > 0

unjudged(flow_log) := {
	"verdict": "undecided",
	"cause": "destination-not-judged",
	"related": [],
	"message": $"whether records arrive cannot be told: the destination type is not known{phrase.given(flow_log.destination_type)}",
	"fix": "write log_destination_type literally",
}

unseen_role(flow_log) := {
	"verdict": "undecided",
	"cause": "role-not-in-input",
	"related": [],
	"message": $"what the role of the flow log may do cannot be seen, because {phrase.missing("role", flow_log.role.given)}",
	"fix": "judge the stack that makes the role together with this one; where there is none, check its policies by hand",
}

broken(flow_log) := failures if {
	lacking := fault.lacking(flow_log)
	faults := fault.counted(flow_log, lacking)
	failures := array.flatten([
		denials(flow_log), gaps(flow_log, faults), unnamed(flow_log, lacking, faults),
		left_out(flow_log),
	])
	count(failures) > 0
} else := [unclear(undecided.about(flow_log))] if {
	some action in grant.needed
	"unknown" in {grant.allowed(flow_log, action), grant.denied(flow_log, action)}
}

denials(flow_log) := [finding |
	denying := [{"action": action, "policy": each.policy} |
		some action in grant.needed
		some each in grant.answers(flow_log, "Deny", action)
		each.answer == "yes"
	]
	count(denying) > 0
	policies := policies_of(denying)
	finding := {
		"verdict": "fail",
		"cause": "explicit-deny",
		"related": array.concat(policies, subject.parties_of(flow_log)),
		"message": $"{phrase.addresses(policies)} denies the role {actions_of(denying)} on the log group {group_name(flow_log)}",
		"fix": $"remove the Deny from {phrase.addresses(policies)}, or except this log group from it",
	}
]

# What is named and does not grant.
gaps(flow_log, faults) := [finding |
	some kind in kinds
	items := [each | some each in faults; each.kind == kind]
	shown := nearest_text(items, flow_log)
	policies := policies_of(items)
	finding := document.with_permission(
		{
			"verdict": "fail",
			"cause": cause_of[kind],
			"related": array.concat(policies, subject.parties_of(flow_log)),
			"message": $"{phrase.addresses(policies)} allows {trouble(kind, items, flow_log)}",
			"fix": remedy(kind, policies, flow_log),
			"evidence": evidence.from(shown, mark[kind]),
		},
		{flow_log.log_group_arn},
	)
]

# What nothing names.
unnamed(flow_log, lacking, faults) := [finding |
	found := {each.action | some each in faults}
	actions := [action | some action in lacking; not action in found]
	count(actions) > 0
	finding := document.with_permission(
		{
			"verdict": "fail",
			"cause": "missing-action",
			"related": array.concat(policies_on(flow_log), subject.parties_of(flow_log)),
			"message": $"no policy of the role allows {phrase.action_names(actions)}, which delivery needs",
			"fix": $"allow the role {phrase.action_names(actions)} on the log group {log_group(flow_log)}",
		},
		{flow_log.log_group_arn},
	)
]

# What the boundary leaves out, whatever the policies say.
left_out(flow_log) := [finding |
	actions := fault.bounded_out(flow_log)
	count(actions) > 0
	boundary := subject.ref(input.policies[grant.boundary(flow_log)])
	finding := {
		"verdict": "fail",
		"cause": "outside-boundary",
		"related": array.concat([boundary], subject.parties_of(flow_log)),
		"message": $"the permissions boundary {boundary.address} does not allow the role {phrase.action_names(actions)} on the log group {group_name(flow_log)}, whatever its policies allow",
		"fix": $"allow {phrase.action_names(actions)} on {log_group(flow_log)} in {boundary.address} too",
	}
]

kinds := ["other", "excepted", "malformed", "narrow", "condition"]

cause_of := {
	"other": "other-log-group",
	"excepted": "other-log-group",
	"malformed": "malformed-arn",
	"narrow": "missing-stream-suffix",
	"condition": "condition-never-holds",
	"group": "group-unknown",
	"policy": "policy-unread",
	"boundary": "boundary-not-judged",
	"uncertain": "not-certain",
}

unclear(about) := object.union(object.remove(about, ["kind"]), {"cause": cause_of[about.kind]})

trouble("other", items, flow_log) := $"{claims(items, flow_log)}, which is not the log group that the flow log writes to ({identity(flow_log, items)})"

trouble("excepted", items, flow_log) := $"{actions_of(items)} on all but {texts_of(items)}, which leaves out the log group that the flow log writes to ({group_name(flow_log)})"

trouble("malformed", items, flow_log) := $"{claims(items, flow_log)}, which is no form of ARN that any log group or stream has"

trouble("narrow", items, flow_log) := $"{claims(items, flow_log)}, which does not cover all streams of the log group"

trouble("condition", items, _) := $"{actions_of(items)} under the condition {texts_of(items)}, which the flow-logs service never meets"

remedy(kind, policies, flow_log) := $"remove the condition from {phrase.addresses(policies)}" if {
	kind == "condition"
} else := $"allow the role to write to {log_group(flow_log)}:log-stream:*, and to describe its streams"

# From where on the evidence is wrong.
mark := {"other": "log-group:", "excepted": "", "malformed": "log-stream:", "narrow": "", "condition": ""}

policies_of(items) := [subject.ref(input.policies[at]) | some at in sort({item.policy | some item in items})]

policies_on(flow_log) := [subject.ref(input.policies[permission.policy]) |
	some permission in input.roles[flow_log.role.at].permissions
]

claims(items, flow_log) := claim.clauses(items, log_group(flow_log))

nearest_text(items, flow_log) := likeness.nearest({item.text | some item in items}, log_group(flow_log))

actions_of(items) := phrase.action_names({item.action | some item in items})

texts_of(items) := phrase.quoted(sort({item.text | some item in items}))

# A name alone would not tell the own group from its namesake in another region or account.
identity(flow_log, items) := log_group(flow_log) if {
	some item in items
	contains(item.text, $":log-group:{group_name(flow_log)}")
} else := group_name(flow_log)

group_name(flow_log) := name if {
	name := input.log_groups[flow_log.log_group.at].name.value
} else := log_group(flow_log)

log_group(flow_log) := flow_log.log_group_arn if {
	flow_log.log_group_arn != ""
} else := flow_log.log_group.given
