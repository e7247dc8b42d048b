package flowgate.rules.capture_interval_test

import data.flowgate.rules.capture_interval as rule
import data.flowgate.testing as models

import future.keywords.not

test_capture_interval[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

cases := {
	"60 seconds are offered": {
		"model": models.model({}),
		"says": [],
	},
	"600 seconds are offered": {
		"model": models.model({"flow_logs": [models.flow_log({"aggregation": models.known(600)})]}),
		"says": [],
	},
	"absent means 600 seconds": {
		"model": models.model({"flow_logs": [models.flow_log({"aggregation": models.absent})]}),
		"says": [],
	},
	"300 seconds are not offered": {
		"model": models.model({"flow_logs": [models.flow_log({"aggregation": models.known(300)})]}),
		"says": ["fail not-offered: records cover 300 seconds, where AWS offers 60 and 600"],
	},
	"a transit gateway takes 60 seconds": {
		"model": models.model({"flow_logs": [models.flow_log({"aggregation": models.known(60), "scope": {"given": [{"argument": "transit_gateway_id", "refers_to": "", "fits": true, "text": "tgw"}], "state": "unknown", "at": -1}})]}),
		"says": [],
	},
	"a transit gateway does not take the default": {
		"model": models.model({"flow_logs": [models.flow_log({"aggregation": models.absent, "scope": {"given": [{"argument": "transit_gateway_id", "refers_to": "", "fits": true, "text": "tgw"}], "state": "unknown", "at": -1}})]}),
		"says": ["fail transit-gateway: records cover 600 seconds, where a transit gateway takes 60 only"],
	},
	"a transit gateway does not take 600": {
		"model": models.model({"flow_logs": [models.flow_log({"aggregation": models.known(600), "scope": {"given": [{"argument": "transit_gateway_id", "refers_to": "", "fits": true, "text": "tgw"}], "state": "unknown", "at": -1}})]}),
		"says": ["fail transit-gateway: records cover 600 seconds, where a transit gateway takes 60 only"],
	},
	"unknown is undecided": {
		"model": models.model({"flow_logs": [models.flow_log({"aggregation": models.unknown})]}),
		"says": ["undecided unknown: the aggregation interval is not known before apply (${var.x})"],
	},
	"a wrong type is undecided": {
		"model": models.model({"flow_logs": [models.flow_log({"aggregation": models.wrong_type})]}),
		"says": ["undecided wrong-type: the aggregation interval is not a number ([])"],
	},
}
