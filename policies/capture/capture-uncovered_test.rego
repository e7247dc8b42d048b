package flowgate.rules.capture_uncovered_test

import data.flowgate.rules.capture_uncovered as rule
import data.flowgate.testing as models

import future.keywords.not

test_capture_uncovered[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

cases := {
	"a flow log on the VPC covers it": {
		"model": models.model({}),
		"says": [],
	},
	"a VPC without flow log is not covered": {
		"model": models.model({"flow_logs": [], "scopes": [{"key": "vpc", "kind": "vpc", "flow_logs": [], "within": []}]}),
		"says": ["fail no-flow-log: the VPC has no flow log, so its traffic is not recorded"],
	},
	"flow logs on every subnet cover the VPC": {
		"model": models.model({"flow_logs": [models.flow_log({}), models.flow_log({"address": "aws_flow_log.other", "exists": "yes"})], "scopes": [{"key": "vpc", "kind": "vpc", "flow_logs": [], "within": []}, {"key": "a", "kind": "subnet", "flow_logs": [0], "within": [0]}, {"key": "b", "kind": "subnet", "flow_logs": [1], "within": [0]}], "vpcs": [models.vpc({"subnets": [1, 2]})]}),
		"says": [],
	},
	"flow logs on some subnets do not": {
		"model": models.model({"flow_logs": [models.flow_log({}), models.flow_log({"address": "aws_flow_log.other", "exists": "yes"})], "scopes": [{"key": "vpc", "kind": "vpc", "flow_logs": [], "within": []}, {"key": "a", "kind": "subnet", "flow_logs": [0], "within": [0]}, {"key": "b", "kind": "subnet", "flow_logs": [], "within": [0]}], "vpcs": [models.vpc({"subnets": [1, 2]})]}),
		"says": ["fail subnets-left-out: flow logs are on 1 of the VPC's 2 subnets only, so the traffic of the others is not recorded"],
	},
	"flow logs on most subnets do not": {
		"model": models.model({"flow_logs": [models.flow_log({}), models.flow_log({"address": "aws_flow_log.other"})], "scopes": [{"key": "vpc", "kind": "vpc", "flow_logs": [], "within": []}, {"key": "a", "kind": "subnet", "flow_logs": [0], "within": [0]}, {"key": "b", "kind": "subnet", "flow_logs": [1], "within": [0]}, {"key": "c", "kind": "subnet", "flow_logs": [], "within": [0]}], "vpcs": [models.vpc({"subnets": [1, 2, 3]})]}),
		"says": ["fail subnets-left-out: flow logs are on 2 of the VPC's 3 subnets only, so the traffic of the others is not recorded"],
	},
	"a flow log on the only subnet covers the VPC": {
		"model": models.model({"scopes": [{"key": "vpc", "kind": "vpc", "flow_logs": [], "within": []}, {"key": "a", "kind": "subnet", "flow_logs": [0], "within": [0]}], "vpcs": [models.vpc({"subnets": [1]})]}),
		"says": [],
	},
	"a flow log that may not exist proves nothing": {
		"model": models.model({"flow_logs": [models.flow_log({}), models.flow_log({"address": "aws_flow_log.other", "exists": "unknown"})], "scopes": [{"key": "vpc", "kind": "vpc", "flow_logs": [], "within": []}, {"key": "a", "kind": "subnet", "flow_logs": [0], "within": [0]}, {"key": "b", "kind": "subnet", "flow_logs": [1], "within": [0]}], "vpcs": [models.vpc({"subnets": [1, 2]})]}),
		"says": ["undecided flow-log-uncertain: whether the flow log of the VPC exists is not known: it depends on a count or for_each that is not a literal"],
	},
	"a flow log that is on something unknown may be on the VPC": {
		"model": models.model({"flow_logs": [], "scopes": [{"key": "vpc", "kind": "vpc", "flow_logs": [], "within": []}], "sources": [models.source({"unplaced_flow_logs": [{"source": 0, "address": "aws_flow_log.other"}]})]}),
		"says": ["undecided flow-log-unplaced: no flow log is known to be on the VPC, and it cannot be told what is recorded by aws_flow_log.other"],
	},
	"a module may hold the flow log": {
		"model": models.model({"flow_logs": [], "scopes": [{"key": "vpc", "kind": "vpc", "flow_logs": [], "within": []}], "sources": [models.source({"modules": ["module.net"]})]}),
		"says": [
			"undecided module-unread: no flow log is known to be on the VPC, and what module.net holds is not read",
			"undecided module-unread: what the module holds is not read: it may make a VPC without a flow log, or a flow log that is not right",
		],
	},
	"a module may hold a VPC without flow log": {
		"model": models.model({"sources": [models.source({"modules": ["module.net"]})]}),
		"says": ["undecided module-unread: what the module holds is not read: it may make a VPC without a flow log, or a flow log that is not right"],
	},
}
