package flowgate.rules.privilege_create_log_group_test

import data.flowgate.rules.privilege_create_log_group as rule
import data.flowgate.testing as models

import future.keywords.not

test_privilege_create_log_group[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

cases := {
	"Terraform makes the group": {
		"model": models.model({}),
		"says": [],
	},
	"the service may make the group again": {
		"model": models.permitting([models.statement({"actions": ["logs:createloggroup"], "resources": ["arn:own"]})], [[models.own_streams]]),
		"says": ["fail create-log-group: aws_iam_role_policy.this lets the service make the log group again after it was destroyed, without retention"],
	},
	"a group outside the input is nobody's business here": {
		"model": models.but(models.permitting([models.statement({"actions": ["logs:createloggroup"], "resources": ["arn:own"]})], [[models.own_streams]]), {"flow_logs": [models.flow_log({"log_group": models.external})]}),
		"says": [],
	},
	"a Deny is right": {
		"model": models.permitting([models.statement({"actions": ["logs:createloggroup"], "resources": ["arn:own"], "effect": "Deny"})], [[models.own_streams]]),
		"says": [],
	},
	"an unknown action is undecided": {
		"model": models.permitting([models.statement({"actions": [], "resources": ["arn:own"], "unknown": ["action"]})], [[models.own_streams]]),
		"says": ["undecided action-unknown: aws_iam_role_policy.this allows the role an action that is not known before apply"],
	},
	"a policy that may not be there is undecided": {
		"model": models.but(models.permitting([models.statement({"actions": ["logs:createloggroup"], "resources": ["arn:own"]})], [[models.own_streams]]), {"roles": [models.role({"permissions": [models.permission({"certain": false})]})]}),
		"says": ["undecided not-certain: aws_iam_role_policy.this lets the service make the log group again after it was destroyed, without retention, if it is there at all: that is not known before apply"],
	},
	"an opaque policy is undecided": {
		"model": models.model({"policies": [models.but(models.policy({}), models.opaque)]}),
		"says": ["undecided policy-unread: what aws_iam_role_policy.this allows the role cannot be read: it is made by jsonencode"],
	},
}
