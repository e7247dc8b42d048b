package flowgate.rules.privilege_extra_policy_test

import data.flowgate.rules.privilege_extra_policy as rule
import data.flowgate.testing as models

import future.keywords.not

test_privilege_extra_policy[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

# A role for Firehose of another account that may do this.
forwarding(actions) := models.but(
	models.permitting([models.statement({"actions": actions, "resources": ["*"]})], [[models.anything]]),
	{"flow_logs": [models.flow_log(models.across_accounts)]},
)

cases := {
	"what delivery to Firehose of another account needs is delivery": {
		"model": forwarding(["logs:createlogdelivery"]),
		"says": [],
	},
	"what it does not need is none": {
		"model": forwarding(["s3:getobject"]),
		"says": ["fail second-policy: aws_iam_role_policy.this is attached to the role and grants nothing that delivery needs"],
	},
	"one policy that delivers is right": {
		"model": models.model({}),
		"says": [],
	},
	"AdministratorAccess serves more than delivery": {
		"model": models.model({"roles": [models.role({"foreign_policies": [{"source": 0, "address": "aws_iam_role_policy_attachment.x", "given": "arn:aws:iam::aws:policy/AdministratorAccess", "known": true}]})]}),
		"says": ["fail foreign-policy: managed policies that the input does not hold are attached to the role: \"arn:aws:iam::aws:policy/AdministratorAccess\""],
	},
	"a policy that cannot be told is undecided": {
		"model": models.model({"roles": [models.role({"foreign_policies": [{"source": 0, "address": "aws_iam_role_policy_attachment.x", "given": "${var.x}", "known": false}]})]}),
		"says": ["undecided policy-unknown: whether other policies are attached to the role cannot be told from aws_iam_role_policy_attachment.x"],
	},
	"a policy whose role cannot be told is undecided": {
		"model": models.model({"sources": [models.source({"unplaced_permissions": [{"source": 0, "address": "aws_iam_role_policy.x"}]})]}),
		"says": ["undecided policy-unknown: whether other policies are attached to the role cannot be told from aws_iam_role_policy.x"],
	},
	"an instance profile has no business with the role": {
		"model": models.model({"roles": [models.role({"other_users": [{"source": 0, "address": "aws_iam_instance_profile.x"}]})]}),
		"says": ["fail other-user: the delivery role is used by aws_iam_instance_profile.x too"],
	},
	"a second policy for something else is extra": {
		"model": models.model({"roles": [models.role({"permissions": [models.permission({}), models.permission({"policy": 1, "coverage": 1})]})], "policies": [models.policy({}), models.policy({"address": "aws_iam_policy.second", "document": 2})], "documents": [{"statements": [models.trusting({})]}, {"statements": [models.writing({}), models.describing_streams, models.describing_groups]}, {"statements": [models.statement({"actions": ["s3:getobject"]})]}]}),
		"says": ["fail second-policy: aws_iam_policy.second is attached to the role and grants nothing that delivery needs"],
	},
	"a second policy that denies delivery, and allows something else": {
		"model": models.model({"roles": [models.role({"permissions": [models.permission({}), models.permission({"policy": 1, "coverage": 1})]})], "policies": [models.policy({}), models.policy({"address": "aws_iam_policy.second", "document": 2})], "documents": [{"statements": [models.trusting({})]}, {"statements": [models.writing({}), models.describing_streams, models.describing_groups]}, {"statements": [models.writing({"effect": "Deny"}), models.statement({"actions": ["s3:getobject"]})]}]}),
		"says": ["fail second-policy: aws_iam_policy.second is attached to the role and grants nothing that delivery needs"],
	},
	"a second policy of what delivery to a stream needs, where there is none": {
		"model": models.model({"roles": [models.role({"permissions": [models.permission({}), models.permission({"policy": 1, "coverage": 1})]})], "policies": [models.policy({}), models.policy({"address": "aws_iam_policy.second", "document": 2})], "documents": [{"statements": [models.trusting({})]}, {"statements": [models.writing({}), models.describing_streams, models.describing_groups]}, {"statements": [models.statement({"actions": ["logs:createlogdelivery"]})]}]}),
		"says": ["fail second-policy: aws_iam_policy.second is attached to the role and grants nothing that delivery needs"],
	},
	"a second policy of what delivery to a bucket needs": {
		"model": models.model({"roles": [models.role({"permissions": [models.permission({}), models.permission({"policy": 1, "coverage": 1})]})], "policies": [models.policy({}), models.policy({"address": "aws_iam_policy.second", "document": 2})], "documents": [{"statements": [models.trusting({})]}, {"statements": [models.writing({}), models.describing_streams, models.describing_groups]}, {"statements": [models.statement({"actions": ["s3:putobject"], "covers": ["s3:putobject"]})]}]}),
		"says": ["fail second-policy: aws_iam_policy.second is attached to the role and grants nothing that delivery needs"],
	},
	"a second policy that adds delivery is not": {
		"model": models.model({"roles": [models.role({"permissions": [models.permission({}), models.permission({"policy": 1, "coverage": 1})]})], "policies": [models.policy({}), models.policy({"address": "aws_iam_policy.second", "document": 2})], "documents": [{"statements": [models.trusting({})]}, {"statements": [models.writing({}), models.describing_streams, models.describing_groups]}, {"statements": [models.writing({})]}]}),
		"says": [],
	},
	"a second policy that denies is not": {
		"model": models.model({"roles": [models.role({"permissions": [models.permission({}), models.permission({"policy": 1, "coverage": 1})]})], "policies": [models.policy({}), models.policy({"address": "aws_iam_policy.second", "document": 2})], "documents": [{"statements": [models.trusting({})]}, {"statements": [models.writing({}), models.describing_streams, models.describing_groups]}, {"statements": [models.statement({"effect": "Deny", "actions": ["s3:getobject"]})]}]}),
		"says": [],
	},
	"a second policy that lists log groups is not": {
		"model": models.model({"roles": [models.role({"permissions": [models.permission({}), models.permission({"policy": 1, "coverage": 1})]})], "policies": [models.policy({}), models.policy({"address": "aws_iam_policy.second", "document": 2})], "documents": [{"statements": [models.trusting({})]}, {"statements": [models.writing({}), models.describing_streams, models.describing_groups]}, {"statements": [models.describing_groups]}]}),
		"says": [],
	},
	"a second policy with an unknown action is privilege-excess-action's": {
		"model": models.model({"roles": [models.role({"permissions": [models.permission({}), models.permission({"policy": 1, "coverage": 1})]})], "policies": [models.policy({}), models.policy({"address": "aws_iam_policy.second", "document": 2})], "documents": [{"statements": [models.trusting({})]}, {"statements": [models.writing({}), models.describing_streams, models.describing_groups]}, {"statements": [models.statement({"unknown": ["action"]})]}]}),
		"says": [],
	},
	"a policy that was adopted is delivery-policy-unattached's": {
		"model": models.but(models.permitting([models.statement({"actions": ["s3:getobject"], "resources": ["arn:own"]})], [[models.own_streams]]), {"roles": [models.role({"permissions": [models.permission({"adopted": true})]})]}),
		"says": [],
	},
	"a policy that may not be there is undecided": {
		"model": models.but(models.permitting([models.statement({"actions": ["s3:getobject"], "resources": ["arn:own"]})], [[models.own_streams]]), {"roles": [models.role({"permissions": [models.permission({"certain": false})]})]}),
		"says": ["undecided not-certain: aws_iam_role_policy.this is attached to the role and grants nothing that delivery needs, if it is there at all: that is not known before apply"],
	},
	"an opaque policy is undecided": {
		"model": models.model({"policies": [models.but(models.policy({}), models.opaque)]}),
		"says": ["undecided policy-unread: what aws_iam_role_policy.this allows the role cannot be read: it is made by jsonencode"],
	},
}
