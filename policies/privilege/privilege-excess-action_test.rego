package flowgate.rules.privilege_excess_action_test

import data.flowgate.rules.privilege_excess_action as rule
import data.flowgate.testing as models

import future.keywords.not

test_privilege_excess_action[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

cases := {
	"the four actions of delivery are right": {
		"model": models.model({}),
		"says": [],
	},
	"s3:getobject is not delivery": {
		"model": models.permitting([models.statement({"actions": ["s3:getobject", "logs:putlogevents"], "resources": ["arn:own"]})], [[models.own_streams]]),
		"says": ["fail excess: aws_iam_role_policy.this allows the role \"s3:GetObject\", which delivery does not need"],
	},
	"a glob is privilege-wildcard-action's": {
		"model": models.permitting([models.statement({"actions": ["logs:*"], "resources": ["arn:own"]})], [[models.own_streams]]),
		"says": [],
	},
	"CreateLogGroup on a managed group is privilege-create-log-group's": {
		"model": models.permitting([models.statement({"actions": ["logs:createloggroup"], "resources": ["arn:own"]})], [[models.own_streams]]),
		"says": [],
	},
	"CreateLogGroup on a group outside the input is excess": {
		"model": models.but(models.permitting([models.statement({"actions": ["logs:createloggroup"], "resources": ["arn:own"]})], [[models.own_streams]]), {"flow_logs": [models.flow_log({"log_group": models.external})]}),
		"says": ["fail excess: aws_iam_role_policy.this allows the role \"logs:CreateLogGroup\", which delivery does not need"],
	},
	"iam:PassRole is not delivery": {
		"model": models.permitting([models.statement({"actions": ["iam:passrole"], "resources": ["arn:own"]})], [[models.own_streams]]),
		"says": ["fail excess: aws_iam_role_policy.this allows the role \"iam:PassRole\", which delivery does not need"],
	},
	"a Deny is no privilege": {
		"model": models.permitting([models.statement({"actions": ["s3:getobject"], "resources": ["arn:own"], "effect": "Deny"})], [[models.own_streams]]),
		"says": [],
	},
	"an unknown action is undecided": {
		"model": models.permitting([models.statement({"actions": [], "resources": ["arn:own"], "unknown": ["action"]})], [[models.own_streams]]),
		"says": ["undecided action-unknown: aws_iam_role_policy.this allows the role an action that is not known before apply"],
	},
	"a policy that may not be there is undecided": {
		"model": models.but(models.permitting([models.statement({"actions": ["s3:getobject"], "resources": ["arn:own"]})], [[models.own_streams]]), {"roles": [models.role({"permissions": [models.permission({"certain": false})]})]}),
		"says": ["undecided not-certain: aws_iam_role_policy.this allows the role \"s3:GetObject\", which delivery does not need, if it is there at all: that is not known before apply"],
	},
	"an opaque policy is undecided": {
		"model": models.model({"policies": [models.but(models.policy({}), models.opaque)]}),
		"says": ["undecided policy-unread: what aws_iam_role_policy.this allows the role cannot be read: it is made by jsonencode"],
	},
}
