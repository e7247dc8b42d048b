package flowgate.rules.privilege_negated_element_test

import data.flowgate.rules.privilege_negated_element as rule
import data.flowgate.testing as models

import future.keywords.not

test_privilege_negated_element[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

cases := {
	"Action and Resource are right": {
		"model": models.model({}),
		"says": [],
	},
	"NotAction allows whatever it does not name": {
		"model": models.permitting([models.statement({"actions": [], "resources": ["arn:own"], "not_actions": ["iam:*"]})], [[models.own_streams]]),
		"says": ["fail negated: aws_iam_role_policy.this allows the role everything but what NotAction names"],
	},
	"NotResource allows whatever it does not name": {
		"model": models.permitting([models.statement({"actions": ["logs:putlogevents"], "resources": ["arn:own"], "not_resources": ["arn:x"]})], [[models.own_streams]]),
		"says": ["fail negated: aws_iam_role_policy.this allows the role everything but what NotResource names"],
	},
	"with Deny both are guards": {
		"model": models.permitting([models.statement({"actions": [], "resources": ["arn:own"], "not_actions": ["iam:*"], "effect": "Deny"})], [[models.own_streams]]),
		"says": [],
	},
	"a policy that may not be there is undecided": {
		"model": models.but(models.permitting([models.statement({"actions": [], "resources": ["arn:own"], "not_actions": ["iam:*"]})], [[models.own_streams]]), {"roles": [models.role({"permissions": [models.permission({"certain": false})]})]}),
		"says": ["undecided not-certain: aws_iam_role_policy.this allows the role everything but what NotAction names, if it is there at all: that is not known before apply"],
	},
	"an opaque policy is undecided": {
		"model": models.model({"policies": [models.but(models.policy({}), models.opaque)]}),
		"says": ["undecided policy-unread: what aws_iam_role_policy.this allows the role cannot be read: it is made by jsonencode"],
	},
}
