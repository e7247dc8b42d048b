# METADATA
# title: what is said where delivery is left undecided
# description: Which of what decides over a grant the input does not show.
# schemas:
#   - input: schema["model.schema"]
package flowgate.iam.undecided

import data.flowgate.iam.doubt
import data.flowgate.iam.grant
import data.flowgate.phrase
import data.flowgate.plan_source
import data.flowgate.subject

import future.keywords.not

# METADATA
# description: |
#   a finding about a flow log of which it cannot be told whether its role may write. Its kind: `group`, `policy` or
#   `boundary`, which cannot be seen, or `uncertain`
about(flow_log) := {
	"verdict": "undecided",
	"kind": "group",
	"related": subject.parties_of(flow_log),
	"message": $"which log group the flow log writes to is not known{phrase.named(flow_log.log_group.given)}, so neither is whether its role may write to it",
	"fix": "refer to the log group itself, or give its ARN",
} if {
	flow_log.log_group.state in {"none", "unknown"}
} else := {
	"verdict": "undecided",
	"kind": "policy",
	"related": array.concat([subject.ref(each) | some each in unread], subject.parties_of(flow_log)),
	"message": $"whether the role may write to the log group cannot be told, because {doubt.unread(flow_log)}",
	"fix": plan_source.readable(unread),
} if {
	unread := grant.unread(flow_log)
	count(unread) > 0
} else := {
	"verdict": "undecided",
	"kind": "boundary",
	"related": subject.parties_of(flow_log),
	"message": $"whether the role may write to the log group cannot be told: its permissions boundary, {_unread_boundary(flow_log)}",
	"fix": "judge the stack that makes the boundary together with this one, or see that the boundary allows logs:CreateLogStream, logs:PutLogEvents and logs:DescribeLogStreams on the log group",
} if {
	grant.bounded(flow_log)
	not grant.boundary(flow_log)
} else := {
	"verdict": "undecided",
	"kind": "uncertain",
	"related": array.concat([subject.ref(input.policies[grant.boundary(flow_log)])], subject.parties_of(flow_log)),
	"message": $"whether the permissions boundary {input.policies[grant.boundary(flow_log)].address} lets the role write to the log group is not known before apply",
	"fix": "name actions and resources of the boundary literally, or refer to resources of this input",
} if {
	some action in grant.needed
	grant.within_boundary(flow_log, action) == "unknown"
} else := {
	"verdict": "undecided",
	"kind": "uncertain",
	"related": array.concat(_policies_on(flow_log), subject.parties_of(flow_log)),
	"message": $"whether the role may write to the log group cannot be told: {doubt.reason(flow_log)}",
	"fix": doubt.remedy(flow_log),
}

_unread_boundary(flow_log) := $"which may take back what its policies allow, cannot be read{phrase.named(given)}" if {
	given := input.roles[flow_log.role.at].boundary_policy.given
}

_policies_on(flow_log) := [subject.ref(input.policies[permission.policy]) |
	some permission in input.roles[flow_log.role.at].permissions
]
