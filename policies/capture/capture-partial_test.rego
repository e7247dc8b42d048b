package flowgate.rules.capture_partial_test

import data.flowgate.rules.capture_partial as rule
import data.flowgate.testing as models

import future.keywords.not

test_capture_partial[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

cases := {
	"ALL is whole": {
		"model": models.model({}),
		"says": [],
	},
	"REJECT alone is not": {
		"model": models.model({"flow_logs": [models.flow_log({"traffic_type": models.known("REJECT")})]}),
		"says": ["fail partial: the flow log captures REJECT only, where ALL is required"],
	},
	"a traffic type in small letters is refused for its case": {
		"model": models.model({"flow_logs": [models.flow_log({"traffic_type": models.known("all")})]}),
		"says": ["fail partial: the flow log gives the traffic type \"all\", which the provider refuses: it is written ALL, in capitals"],
	},
	"a traffic type that there is not is refused": {
		"model": models.model({"flow_logs": [models.flow_log({"traffic_type": models.known("EVERYTHING")})]}),
		"says": ["fail partial: the flow log gives the traffic type \"EVERYTHING\", which the provider refuses: there are ALL, ACCEPT and REJECT"],
	},
	"the case is wrong wherever the flow log is": {
		"model": models.model({"flow_logs": [models.flow_log({"traffic_type": models.known("Reject"), "scope": {"given": [], "state": "unknown", "at": -1}})]}),
		"says": ["fail partial: the flow log gives the traffic type \"Reject\", which the provider refuses: it is written REJECT, in capitals"],
	},
	"no traffic type is capture-traffic-type's": {
		"model": models.model({"flow_logs": [models.flow_log({"traffic_type": models.absent})]}),
		"says": [],
	},
	"a transit gateway captures everything, whatever its traffic type says": {
		"model": models.model({"flow_logs": [models.flow_log({"traffic_type": models.known("REJECT"), "scope": models.on_transit_gateway})]}),
		"says": [],
	},
	"a transit gateway has no traffic type": {
		"model": models.model({"flow_logs": [models.flow_log({"traffic_type": models.absent, "scope": {"given": [{"argument": "transit_gateway_id", "refers_to": "", "fits": true, "text": "tgw"}], "state": "unknown", "at": -1}})]}),
		"says": [],
	},
	"unknown is undecided": {
		"model": models.model({"flow_logs": [models.flow_log({"traffic_type": models.unknown})]}),
		"says": ["undecided unknown: what traffic the flow log captures is not known before apply (${var.x})"],
	},
	"a wrong type is undecided": {
		"model": models.model({"flow_logs": [models.flow_log({"traffic_type": models.wrong_type})]}),
		"says": ["undecided wrong-type: what traffic the flow log captures is not given as a text ([])"],
	},
	"ACCEPT and REJECT on one scope are ALL": {
		"model": models.model({"flow_logs": [models.flow_log({"traffic_type": models.known("ACCEPT")}), models.flow_log({"address": "aws_flow_log.other", "traffic_type": models.known("REJECT"), "scope": models.on_vpc})], "scopes": [{"key": "vpc", "kind": "vpc", "flow_logs": [0, 1], "within": []}]}),
		"says": [],
	},
	"a subnet's rest is captured on its VPC": {
		"model": models.model({"flow_logs": [models.flow_log({"traffic_type": models.known("REJECT"), "scope": models.but(models.on_vpc, {"at": 1})}), models.flow_log({"address": "aws_flow_log.other"})], "scopes": [{"key": "vpc", "kind": "vpc", "flow_logs": [1], "within": []}, {"key": "subnet", "kind": "subnet", "flow_logs": [0], "within": [0]}]}),
		"says": [],
	},
	"a complement that may not exist proves nothing": {
		"model": models.model({"flow_logs": [models.flow_log({"traffic_type": models.known("ACCEPT")}), models.flow_log({"address": "aws_flow_log.other", "traffic_type": models.known("REJECT"), "exists": "unknown", "scope": models.on_vpc})], "scopes": [{"key": "vpc", "kind": "vpc", "flow_logs": [0, 1], "within": []}]}),
		"says": ["undecided complement-uncertain: the flow log captures ACCEPT only, and whether another flow log captures the rest cannot be told", "undecided complement-uncertain: the flow log captures REJECT only, and whether another flow log captures the rest cannot be told"],
	},
	"a complement of unknown type proves nothing": {
		"model": models.model({"flow_logs": [models.flow_log({"traffic_type": models.known("ACCEPT")}), models.flow_log({"address": "aws_flow_log.other", "traffic_type": models.unknown, "scope": models.on_vpc})], "scopes": [{"key": "vpc", "kind": "vpc", "flow_logs": [0, 1], "within": []}]}),
		"says": ["undecided complement-uncertain: the flow log captures ACCEPT only, and whether another flow log captures the rest cannot be told", "undecided unknown: what traffic the flow log captures is not known before apply (${var.x})"],
	},
	"a flow log that is on something unknown may be the complement": {
		"model": models.model({"flow_logs": [models.flow_log({"traffic_type": models.known("REJECT")})], "sources": [models.source({"unplaced_flow_logs": [{"source": 0, "address": "aws_flow_log.other"}]})]}),
		"says": ["undecided complement-uncertain: the flow log captures REJECT only, and whether another flow log captures the rest cannot be told"],
	},
	"on something unknown nobody can tell the complement": {
		"model": models.model({"flow_logs": [models.flow_log({"traffic_type": models.known("REJECT"), "scope": {"given": [models.given_vpc], "state": "unknown", "at": -1}})]}),
		"says": ["undecided scope-unknown: the flow log captures REJECT only, and what it is on cannot be told, so neither can whether another flow log captures the rest"],
	},
	"ALL is ALL, whether the flow log exists or not": {
		"model": models.model({"flow_logs": [models.flow_log({"exists": "unknown"})]}),
		"says": [],
	},
	"a complement of a wrong type proves nothing": {
		"model": models.model({"flow_logs": [models.flow_log({"traffic_type": models.known("ACCEPT")}), models.flow_log({"address": "aws_flow_log.other", "traffic_type": models.wrong_type, "scope": models.on_vpc})], "scopes": [{"key": "vpc", "kind": "vpc", "flow_logs": [0, 1], "within": []}]}),
		"says": ["undecided complement-uncertain: the flow log captures ACCEPT only, and whether another flow log captures the rest cannot be told", "undecided wrong-type: what traffic the flow log captures is not given as a text ([])"],
	},
	"on several is capture-scope's": {
		"model": models.model({"flow_logs": [models.flow_log({"traffic_type": models.known("REJECT"), "scope": {"given": [models.given_vpc, models.given_vpc], "state": "several", "at": -1}})]}),
		"says": [],
	},
	"on nothing is capture-scope's": {
		"model": models.model({"flow_logs": [models.flow_log({"traffic_type": models.known("REJECT"), "scope": {"given": [], "state": "none", "at": -1}})]}),
		"says": [],
	},
}

test_settings_accept_rejected_traffic_alone if {
	verdict := rule.verdict with input as models.model({"flow_logs": [models.flow_log({"traffic_type": models.known("REJECT")})]})
		with data.flowgate_settings as {"capture": {"trafficTypes": ["ALL", "REJECT"]}}
	verdict.findings == []
}
