package flowgate.rules.change_stops_capture_test

import data.flowgate.rules.change_stops_capture as rule
import data.flowgate.testing as models

import future.keywords.not

flow_log(changes) := models.change(object.union(
	{"kind": "flow-log", "address": "aws_flow_log.old", "scope": "vpc-1", "written_by": []},
	changes,
))

verdict_of(changes) := verdict if {
	verdict := rule.verdict with input as models.model({"changes": [flow_log(changes)]})
}

successor(same_scope) := {"source": 0, "address": "aws_flow_log.new", "same_scope": same_scope}

test_change_stops_capture[note] if {
	some note, case in cases
	models.says(verdict_of(case.change)) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

cases := {
	"a flow log that is deleted without another one": {
		"change": {},
		"says": ["fail deleted: the plan deletes the flow log on vpc-1 and makes none in its place"],
	},
	"a flow log that is forgotten without another one": {
		"change": {"action": "forget"},
		"says": ["fail forgotten: the plan forgets the flow log on vpc-1 and makes none in its place"],
	},
	"what it was on is not known": {
		"change": {"scope": ""},
		"says": ["fail deleted: the plan deletes the flow log and makes none in its place"],
	},
	"another one on the same scope takes its place": {"change": {"successors": [successor("yes")]}, "says": []},
	"another one that may be elsewhere": {
		"change": {"successors": [successor("unknown")]},
		"says": ["undecided unknown-successor: the plan deletes the flow log on vpc-1, and whether aws_flow_log.new takes its place is not known"],
	},
	"one there and one that may be elsewhere": {
		"change": {"successors": [successor("unknown"), successor("yes")]},
		"says": [],
	},
	"a flow log that is replaced goes on": {"change": {"action": "replace"}, "says": []},
	"a flow log that is changed goes on": {"change": {"action": "update"}, "says": []},
	"a log group captures nothing": {"change": {"kind": "log-group"}, "says": []},
}

test_undecided_leads_to_what_may_take_its_place if {
	verdict := verdict_of({"successors": [successor("unknown")]})
	[verdict.judged, [finding.related | some finding in verdict.findings]] == [1, [[{"source": 0, "address": "aws_flow_log.new"}]]]
}
