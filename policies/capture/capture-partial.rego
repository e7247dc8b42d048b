# METADATA
# title: Traffic is missing from the records
# description: >-
#   A flow log that captures only accepted or only rejected traffic cannot answer who talked to whom.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: true
#   causes:
#     partial: the traffic type is none that the settings accept or the provider knows, and no other flow log captures the rest
#     unknown: the traffic type is known only after apply
#     wrong-type: the traffic type is not a text
#     scope-unknown: what the flow log is on cannot be told, so neither can who captures the rest
#     complement-uncertain: another flow log may capture the rest
#   help: >-
#     Set traffic_type to ALL, or add a flow log that captures the rest on the same scope or its VPC.
#   controls: []
package flowgate.rules.capture_partial

import data.flowgate.phrase
import data.flowgate.record
import data.flowgate.settings
import data.flowgate.verdict as answer

import future.keywords.not

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(input.flow_logs), findings) if input.version == 1

findings := [finding |
	some flow_log in input.flow_logs
	not flow_log.traffic_type.value in settings.traffic_types
	not whole(flow_log)
	about := about_type(flow_log)
	finding := object.union(about, {
		"source": flow_log.source,
		"address": flow_log.address,
		"related": [],
		"fix": $"set traffic_type to {concat(" or ", settings.traffic_types)}",
	})
]

# A transit gateway captures everything. No scope, or several: capture-scope says so. No traffic type:
# capture-traffic-type.
whole(flow_log) if flow_log.scope.state in {"none", "several"}

whole(flow_log) if record.kind(flow_log) == "transit-gateway"

whole(flow_log) if flow_log.traffic_type.state == "absent"

whole(flow_log) if enough(captured_on(flow_log, captured))

about_type(flow_log) := {
	"verdict": "undecided",
	"cause": flow_log.traffic_type.state,
	"message": $"what traffic the flow log captures {why}{phrase.given(flow_log.traffic_type)}",
} if {
	why := trouble[flow_log.traffic_type.state]
} else := {
	"verdict": "fail",
	"cause": "partial",
	"message": $`the flow log gives the traffic type "{flow_log.traffic_type.value}", which the provider refuses: {reason}`,
} if {
	reason := wrong_in(flow_log.traffic_type.value)
} else := {
	"verdict": "undecided",
	"cause": "scope-unknown",
	"message": $"the flow log captures {flow_log.traffic_type.value} only, and what it is on cannot be told, so neither can whether another flow log captures the rest",
} if {
	flow_log.scope.state == "unknown"
} else := {
	"verdict": "undecided",
	"cause": "complement-uncertain",
	"message": $"the flow log captures {flow_log.traffic_type.value} only, and whether another flow log captures the rest cannot be told",
} if {
	complement_possible(flow_log)
} else := {
	"verdict": "fail",
	"cause": "partial",
	"message": $"the flow log captures {flow_log.traffic_type.value} only, where {concat(" or ", settings.traffic_types)} is required",
}

wrong_in(value) := $"it is written {upper(value)}, in capitals" if {
	not parts[value]
	parts[upper(value)]
}

wrong_in(value) := "there are ALL, ACCEPT and REJECT" if not parts[upper(value)]

trouble := {"unknown": "is not known before apply", "wrong-type": "is not given as a text"}

complement_possible(flow_log) if enough(captured_on(flow_log, perhaps_captured))

complement_possible(_) if {
	some source in input.sources
	count(source.unplaced_flow_logs) > 0
}

captured_on(flow_log, table) := union({types |
	some at in array.concat([flow_log.scope.at], input.scopes[flow_log.scope.at].within)
	types := table[at]
})

enough(types) if {
	some accepted in settings.traffic_types
	count(parts[accepted] - types) == 0
}

parts := {"ALL": {"ACCEPT", "REJECT"}, "ACCEPT": {"ACCEPT"}, "REJECT": {"REJECT"}}

# By scope: what its flow logs capture together.
captured := [types |
	some scope in input.scopes
	types := {type |
		some at in scope.flow_logs
		input.flow_logs[at].exists == "yes"
		some type in parts[input.flow_logs[at].traffic_type.value]
	}
]

# By scope: the same, with what may be captured or not.
perhaps_captured := [types |
	some scope in input.scopes
	types := {type |
		some at in scope.flow_logs
		some type in possible_parts(input.flow_logs[at].traffic_type)
	}
]

possible_parts(traffic_type) := parts[traffic_type.value]

possible_parts(traffic_type) := parts.ALL if traffic_type.state in {"unknown", "wrong-type"}
