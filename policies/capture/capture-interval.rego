# METADATA
# title: AWS offers only some aggregation intervals
# description: >-
#   Records cover 60 or 600 seconds; for a transit gateway only 60, although 600 is the default. Anything else
#   is refused when the stack is deployed.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: false
#   causes:
#     not-offered: neither 60 nor 600
#     transit-gateway: anything but 60 on a transit gateway
#     unknown: the interval is known only after apply
#     wrong-type: the interval is not a number
#   help: >-
#     Set max_aggregation_interval to 60.
#   controls: []
package flowgate.rules.capture_interval

import data.flowgate.phrase
import data.flowgate.verdict as answer

import future.keywords.not

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(input.flow_logs), findings) if input.version == 1

findings := [finding |
	some flow_log in input.flow_logs
	about := about_interval(flow_log)
	finding := object.union(about, {
		"source": flow_log.source,
		"address": flow_log.address,
		"related": [],
		"fix": "set max_aggregation_interval to 60",
	})
]

about_interval(flow_log) := {
	"verdict": "undecided",
	"cause": flow_log.aggregation.state,
	"message": $"the aggregation interval {why}{phrase.given(flow_log.aggregation)}",
} if {
	why := trouble[flow_log.aggregation.state]
} else := {
	"verdict": "fail",
	"cause": "transit-gateway",
	"message": $"records cover {seconds(flow_log.aggregation)} seconds, where a transit gateway takes 60 only",
} if {
	on_transit_gateway(flow_log)
	seconds(flow_log.aggregation) != 60
} else := {
	"verdict": "fail",
	"cause": "not-offered",
	"message": $"records cover {flow_log.aggregation.value} seconds, where AWS offers 60 and 600",
} if {
	not seconds(flow_log.aggregation) in {60, 600}
}

trouble := {"unknown": "is not known before apply", "wrong-type": "is not a number"}

on_transit_gateway(flow_log) if {
	some given in flow_log.scope.given
	startswith(given.argument, "transit_gateway")
}

seconds(aggregation) := aggregation.value

seconds(aggregation) := 600 if aggregation.state == "absent"
