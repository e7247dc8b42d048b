# METADATA
# title: A plan ends a flow log and puts none in its place
# description: >-
#   Traffic that nothing records cannot be looked at afterwards. Whoever hides something switches the flow log off first.
# related_resources:
#   - ref: https://attack.mitre.org/techniques/T1562/008/
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: true
#   causes:
#     deleted: the plan deletes the flow log, and nothing else captures what it was on
#     forgotten: the plan lets go of the flow log, which nothing manages any more
#     unknown-successor: whether another flow log takes its place is not known
#   help: >-
#     Keep the flow log, or make another one on the same VPC, subnet or interface in the same plan.
#   controls: []
package flowgate.rules.change_stops_capture

import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(flow_logs), findings) if input.version == 1

flow_logs := [change | some change in input.changes; change.kind == "flow-log"]

findings := [finding |
	some change in flow_logs
	ended := words[change.action]
	not succeeded(change)
	finding := object.union(said_of(change, ended), {"source": change.source, "address": change.address})
]

succeeded(change) if {
	some successor in change.successors
	successor.same_scope == "yes"
}

said_of(change, ended) := {
	"verdict": "fail",
	"cause": ended.cause,
	"related": [],
	"message": $"the plan {ended.does} the flow log{on(change)} and makes none in its place",
	"fix": "keep the flow log, or make another one on the same scope in this plan",
} if {
	count(change.successors) == 0
} else := {
	"verdict": "undecided",
	"cause": "unknown-successor",
	"related": [subject.ref(successor) | some successor in change.successors],
	"message": $"the plan {ended.does} the flow log{on(change)}, and whether {phrase.addresses(change.successors)} takes its place is not known",
	"fix": "make sure that it captures the same scope, or judge the plan with the source that it comes from",
}

on(change) := $" on {change.scope}" if change.scope != ""

on(change) := "" if change.scope == ""

words := {
	"delete": {"cause": "deleted", "does": "deletes"},
	"forget": {"cause": "forgotten", "does": "forgets"},
}
