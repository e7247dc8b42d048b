# METADATA
# title: A traffic type where AWS wants none, or none where it wants one
# description: >-
#   AWS requires a traffic type for a VPC, subnet or interface, and takes none for a transit gateway, whose flow logs
#   capture everything. terraform validate tells neither.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: false
#   causes:
#     absent: no traffic type on a VPC, subnet or interface
#     transit-gateway: a traffic type on a transit gateway
#     unknown: the traffic type is known only after apply
#     wrong-type: the traffic type is not a text
#   help: >-
#     Set traffic_type to ALL, ACCEPT or REJECT; leave it out for a transit gateway.
#   controls: []
package flowgate.rules.capture_traffic_type

import data.flowgate.phrase
import data.flowgate.record
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(input.flow_logs), findings) if input.version == 1

findings := [finding |
	some flow_log in input.flow_logs
	flow_log.scope.state in {"resolved", "unknown"}
	about := about_type(flow_log.traffic_type, record.kind(flow_log))
	finding := object.union(about, {
		"source": flow_log.source,
		"address": flow_log.address,
		"related": [],
	})
]

about_type(traffic_type, "vpc") := {
	"verdict": "fail",
	"cause": "absent",
	"message": "the flow log gives no traffic type, which AWS requires for a VPC, subnet or interface",
	"fix": "set traffic_type to ALL",
} if {
	traffic_type.state == "absent"
}

about_type(traffic_type, "transit-gateway") := {
	"verdict": "fail",
	"cause": "transit-gateway",
	"message": $"the flow log gives the traffic type {traffic_type.value}, where a transit gateway takes none",
	"fix": "remove traffic_type",
} if {
	traffic_type.state == "known"
}

about_type(traffic_type, kind) := {
	"verdict": "undecided",
	"cause": traffic_type.state,
	"message": $"whether the flow log gives a traffic type, which {wanted[kind]}, {why}{phrase.given(traffic_type)}",
	"fix": {"vpc": "set traffic_type literally", "transit-gateway": "remove traffic_type"}[kind],
} if {
	why := trouble[traffic_type.state]
}

wanted := {
	"vpc": "AWS requires for a VPC, subnet or interface",
	"transit-gateway": "a transit gateway does not take",
}

trouble := {"unknown": "is not known before apply", "wrong-type": "cannot be told: it is not a text"}
