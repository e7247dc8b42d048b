package flowgate.iam.grant_test

import data.flowgate.iam.grant as judged
import data.flowgate.testing as models

import future.keywords.not

# Whether logs:PutLogEvents is [allowed, denied], and whether all that delivery needs is allowed at first sight.
cases := {
	"what FlowLogs writes": {"model": models.model({}), "is": ["yes", "no"], "plainly": true},
	"everything on everything": {
		"model": permitting([[delivering({}), only(models.anything)]]),
		"is": ["yes", "no"],
		"plainly": true,
	},
	"no statement at all": {"model": permitting([]), "is": ["no", "no"], "plainly": false},
	"no policy at all": {"model": on_role({"permissions": []}), "is": ["no", "no"], "plainly": false},
	"another group": {
		"model": permitting([[delivering({}), only(models.other_group)]]),
		"is": ["no", "no"],
		"plainly": false,
	},
	"other actions": {
		"model": permitting([[delivering({"covers": [describe]}), only(models.anything)]]),
		"is": ["no", "no"],
		"plainly": false,
	},
	"one of two statements is enough": {
		"model": permitting([
			[delivering({}), only(models.other_group)],
			[delivering({}), only(models.anything)],
		]),
		"is": ["yes", "no"],
		"plainly": true,
	},
	"a Deny stands beside an Allow": {
		"model": permitting([[delivering({}), only(models.anything)], [denying({}), only(models.anything)]]),
		"is": ["yes", "yes"],
		"plainly": false,
	},
	"a Deny of one stream is a Deny, an Allow of one is none": {
		"model": permitting([[delivering({}), only(one_stream)], [denying({}), only(one_stream)]]),
		"is": ["no", "yes"],
		"plainly": false,
	},
	"a Deny of another group": {
		"model": permitting([[delivering({}), only(models.anything)], [denying({}), only(models.other_group)]]),
		"is": ["yes", "no"],
		"plainly": false,
	},
	"resources that are not known": {
		"model": permitting([[delivering({}), only(unsure)], [denying({}), only(unsure)]]),
		"is": ["unknown", "unknown"],
		"plainly": false,
	},
	"actions that are not known": {
		"model": permitting([
			[delivering({"covers": [], "unknown": ["action"]}), only(models.anything)],
			[denying({"covers": [], "unknown": ["action"]}), only(models.anything)],
		]),
		"is": ["unknown", "unknown"],
		"plainly": false,
	},
	"actions that are not known beside the one that is": {
		"model": permitting([[delivering({"unknown": ["action"]}), only(models.anything)]]),
		"is": ["yes", "no"],
		"plainly": false,
	},
	"actions that are not known on another group": {
		"model": permitting([[delivering({"covers": [], "unknown": ["action"]}), only(models.other_group)]]),
		"is": ["no", "no"],
		"plainly": false,
	},
	"conditions that cannot be read": {
		"model": permitting([[delivering({"unknown": ["condition"]}), only(models.anything)]]),
		"is": ["unknown", "no"],
		"plainly": false,
	},
	"a condition that always holds": {
		"model": permitting([
			[delivering({"conditions": [always]}), only(models.anything)],
			[denying({"conditions": [always]}), only(models.anything)],
		]),
		"is": ["yes", "yes"],
		"plainly": false,
	},
	"a condition that never holds": {
		"model": permitting([
			[delivering({"conditions": [never]}), only(models.anything)],
			[denying({"conditions": [never]}), only(models.anything)],
		]),
		"is": ["no", "no"],
		"plainly": false,
	},
	"an Allow alone under a condition that never holds": {
		"model": permitting([[delivering({"conditions": [never]}), only(models.anything)]]),
		"is": ["no", "no"],
		"plainly": false,
	},
	"a condition that may hold": {
		"model": permitting([
			[delivering({"conditions": [perhaps]}), only(models.anything)],
			[denying({"conditions": [perhaps]}), only(models.anything)],
		]),
		"is": ["unknown", "unknown"],
		"plainly": false,
	},
	"a condition that may hold, on another group": {
		"model": permitting([
			[delivering({"conditions": [perhaps]}), only(models.other_group)],
			[denying({"conditions": [perhaps]}), only(models.other_group)],
		]),
		"is": ["no", "no"],
		"plainly": false,
	},
	"NotResource that names another group": {
		"model": permitting([
			[delivering({}), all_but([models.other_group])],
			[denying({}), all_but([models.other_group])],
		]),
		"is": ["yes", "yes"],
		"plainly": false,
	},
	"NotResource that names the own group": {
		"model": permitting([
			[delivering({}), all_but([models.own_streams])],
			[denying({}), all_but([models.own_streams])],
		]),
		"is": ["no", "no"],
		"plainly": false,
	},
	"a policy that may not be there": {
		"model": on_role({"permissions": [models.permission({"certain": false})]}),
		"is": ["unknown", "no"],
		"plainly": false,
	},
	"a policy that something else may take off": {
		"model": on_role({"permissions": [models.permission({
			"contested_by": [{"source": 0, "address": "aws_iam_policy_attachment.this"}],
		})]}),
		"is": ["unknown", "no"],
		"plainly": false,
	},
	"a Deny that may not be there": {
		"model": models.but(permitting([[denying({}), only(models.anything)]]), {"roles": [models.role({"permissions": [models.permission({"certain": false})]})]}),
		"is": ["no", "unknown"],
		"plainly": false,
	},
	"a policy that may not be there and says nothing of it": {
		"model": models.but(permitting([[delivering({}), only(models.other_group)]]), {"roles": [models.role({"permissions": [models.permission({"certain": false})]})]}),
		"is": ["no", "no"],
		"plainly": false,
	},
	"an adopted policy is judged as if attached": {
		"model": models.but(permitting([[delivering({}), only(models.anything)]]), {"roles": [models.role({"permissions": [models.permission({"adopted": true})]})]}),
		"is": ["yes", "no"],
		"plainly": true,
	},
	"a policy that cannot be read": {"model": of_policy(models.opaque), "is": ["unknown", "unknown"], "plainly": false},
	"a policy without a document": {
		"model": of_policy({"state": "absent", "document": -1}),
		"is": ["no", "no"],
		"plainly": false,
	},
	"a managed policy that the input does not hold": {
		"model": on_role({"permissions": [], "foreign_policies": [foreign({})]}),
		"is": ["unknown", "unknown"],
		"plainly": false,
	},
	"a managed policy that cannot be followed may deny": {
		"model": models.but(permitting([[delivering({}), only(models.anything)]]), {"roles": [models.role({"foreign_policies": [foreign({"known": false})]})]}),
		"is": ["yes", "unknown"],
		"plainly": false,
	},
	"a policy whose role cannot be told may deny": {
		"model": models.but(
			permitting([[delivering({}), only(models.anything)]]),
			{"sources": [models.source({"unplaced_permissions": [unplaced]})]},
		),
		"is": ["yes", "unknown"],
		"plainly": false,
	},
	"a policy whose role cannot be told is of no other source's role": {
		"model": models.but(
			permitting([[delivering({}), only(models.anything)]]),
			{"sources": [models.source({}), models.source({"unplaced_permissions": [unplaced]})]},
		),
		"is": ["yes", "no"],
		"plainly": true,
	},
	"a Deny is not lost where another policy cannot be read": {
		"model": models.but(
			permitting([[denying({}), only(models.anything)]]),
			{"roles": [models.role({"foreign_policies": [foreign({})]})]},
		),
		"is": ["unknown", "yes"],
		"plainly": false,
	},
	"a permissions boundary may take the grant back": {
		"model": models.but(
			permitting([[delivering({}), only(models.anything)]]),
			{"roles": [models.role({"boundary_policy": models.external})]},
		),
		"is": ["unknown", "no"],
		"plainly": false,
	},
	"a permissions boundary grants nothing": {
		"model": models.but(
			permitting([[delivering({}), only(models.other_group)]]),
			{"roles": [models.role({"boundary_policy": models.external})]},
		),
		"is": ["no", "no"],
		"plainly": false,
	},
	"a permissions boundary that the input holds grants nothing": {
		"model": models.but(
			models.bounded([delivering({})], [models.anything]),
			{"roles": [models.role({"boundary": models.unknown, "boundary_policy": models.but(models.resolved, {"at": 1}), "permissions": []})]},
		),
		"is": ["no", "no"],
		"plainly": false,
	},
	"the log group is not known": {
		"model": models.but(
			permitting([[delivering({}), only(models.anything)]]),
			{"flow_logs": [models.flow_log({"permissions": [{"coverage": -1, "order": "after", "missing": []}]})]},
		),
		"is": ["unknown", "no"],
		"plainly": false,
	},
}

test_grant[note] if {
	some note, case in cases
	flow_log := case.model.flow_logs[0]
	allowed := judged.allowed(flow_log, put) with input as case.model
	denied := judged.denied(flow_log, put) with input as case.model
	[allowed, denied] == case.is
}

test_plainly_allowed[note] if {
	some note, case in cases
	found := [true | judged.plainly_allowed(case.model.flow_logs[0]) with input as case.model]
	plainly := count(found) > 0
	plainly == case.plainly
}

plain_cases := {note: case | some note, case in cases; case.plainly}

# Who answers at first sight must not say more than who weighs.
test_what_is_plainly_allowed_is_allowed_and_not_denied[note] if {
	some note, case in plain_cases
	every action in judged.needed {
		allowed := judged.allowed(case.model.flow_logs[0], action) with input as case.model
		denied := judged.denied(case.model.flow_logs[0], action) with input as case.model
		[allowed, denied] == ["yes", "no"]
	}
}
