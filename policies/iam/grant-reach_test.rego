package flowgate.iam.grant_test

import data.flowgate.iam.grant as judged
import data.flowgate.testing as models

import future.keywords.not

put := "logs:putlogevents"

describe := "logs:describelogstreams"

delivering(changes) := models.statement(models.but({"actions": judged.needed, "covers": judged.needed}, changes))

denying(changes) := delivering(models.but({"effect": "Deny"}, changes))

only(resource) := {"resources": [resource], "not_resources": []}

all_but(resources) := {"resources": [], "not_resources": resources}

# A model whose permission policy has these statements, each with what it covers.
permitting(statements) := models.model({
	"documents": [{"statements": [models.trusting({})]}, {"statements": [each[0] | some each in statements]}],
	"coverages": [{"statements": [each[1] | some each in statements]}],
})

on_role(changes) := models.model({"roles": [models.role(changes)]})

of_policy(changes) := models.model({"policies": [models.but(models.policy({}), changes)]})

one_stream := {"streams": "some", "group": "no", "reach": "own", "form": "one-stream"}

unsure := {"streams": "unknown", "group": "unknown", "reach": "unknown", "form": "unknown"}

never := models.condition({"values": [models.value({})]})

perhaps := models.condition({"key": "aws:principaltag/x", "values": [models.value({"own": "unknown"})]})

always := models.condition({"key": "aws:securetransport", "operator": "bool", "values": [models.value({})]})

foreign(changes) := models.but(
	{"source": 0, "address": "aws_iam_role_policy_attachment.x", "given": "arn:aws:iam::aws:policy/X", "known": true},
	changes,
)

unplaced := {"source": 0, "address": "aws_iam_role_policy.x"}

test_what_delivery_needs_is_plain_only_where_all_of_it_is if {
	model := permitting([[delivering({"covers": ["logs:createlogstream", put]}), only(models.anything)]])
	not judged.plainly_allowed(model.flow_logs[0]) with input as model
}

# Whether the role may have a permissions boundary.
boundaries := {
	"none is given": {"boundary": models.none, "is": false},
	"one is given": {"boundary": models.external, "is": true},
	"one that the input holds": {"boundary": models.resolved, "is": true},
	"one that is not known may be one": {"boundary": models.unresolved, "is": true},
}

test_bounded[note] if {
	some note, case in boundaries
	model := on_role({"boundary_policy": case.boundary})
	found := [true | judged.bounded(model.flow_logs[0]) with input as model]
	bounded := count(found) > 0
	bounded == case.is
}

test_answers_say_which_policy_gives_them if {
	model := models.but(permitting([[delivering({}), only(models.anything)], [denying({}), only(one_stream)]]), {
		"policies": [models.but(models.policy({}), models.opaque), models.policy({})],
		"roles": [models.role({"permissions": [models.permission({}), models.permission({"policy": 1})]})],
		"flow_logs": [models.flow_log({"permissions": [
			{"coverage": -1, "order": "after", "missing": []},
			{"coverage": 0, "order": "after", "missing": []},
		]})],
	})
	allows := judged.answers(model.flow_logs[0], "Allow", put) with input as model
	allows == [{"policy": 1, "answer": "yes"}]
	denials := judged.answers(model.flow_logs[0], "Deny", put) with input as model
	denials == [{"policy": 1, "answer": "yes"}]
	none := judged.answers(model.flow_logs[0], "Deny", "logs:createloggroup") with input as model
	none == []
}

test_all_that_cannot_be_read_is_unread if {
	model := models.model({
		"sources": [models.source({"unplaced_permissions": [unplaced]})],
		"policies": [models.but(models.policy({"address": "opaque"}), models.opaque), models.policy({})],
		"roles": [models.role({
			"permissions": [models.permission({}), models.permission({"policy": 1})],
			"foreign_policies": [foreign({})],
		})],
	})
	unread := judged.unread(model.flow_logs[0]) with input as model
	[each.address | some each in unread] == ["opaque", "aws_iam_role_policy_attachment.x", "aws_iam_role_policy.x"]
	none := judged.unread(models.flow_log({})) with input as models.model({})
	none == []
}

test_without_a_role_nothing_is_said if {
	flow_log := models.flow_log({"role": models.none})
	not judged.unread(flow_log) with input as models.model({})
	not judged.bounded(flow_log) with input as models.model({})
	not judged.plainly_allowed(flow_log) with input as models.model({})
}

# How one resource answers: logs:PutLogEvents for [Allow, Deny], then logs:DescribeLogStreams.
resources := {
	"all streams": {"resource": models.own_streams, "is": ["yes", "yes", "unknown"]},
	"some streams": {"resource": one_stream, "is": ["no", "yes", "no"]},
	"the group alone": {"resource": models.own_group, "is": ["no", "no", "yes"]},
	"anything": {"resource": models.anything, "is": ["yes", "yes", "yes"]},
	"what is not known": {"resource": unsure, "is": ["unknown", "unknown", "unknown"]},
	"streams that are not known, of what is not the group": {
		"resource": models.but(unsure, {"group": "no"}),
		"is": ["unknown", "unknown", "no"],
	},
	"what nothing is called": {"resource": models.malformed, "is": ["no", "no", "no"]},
}

test_reach[note] if {
	some note, case in resources
	[
		judged.reach(case.resource, "Allow", put),
		judged.reach(case.resource, "Deny", put),
		judged.reach(case.resource, "Allow", describe),
	] == case.is
	judged.reach(case.resource, "Allow", "logs:createlogstream") == case.is[0]
	judged.reach(case.resource, "Deny", describe) == case.is[2]
}

# Whether the resources of a statement reach the log group: [Allow, Deny] of logs:PutLogEvents.
coverages := {
	"no resource": {"covered": all_but([]), "is": ["no", "no"]},
	"one of several is enough": {
		"covered": {"resources": [models.other_group, unsure, models.anything], "not_resources": []},
		"is": ["yes", "yes"],
	},
	"one that is not known beside another group": {
		"covered": {"resources": [models.other_group, unsure], "not_resources": []},
		"is": ["unknown", "unknown"],
	},
	"all but another group": {"covered": all_but([models.other_group]), "is": ["yes", "yes"]},
	"all but all streams": {"covered": all_but([models.other_group, models.own_streams]), "is": ["no", "no"]},
	"all but one stream is not all, and not none": {"covered": all_but([one_stream]), "is": ["no", "yes"]},
	"all but what is not known": {"covered": all_but([unsure]), "is": ["unknown", "unknown"]},
	"all but the own group and what is not known": {
		"covered": all_but([unsure, models.own_streams]),
		"is": ["no", "no"],
	},
}

test_reaches[note] if {
	some note, case in coverages
	model := models.model({"coverages": [{"statements": [case.covered]}]})
	allow := judged.reaches(0, 0, models.statement({}), put) with input as model
	deny := judged.reaches(0, 0, models.statement({"effect": "Deny"}), put) with input as model
	[allow, deny] == case.is
}

test_a_resource_that_cannot_be_read_may_reach if {
	statement := models.statement({"unknown": ["resource", "condition"]})
	alone := judged.reaches(0, 0, statement, put) with input as models.model({"coverages": [{"statements": [all_but([])]}]})
	alone == "unknown"
	beside := judged.reaches(0, 0, statement, put) with input as models.model({"coverages": [{"statements": [only(models.anything)]}]})
	beside == "yes"
	other := judged.reaches(0, 0, models.statement({"unknown": ["condition"]}), put) with input as models.model({"coverages": [{"statements": [all_but([])]}]})
	other == "no"
}

test_what_is_covered_of_no_known_group_is_not_known if {
	unplaced_group := judged.reaches(-1, 0, models.statement({}), put) with input as models.model({})
	unplaced_group == "unknown"
	no_such_statement := judged.reaches(0, 9, models.statement({}), put) with input as models.model({})
	no_such_statement == "unknown"
}
