# METADATA
# title: A flow log is on exactly one thing
# description: >-
#   AWS refuses a flow log on nothing or on several things, and one whose argument names a resource of another
#   kind.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: false
#   causes:
#     none: nothing is named
#     several: more than one argument is given
#     wrong-kind: an argument refers to a resource of another kind
#     unknown: what the argument names cannot be told
#   help: >-
#     Give exactly one of vpc_id, subnet_id, eni_id, transit_gateway_id, transit_gateway_attachment_id or
#     regional_nat_gateway_id.
#   controls: []
package flowgate.rules.capture_scope

import data.flowgate.evidence
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(input.flow_logs), findings) if input.version == 1

findings := [finding |
	some flow_log in input.flow_logs
	about := about_scope(flow_log.scope)
	finding := object.union(about, {
		"source": flow_log.source,
		"address": flow_log.address,
		"related": [],
	})
]

about_scope(scope) := {
	"verdict": "fail",
	"cause": "several",
	"message": $"the flow log gives {arguments(scope.given)}, where exactly one is allowed",
	"fix": "keep one of them, and make a flow log of its own for each other",
} if {
	scope.state == "several"
} else := {
	"verdict": "fail",
	"cause": "none",
	"message": "the flow log is on nothing: no VPC, subnet, interface or gateway is given",
	"fix": "set vpc_id, subnet_id or eni_id",
} if {
	scope.state == "none"
} else := {
	"verdict": "fail",
	"cause": "wrong-kind",
	"message": $"{misfit.argument} refers to a resource of type {misfit.refers_to}",
	"fix": $"let {misfit.argument} name what its own name says, or use the argument that fits",
	"evidence": evidence.whole(misfit.text),
} if {
	misfit := [given | some given in scope.given; given.fits == false][0]
} else := {
	"verdict": "undecided",
	"cause": "unknown",
	"message": $"what {arguments(scope.given)} names cannot be told before apply",
	"fix": "refer to the resource itself, or give its id",
} if {
	scope.state == "unknown"
}

arguments(given) := concat(" and ", [each.argument | some each in given])
