# METADATA
# title: Nobody records the traffic of a VPC
# description: >-
#   A VPC has to have a flow log on itself or on each of its subnets, or its traffic leaves no trace. A module that is
#   called and not read may make such a VPC, so that it is undecided.
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
#     module-unread: a module is called, and what it makes is not read, be it a flow log or a VPC
#   help: >-
#     Put a FlowLogs on the VPC.
#   controls: [
#     "CIS AWS v1.2.0 2.9", "CIS AWS v1.4.0 3.9", "CIS AWS v1.5.0 3.9", "CIS AWS v2.0.0 3.9", "CIS AWS v3.0.0 3.7",
#     "CIS AWS v4.0.1 3.7", "CIS AWS v5.0.0 3.7", "CIS AWS v6.0.0 4.7", "CIS AWS v7.0.0 4.7", "FSBP v1.0.0 EC2.6",
#     "HIPAA 45 CFR 164.308(a)(1)(ii)(D)", "HIPAA 45 CFR 164.308(a)(3)(ii)(A)", "HIPAA 45 CFR 164.308(a)(6)(ii)",
#     "HIPAA 45 CFR 164.312(b)", "HIPAA 45 CFR 164.312(c)(2)", "NIST 800-53 r5 AC-4(26)", "NIST 800-53 r5 AU-2(b)",
#     "NIST 800-53 r5 AU-3(a)", "NIST 800-53 r5 AU-3(b)", "NIST 800-53 r5 AU-3(c)", "NIST 800-53 r5 AU-3(d)",
#     "NIST 800-53 r5 AU-3(e)", "NIST 800-53 r5 AU-6(3)", "NIST 800-53 r5 AU-6(4)", "NIST 800-53 r5 AU-6(6)",
#     "NIST 800-53 r5 AU-6(9)", "NIST 800-53 r5 AU-8(b)", "NIST 800-53 r5 AU-12(1)", "NIST 800-53 r5 AU-12(2)",
#     "NIST 800-53 r5 AU-12(3)", "NIST 800-53 r5 AU-12(4)", "NIST 800-53 r5 AU-12(a)", "NIST 800-53 r5 AU-12(c)",
#     "NIST 800-53 r5 AU-14(3)", "NIST 800-53 r5 AU-14(a)", "NIST 800-53 r5 AU-14(b)", "NIST 800-53 r5 CA-7(b)",
#     "NIST 800-53 r5 CM-5(1)(b)", "NIST 800-53 r5 CM-6(a)", "NIST 800-53 r5 CM-9(b)", "NIST 800-53 r5 IA-3(3)(b)",
#     "NIST 800-53 r5 MA-4(1)(a)", "NIST 800-53 r5 PM-14(a)(1)", "NIST 800-53 r5 PM-14(b)", "NIST 800-53 r5 PM-31",
#     "NIST 800-53 r5 SI-4(17)", "NIST 800-53 r5 SI-7(8)", "PCI DSS v3.2.1 10.1", "PCI DSS v4.0 10.2.1",
#     "PCI DSS v4.0 10.2.2", "PCI DSS v4.0 10.3.1", "PCI DSS v4.0 10.6.3",
#   ]
package flowgate.rules.capture_uncovered

import data.flowgate.phrase
import data.flowgate.verdict as answer

import future.keywords.not

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(input.vpcs) + count(unread), findings) if input.version == 1

findings := array.concat(of_vpcs, unread)

of_vpcs := [finding |
	some vpc in input.vpcs
	not covered(vpc, certainly)
	about := about_vpc(vpc)
	finding := object.union(about, {
		"source": vpc.source,
		"address": vpc.address,
	})
]

unread := [finding |
	some at, source in input.sources
	some module in source.modules
	finding := {
		"verdict": "undecided",
		"cause": "module-unread",
		"source": at,
		"address": module,
		"related": [],
		"message": "what the module holds is not read: it may make a VPC without a flow log, or a flow log that is not right",
		"fix": "judge the plan, which shows what modules make, or waive this where the module makes neither",
	}
]

about_vpc(vpc) := {
	"verdict": "undecided",
	"cause": "flow-log-uncertain",
	"related": [],
	"message": "whether the flow log of the VPC exists is not known: it depends on a count or for_each that is not a literal",
	"fix": "give the flow log a literal count, or none",
} if {
	covered(vpc, perhaps)
} else := {
	"verdict": "undecided",
	"cause": "flow-log-unplaced",
	"related": unplaced,
	"message": $"no flow log is known to be on the VPC, and it cannot be told what is recorded by {phrase.addresses(unplaced)}",
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
	recorded := count([at | some at in vpc.subnets; at in certainly])
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
