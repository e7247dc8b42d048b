# METADATA
# title: Nobody records the traffic of a VPC
# description: >-
#   A VPC has to have a flow log on itself or on each of its subnets, or its traffic leaves no trace.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: true
#   causes:
#     no-flow-log: no flow log on the VPC, and none on its subnets
#     subnets-left-out: flow logs on some of its subnets only
#     flow-log-uncertain: whether the flow log exists is not known
#     flow-log-unplaced: what some flow log is on cannot be told
#     module-unread: a module is called, and what it holds is not read
#   help: >-
#     Put a FlowLogs on the VPC.
#   controls: []
package flowgate.rules.capture_uncovered

import data.flowgate.phrase
import data.flowgate.verdict as answer

import future.keywords.not

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(input.vpcs), findings) if input.version == 1

findings := [finding |
	some vpc in input.vpcs
	not covered(vpc, certainly)
	about := about_vpc(vpc)
	finding := object.union(about, {
		"source": vpc.source,
		"address": vpc.address,
	})
]

about_vpc(vpc) := {
	"verdict": "undecided",
	"cause": "flow-log-uncertain",
	"related": [],
	"message": "whether the flow log of the VPC exists is not known: it hangs on a count or for_each that is no literal",
	"fix": "give the flow log a literal count, or none",
} if {
	covered(vpc, perhaps)
} else := {
	"verdict": "undecided",
	"cause": "flow-log-unplaced",
	"related": unplaced,
	"message": $"no flow log is known to be on the VPC, and what {phrase.addresses(unplaced)} is on cannot be told",
	"fix": "let the flow log refer to the VPC itself, or give its id",
} if {
	count(unplaced) > 0
} else := {
	"verdict": "undecided",
	"cause": "module-unread",
	"related": [],
	"message": $"no flow log is known to be on the VPC, and what {phrase.list(modules)} holds is not read",
	"fix": "judge the plan, which shows what modules make, or put a flow log on the VPC here",
} if {
	count(modules) > 0
} else := {
	"verdict": "fail",
	"cause": "subnets-left-out",
	"related": [],
	"message": $"flow logs are on {recorded} of the VPC's {count(vpc.subnets)} subnets only, so the traffic of the others is not recorded",
	"fix": "put a flow log on the VPC",
} if {
	recorded := count([1 | some at in vpc.subnets; certainly[at]])
	recorded > 0
} else := {
	"verdict": "fail",
	"cause": "no-flow-log",
	"related": [],
	"message": "the VPC has no flow log, so its traffic is not recorded",
	"fix": "put a flow log on the VPC",
}

covered(vpc, recorded) if recorded[vpc.scope]

covered(vpc, recorded) if {
	count(vpc.subnets) > 0
	every at in vpc.subnets { recorded[at] }
}

# Scopes with a flow log on them.
certainly := {at |
	some at, scope in input.scopes
	some flow_log in scope.flow_logs
	input.flow_logs[flow_log].exists == "yes"
}

perhaps := {at | some at, scope in input.scopes; count(scope.flow_logs) > 0}

unplaced := [flow_log | some source in input.sources; some flow_log in source.unplaced_flow_logs]

modules := [module | some source in input.sources; some module in source.modules]
