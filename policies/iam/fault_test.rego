package flowgate.iam.fault_test

import data.flowgate.iam.fault as judged
import data.flowgate.testing as models

put := "logs:putlogevents"

describe := "logs:describelogstreams"

create := "logs:createlogstream"

allowing(changes) := models.statement(models.but(
	{"actions": [put], "covers": [put], "resources": ["first", "second"]},
	changes,
))

permitting(statement, covered) := models.but(
	models.permitting([statement], [[]]),
	{"coverages": [{"statements": [covered]}]},
)

all_but(resources) := {"resources": [], "not_resources": resources}

only(resources) := {"resources": resources, "not_resources": []}

one_stream := {"streams": "some", "group": "no", "reach": "own", "form": "one-stream"}

never(given) := models.condition({"given": given, "values": [models.value({})]})

always := models.condition({"key": "aws:securetransport", "given": "S", "values": [models.value({})]})

perhaps := models.condition({"key": "aws:principaltag/x", "given": "P", "values": [models.value({"own": "unknown"})]})

# What keeps logs:PutLogEvents from being granted: [kind, text].
cases := {
	"another group": {
		"model": permitting(allowing({}), only([models.other_group, models.other_group])),
		"are": [["other", "first"], ["other", "second"]],
	},
	"an ARN that nothing has": {
		"model": permitting(allowing({}), only([models.malformed])),
		"are": [["malformed", "first"]],
	},
	"the group without its streams": {
		"model": permitting(allowing({}), only([models.own_group])),
		"are": [["narrow", "first"]],
	},
	"one stream": {"model": permitting(allowing({}), only([one_stream])), "are": [["narrow", "first"]]},
	"another group is no reason beside the own one": {
		"model": permitting(allowing({}), only([models.other_group, models.own_group])),
		"are": [["narrow", "second"]],
	},
	"an ARN that nothing has is no place of the own group": {
		"model": permitting(allowing({}), only([models.other_group, models.malformed])),
		"are": [["other", "first"], ["malformed", "second"]],
	},
	"the own group is excepted": {
		"model": permitting(
			allowing({"resources": [], "not_resources": ["first", "second"]}),
			all_but([models.other_group, models.own_streams]),
		),
		"are": [["excepted", "second"]],
	},
	"one own stream is excepted": {
		"model": permitting(allowing({"resources": [], "not_resources": ["first"]}), all_but([one_stream])),
		"are": [["excepted", "first"]],
	},
	"a condition that never holds": {
		"model": permitting(allowing({"conditions": [never("a"), always, perhaps, never("b")]}), only([models.anything])),
		"are": [["condition", "a"], ["condition", "b"]],
	},
	"a condition is no reason where the resource is another": {
		"model": permitting(allowing({"conditions": [never("a")]}), only([models.other_group])),
		"are": [["other", "first"]],
	},
	"nothing is wrong with what grants": {"model": permitting(allowing({}), only([models.anything])), "are": []},
	"a Deny is no fault": {"model": permitting(allowing({"effect": "Deny"}), only([models.other_group])), "are": []},
	"a statement about another action is no fault": {
		"model": permitting(allowing({"covers": [describe]}), only([models.other_group])),
		"are": [],
	},
	"a policy that cannot be read has no statement": {
		"model": models.model({"policies": [models.but(models.policy({}), models.opaque)]}),
		"are": [],
	},
	"no policy at all": {"model": models.model({"roles": [models.role({"permissions": []})]}), "are": []},
	"the log group is not known": {
		"model": models.but(
			permitting(allowing({}), only([models.other_group])),
			{"flow_logs": [models.flow_log({"permissions": [{"coverage": -1, "order": "after", "missing": []}]})]},
		),
		"are": [],
	},
}

test_fault[note] if {
	some note, case in cases
	found := judged.counted(case.model.flow_logs[0], [put]) with input as case.model
	[[fault.kind, fault.text] | some fault in found] == case.are
}

test_a_fault_says_for_which_action_and_in_which_policy if {
	model := permitting(allowing({"covers": [create, put]}), only([models.own_group]))
	found := judged.counted(model.flow_logs[0], [put, create]) with input as model
	found == [
		{"kind": "narrow", "text": "first", "action": put, "policy": 0},
		{"kind": "narrow", "text": "first", "action": create, "policy": 0},
	]
	none := judged.counted(model.flow_logs[0], []) with input as model
	none == []
}

# What stands in another statement than the one of another group, and is the reason in its place.
reasons := {
	"the group without its streams": {
		"statement": allowing({}),
		"covered": only([models.own_group]),
		"is": ["narrow", "first"],
	},
	"a condition that never holds": {
		"statement": allowing({"conditions": [never("a")]}),
		"covered": only([models.anything]),
		"is": ["condition", "a"],
	},
	"the own group, excepted": {
		"statement": allowing({"resources": [], "not_resources": ["own"]}),
		"covered": all_but([models.own_streams]),
		"is": ["excepted", "own"],
	},
}

test_another_group_is_no_reason_beside_one_that_is[note] if {
	some note, case in reasons
	model := models.but(
		models.permitting([allowing({}), case.statement], [[], []]),
		{"coverages": [{"statements": [only([models.other_group]), case.covered]}]},
	)
	found := judged.counted(model.flow_logs[0], [put]) with input as model
	[[fault.kind, fault.text] | some fault in found] == [case.is]
}

# Which actions nothing allows.
lacks := {
	"the exact policy lacks nothing": {"model": models.model({}), "are": []},
	"no policy at all": {
		"model": models.model({"roles": [models.role({"permissions": []})]}),
		"are": [create, put, describe],
	},
	"one action alone": {"model": permitting(allowing({}), only([models.anything])), "are": [create, describe]},
	"what is not known is not lacking": {
		"model": models.model({"policies": [models.but(models.policy({}), models.opaque)]}),
		"are": [],
	},
	"what a Deny takes back is not lacking": {
		"model": models.permitting(
			[
				allowing({"covers": [create, put, describe]}),
				allowing({"covers": [create, put, describe], "effect": "Deny"}),
			],
			[[models.anything], [models.anything]],
		),
		"are": [],
	},
}

test_lacking[note] if {
	some note, case in lacks
	found := judged.lacking(case.model.flow_logs[0]) with input as case.model
	found == case.are
}
