package flowgate.rules.privilege_wildcard_action_test

import data.flowgate.rules.privilege_wildcard_action as rule
import data.flowgate.testing as models

import future.keywords.not

test_privilege_wildcard_action[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

cases := {
	"named actions are right": {
		"model": models.model({}),
		"says": [],
	},
	"logs:* allows whatever there is": {
		"model": models.permitting([models.statement({"actions": ["logs:*", "logs:putlogevents"], "resources": ["arn:own"]})], [[models.own_streams]]),
		"says": ["fail wildcard: aws_iam_role_policy.this allows the role \"logs:*\", where each action has to be named"],
	},
	"a question mark is a wildcard too": {
		"model": models.permitting([models.statement({"actions": ["logs:putlogevent?"], "resources": ["arn:own"]})], [[models.own_streams]]),
		"says": ["fail wildcard: aws_iam_role_policy.this allows the role \"logs:putlogevent?\", where each action has to be named"],
	},
	"a Deny of everything allows nothing": {
		"model": models.permitting([models.statement({"actions": ["*"], "resources": ["arn:own"], "effect": "Deny"})], [[models.own_streams]]),
		"says": [],
	},
	"a policy that may not be there is undecided": {
		"model": models.but(models.permitting([models.statement({"actions": ["*"], "resources": ["arn:own"]})], [[models.own_streams]]), {"roles": [models.role({"permissions": [models.permission({"certain": false})]})]}),
		"says": ["undecided not-certain: aws_iam_role_policy.this allows the role \"*\", where each action has to be named, if it is there at all: that is not known before apply"],
	},
	"an unknown action is undecided": {
		"model": models.permitting([models.statement({"actions": [], "resources": ["arn:own"], "unknown": ["action"], "sid": "Write"})], [[models.own_streams]]),
		"says": ["undecided action-unknown: aws_iam_role_policy.this allows the role an action that is not known before apply (Write)"],
	},
	"an unknown action of a policy that may not be there is undecided once": {
		"model": models.but(models.permitting([models.statement({"actions": [], "resources": ["arn:own"], "unknown": ["action"]})], [[models.own_streams]]), {"roles": [models.role({"permissions": [models.permission({"certain": false})]})]}),
		"says": ["undecided action-unknown: aws_iam_role_policy.this allows the role an action that is not known before apply, if it is there at all: that is not known before apply"],
	},
	"an opaque policy is undecided": {
		"model": models.model({"policies": [models.but(models.policy({}), models.opaque)]}),
		"says": ["undecided policy-unread: what aws_iam_role_policy.this allows the role cannot be read: it is made by jsonencode"],
	},
}

test_the_wildcard_is_shown if {
	statement := models.statement({"actions": ["logs:put*"], "actions_given": ["logs:Put*"], "resources": ["arn:own"]})
	verdict := rule.verdict with input as models.permitting([statement], [[models.own_streams]])
	verdict.findings[0].evidence == {"text": "logs:Put*", "start": 8, "end": 9}
}
