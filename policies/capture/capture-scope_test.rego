package flowgate.rules.capture_scope_test

import data.flowgate.rules.capture_scope as rule
import data.flowgate.testing as models

import future.keywords.not

test_capture_scope[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

cases := {
	"one VPC is one scope": {
		"model": models.model({}),
		"says": [],
	},
	"nothing is no scope": {
		"model": models.model({"flow_logs": [models.flow_log({"scope": {"given": [], "state": "none", "at": -1}})]}),
		"says": ["fail none: the flow log is on nothing: no VPC, subnet, interface or gateway is given"],
	},
	"two arguments are one too many": {
		"model": models.model({"flow_logs": [models.flow_log({"scope": {"given": [models.given_vpc, {"argument": "subnet_id", "refers_to": "aws_subnet", "fits": true, "text": "${aws_subnet.a.id}"}], "state": "several", "at": -1}})]}),
		"says": ["fail several: the flow log gives vpc_id and subnet_id, where exactly one is allowed"],
	},
	"an interface is no subnet": {
		"model": models.model({"flow_logs": [models.flow_log({"scope": {"given": [{"argument": "subnet_id", "refers_to": "aws_network_interface", "fits": false, "text": "${aws_network_interface.x.id}"}], "state": "unknown", "at": -1}})]}),
		"says": ["fail wrong-kind: subnet_id refers to a resource of type aws_network_interface"],
	},
	"what cannot be told is undecided": {
		"model": models.model({"flow_logs": [models.flow_log({"scope": {"given": [{"argument": "vpc_id", "refers_to": "", "fits": true, "text": "${var.vpc}"}], "state": "unknown", "at": -1}})]}),
		"says": ["undecided unknown: what vpc_id names cannot be told before apply"],
	},
}
