package flowgate.rules.capture_traffic_type_test

import data.flowgate.rules.capture_traffic_type as rule
import data.flowgate.testing as models

import future.keywords.not

test_capture_traffic_type[note] if {
	some note, case in cases
	verdict := rule.verdict with input as models.model({"flow_logs": [models.flow_log(case.flow_log)]})
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

cases := {
	"a VPC with one": {"flow_log": {}, "says": []},
	"a VPC without": {
		"flow_log": {"traffic_type": models.absent},
		"says": ["fail absent: the flow log gives no traffic type, which AWS requires for a VPC, subnet or interface"],
	},
	"a transit gateway without": {"flow_log": {"traffic_type": models.absent, "scope": models.on_transit_gateway}, "says": []},
	"a transit gateway with one": {
		"flow_log": {"scope": models.on_transit_gateway},
		"says": ["fail transit-gateway: the flow log gives the traffic type ALL, where a transit gateway takes none"],
	},
	"nothing at all is capture-scope's": {
		"flow_log": {"traffic_type": models.absent, "scope": {"given": [], "state": "none", "at": -1}},
		"says": [],
	},
	"a VPC with one that is not known": {
		"flow_log": {"traffic_type": models.unknown},
		"says": ["undecided unknown: whether the flow log gives a traffic type, which AWS requires for a VPC, subnet or interface, is not known before apply (${var.x})"],
	},
	"a transit gateway with one that is not known": {
		"flow_log": {"traffic_type": models.unknown, "scope": models.on_transit_gateway},
		"says": ["undecided unknown: whether the flow log gives a traffic type, which a transit gateway does not take, is not known before apply (${var.x})"],
	},
	"a VPC with one that is no text": {
		"flow_log": {"traffic_type": models.wrong_type},
		"says": ["undecided wrong-type: whether the flow log gives a traffic type, which AWS requires for a VPC, subnet or interface, cannot be told: it is not a text ([])"],
	},
}
