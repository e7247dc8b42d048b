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

# A role for Firehose of another account that may do this with a resource.
forwarding(actions, resource) := models.but(
	models.permitting([models.statement({"actions": actions, "resources": [resource]})], [[models.anything]]),
	{"flow_logs": [models.flow_log(models.across_accounts)]},
)

cases := {
	"the four actions of delivery are right": {
		"model": models.model({}),
		"says": [],
	},
	"s3:getobject is not delivery": {
		"model": models.permitting([models.statement({"actions": ["s3:getobject", "logs:putlogevents"], "resources": ["arn:own"]})], [[models.own_streams]]),
		"says": ["fail excess: aws_iam_role_policy.this allows the role \"s3:getobject\", which delivery does not need"],
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
		"says": ["fail excess: aws_iam_role_policy.this allows the role \"logs:createloggroup\", which delivery does not need"],
	},
	"iam:PassRole is privilege-pass-role's": {
		"model": models.permitting([models.statement({"actions": ["iam:passrole"], "resources": ["arn:own"]})], [[models.own_streams]]),
		"says": [],
	},
	"an action is shown as its author writes it": {
		"model": models.permitting([models.statement({"actions": ["s3:getobject"], "actions_given": ["s3:GETObject"], "resources": ["arn:own"]})], [[models.own_streams]]),
		"says": ["fail excess: aws_iam_role_policy.this allows the role \"s3:GETObject\", which delivery does not need"],
	},
	"delivery to Firehose of another account needs log deliveries and the role there": {
		"model": forwarding(["logs:createlogdelivery", "logs:deletelogdelivery", "logs:listlogdeliveries", "logs:getlogdelivery", "iam:passrole", "sts:assumerole"], "arn:elsewhere"),
		"says": [],
	},
	"it does not write to log groups": {
		"model": forwarding(["logs:putlogevents"], "*"),
		"says": ["fail excess: aws_iam_role_policy.this allows the role \"logs:putlogevents\", which delivery does not need"],
	},
	"the role there may be written otherwise": {
		"model": forwarding(["sts:assumerole"], "arn:aws:iam::444455556666:role/AWSLogDeliveryFirehoseCrossAccountRole"),
		"says": [],
	},
	"the role there may be a reference to one of the input": {
		"model": models.but(forwarding(["sts:assumerole"], "${aws_iam_role.there.arn}"), {
			"flow_logs": [models.flow_log(models.but(models.across_accounts, {"cross_account_role": models.but(models.resolved, {"at": 1})}))],
			"roles": [models.role({}), models.role({"address": "aws_iam_role.there", "flow_logs": []})],
		}),
		"says": [],
	},
	"it takes on no other role": {
		"model": forwarding(["sts:assumerole"], "arn:aws:iam::444455556666:role/other"),
		"says": ["fail excess: aws_iam_role_policy.this allows the role \"sts:assumerole\", which delivery does not need"],
	},
	"nor any but one": {
		"model": models.but(
			models.permitting([models.statement({"actions": ["sts:assumerole"], "resources": [], "not_resources": ["arn:x"]})], [[]]),
			{
				"flow_logs": [models.flow_log(models.across_accounts)],
				"policies": [models.policy({"resources": [{"resources": [], "not_resources": ["arn:x"]}]})],
			},
		),
		"says": ["fail excess: aws_iam_role_policy.this allows the role \"sts:assumerole\", which delivery does not need"],
	},
	"nor the role of the name in every account": {
		"model": forwarding(["sts:assumerole"], "arn:aws:iam::*:role/AWSLogDeliveryFirehoseCrossAccountRole"),
		"says": ["fail excess: aws_iam_role_policy.this allows the role \"sts:assumerole\", which delivery does not need"],
	},
	"nor another one of AWS's name where the flow log names its own": {
		"model": forwarding(["sts:assumerole"], "arn:aws:iam::444455556666:role/AWSLogDeliveryFirehoseCrossAccountRole-us"),
		"says": ["fail excess: aws_iam_role_policy.this allows the role \"sts:assumerole\", which delivery does not need"],
	},
	"nor another one of the input": {
		"model": models.but(forwarding(["sts:assumerole"], "${aws_iam_role.other.arn}"), {
			"flow_logs": [models.flow_log(models.but(models.across_accounts, {"cross_account_role": models.but(models.resolved, {"at": 1})}))],
			"roles": [models.role({}), models.role({"address": "aws_iam_role.there", "flow_logs": []})],
		}),
		"says": ["fail excess: aws_iam_role_policy.this allows the role \"sts:assumerole\", which delivery does not need"],
	},
	"nor one of another name where the flow log names none": {
		"model": models.but(forwarding(["sts:assumerole"], "arn:aws:iam::444455556666:role/other"), {"flow_logs": [models.flow_log(models.but(models.across_accounts, {"cross_account_role": models.none, "cross_account_role_name": models.absent}))]}),
		"says": ["fail excess: aws_iam_role_policy.this allows the role \"sts:assumerole\", which delivery does not need"],
	},
	"what it may do with anything else takes on no role": {
		"model": models.but(
			models.permitting(
				[
					models.statement({"actions": ["logs:createlogdelivery"], "resources": ["*"]}),
					models.statement({"actions": ["sts:assumerole"], "resources": ["arn:elsewhere"]}),
				],
				[[models.anything], [models.anything]],
			),
			{"flow_logs": [models.flow_log(models.across_accounts)]},
		),
		"says": [],
	},
	"for CloudWatch Logs no role is taken on": {
		"model": models.permitting([models.statement({"actions": ["sts:assumerole"], "resources": ["arn:aws:iam::444455556666:role/AWSLogDeliveryFirehoseCrossAccountRole"]})], [[models.anything]]),
		"says": ["fail excess: aws_iam_role_policy.this allows the role \"sts:assumerole\", which delivery does not need"],
	},
	"nor any role": {
		"model": forwarding(["sts:assumerole"], "*"),
		"says": ["fail excess: aws_iam_role_policy.this allows the role \"sts:assumerole\", which delivery does not need"],
	},
	"it may be any of AWS's name where the flow log names none": {
		"model": models.but(forwarding(["sts:assumerole"], "arn:aws:iam::444455556666:role/AWSLogDeliveryFirehoseCrossAccountRole"), {"flow_logs": [models.flow_log(models.but(models.across_accounts, {"cross_account_role": models.none, "cross_account_role_name": models.absent}))]}),
		"says": [],
	},
	"for CloudWatch Logs log deliveries are excess": {
		"model": models.permitting([models.statement({"actions": ["logs:createlogdelivery"], "resources": ["*"]})], [[models.anything]]),
		"says": ["fail excess: aws_iam_role_policy.this allows the role \"logs:createlogdelivery\", which delivery does not need"],
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
		"says": ["undecided not-certain: aws_iam_role_policy.this allows the role \"s3:getobject\", which delivery does not need, if it is there at all: that is not known before apply"],
	},
	"an opaque policy is undecided": {
		"model": models.model({"policies": [models.but(models.policy({}), models.opaque)]}),
		"says": ["undecided policy-unread: what aws_iam_role_policy.this allows the role cannot be read: it is made by jsonencode"],
	},
}
