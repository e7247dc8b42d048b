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
#     destination-not-judged: the flow log writes to S3 or Firehose, or where to is not known
#     role-not-in-input: the input does not hold the role
#     group-unknown: which log group the flow log writes to is not known
#     policy-unread: a policy of the role cannot be read
#     not-certain: a policy, resource or condition is not known before apply
#   help: >-
#     Allow the role logs:CreateLogStream and logs:PutLogEvents on LOG_GROUP_ARN:log-stream:*, and
#     logs:DescribeLogStreams on LOG_GROUP_ARN, or let FlowLogs write the policy.
#   breaks: policy
#   controls: []
package flowgate.rules.delivery_not_granted

import data.flowgate.iam.condition
import data.flowgate.iam.document
import data.flowgate.iam.grant
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

abouts(flow_log) := [unjudged] if {
	subject.to_cloudwatch(flow_log) != "yes"
} else := [unseen_role(flow_log)] if {
	flow_log.role.state in {"external", "unknown"}
} else := broken(flow_log) if {
	has_policy(flow_log)
	not grant.plainly_allowed(flow_log)
}

# Without a role delivery-role-missing speaks, without any policy delivery-policy-unattached.
has_policy(flow_log) if count(input.roles[flow_log.role.at].permissions) > 0

has_policy(flow_log) if count(input.roles[flow_log.role.at].foreign_policies) > 0

unjudged := {
	"verdict": "undecided",
	"cause": "destination-not-judged",
	"related": [],
	"message": "whether records arrive cannot be told: only CloudWatch Logs destinations are judged",
	"fix": "check the destination's own policy by hand",
}

unseen_role(flow_log) := {
	"verdict": "undecided",
	"cause": "role-not-in-input",
	"related": [],
	"message": $"what the role of the flow log may do cannot be seen, because the input does not hold it{phrase.named(flow_log.role.given)}",
	"fix": "judge the stack that makes the role together with this one",
}

broken(flow_log) := failures if {
	failures := array.concat(denials(flow_log), gaps(flow_log))
	count(failures) > 0
} else := [doubt(flow_log)] if {
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

gaps(flow_log) := array.concat(
	[finding |
		some cause in ["other-log-group", "malformed-arn", "missing-stream-suffix", "condition-never-holds"]
		items := [fault | some fault in counted; fault.cause == cause]
		count(items) > 0
		policies := policies_of(items)
		finding := document.with_permission(
			{
				"verdict": "fail",
				"cause": cause,
				"related": array.concat(policies, subject.parties_of(flow_log)),
				"message": $"{phrase.addresses(policies)} allows {actions_of(items)} {trouble(cause, texts_of(items), flow_log)}",
				"fix": $"allow the role to write to {log_group(flow_log)}:log-stream:*, and to describe its streams",
				"evidence": evidence(items[0].text, mark[cause]),
			},
			{flow_log.log_group_arn},
		)
	],
	[document.with_permission(finding, {flow_log.log_group_arn}) |
		unnamed := [action | some action in lacking; not action in {fault.action | some fault in counted}]
		count(unnamed) > 0
		finding := {
			"verdict": "fail",
			"cause": "missing-action",
			"related": array.concat(policies_on(flow_log), subject.parties_of(flow_log)),
			"message": $"no policy of the role allows {phrase.action_names(unnamed)}, which delivery needs",
			"fix": $"allow the role {phrase.action_names(unnamed)} on the log group {log_group(flow_log)}",
		}
	],
) if {
	lacking := [action | some action in grant.needed; grant.allowed(flow_log, action) == "no"]
	count(lacking) > 0
	counted := in_place_of_own([fault | some action in lacking; some fault in faults(flow_log, action)])
} else := []

# Why the statements that name an action do not grant it.
faults(flow_log, action) := [object.union(fault, {"action": action, "policy": permission.policy}) |
	some at, permission in input.roles[flow_log.role.at].permissions
	policy := input.policies[permission.policy]
	policy.state == "readable"
	some index, statement in input.documents[policy.document].statements
	statement.effect == "Allow"
	action in statement.covers
	coverage := flow_log.permissions[at].coverage
	some fault in faults_of(coverage, index, statement, action)
]

faults_of(coverage, index, statement, action) := [{"cause": "condition-never-holds", "text": each.given} |
	some each in statement.conditions
	condition.of_one(each, "permission") == "no"
] if {
	grant.reaches(coverage, index, statement, action) == "yes"
} else := array.concat(
	[{"cause": wrong_with(resource), "text": statement.resources[position]} |
		some position, resource in input.coverages[coverage].statements[index].resources
	],
	[{"cause": "other-log-group", "text": text} | some text in statement.not_resources],
)

wrong_with(resource) := "malformed-arn" if {
	resource.reach == "malformed"
} else := "other-log-group" if {
	resource.reach == "other"
} else := "missing-stream-suffix"

# Another group beside the own one is no reason why nothing arrives: privilege-wildcard-resource speaks of it.
in_place_of_own(all_faults) := [fault | some fault in all_faults; fault.cause != "other-log-group"] if {
	some fault in all_faults
	fault.cause in {"missing-stream-suffix", "condition-never-holds"}
} else := all_faults

trouble("other-log-group", texts, flow_log) := $"on {texts}, which is not the log group that the flow log writes to ({group_name(flow_log)})"

trouble("malformed-arn", texts, _) := $"on {texts}, which is no form of ARN that any log group or stream has"

trouble("missing-stream-suffix", texts, _) := $"on {texts}, which does not cover all streams of the log group"

trouble("condition-never-holds", texts, _) := $"under the condition {texts}, which the flow-logs service never meets"

doubt(flow_log) := {
	"verdict": "undecided",
	"cause": "group-unknown",
	"related": subject.parties_of(flow_log),
	"message": $"which log group the flow log writes to is not known{phrase.named(flow_log.log_group.given)}, so neither is whether its role may",
	"fix": "refer to the log group itself, or give its ARN",
} if {
	flow_log.log_group.state in {"none", "unknown"}
} else := {
	"verdict": "undecided",
	"cause": "policy-unread",
	"related": array.concat([subject.ref(each) | some each in unread], subject.parties_of(flow_log)),
	"message": $"whether the role may write to the log group cannot be told, because {phrase.addresses(unread)} cannot be read",
	"fix": "write the policy as JSON or with aws_iam_policy_document, in the same input and attached by reference",
} if {
	unread := grant.unread(flow_log)
	count(unread) > 0
} else := {
	"verdict": "undecided",
	"cause": "not-certain",
	"related": array.concat(policies_on(flow_log), subject.parties_of(flow_log)),
	"message": $"whether the role may write to the log group cannot be told: what {phrase.addresses(policies_on(flow_log))} allows is not known before apply",
	"fix": "name actions, resources and conditions literally or by reference to resources of this input, without a count that is not known",
}

policies_of(items) := [subject.ref(input.policies[at]) | some at in sort({item.policy | some item in items})]

policies_on(flow_log) := [subject.ref(input.policies[permission.policy]) |
	some permission in input.roles[flow_log.role.at].permissions
]

actions_of(items) := phrase.action_names({item.action | some item in items})

texts_of(items) := phrase.quoted(sort({item.text | some item in items}))

# From where on the evidence is wrong.
mark := {
	"other-log-group": "log-group:",
	"malformed-arn": "log-stream:",
	"missing-stream-suffix": "arn:",
	"condition-never-holds": " ",
}

evidence(text, wrong_from) := {"text": text, "start": start, "end": count(text)} if {
	start := max([0, indexof(text, wrong_from)])
}

group_name(flow_log) := input.log_groups[flow_log.log_group.at].name.value if {
	flow_log.log_group.at >= 0
} else := log_group(flow_log)

log_group(flow_log) := flow_log.log_group_arn if {
	flow_log.log_group_arn != ""
} else := flow_log.log_group.given
