package flowgate.rules.privilege_pass_role_test

import data.flowgate.rules.privilege_pass_role as rule
import data.flowgate.testing as models

import future.keywords.not

test_privilege_pass_role[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_these_operators_restrict[comparison] if {
	some comparison in ["stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike"]
	conditions := [models.but(each, {"operator": comparison}) | some each in [to_delivery, for_vpcs]]
	verdict := rule.verdict with input as passing(models.across_accounts, {"conditions": conditions})
	verdict.findings == []
}

test_the_role_that_may_be_passed_is_shown if {
	any_role := rule.verdict with input as cases["an operator passes any role"].model
	any_role.findings[0].evidence == {"text": "*", "start": 0, "end": 1}
	but_one := rule.verdict with input as cases["an operator passes all but one role"].model
	not but_one.findings[0].evidence
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

# A role that may pass a role, to whatever its flow log writes.
passing(flow_log, changes) := models.but(
	models.permitting([models.statement(models.but({"actions": ["iam:passrole"], "resources": ["${aws_iam_role.this.arn}"]}, changes))], [[models.anything]]),
	{"flow_logs": [models.flow_log(flow_log)]},
)

to(key, service) := models.condition({"key": key, "values": [models.value({"text": service})]})

to_delivery := to("iam:passedtoservice", "delivery.logs.amazonaws.com")

for_vpcs := to("iam:associatedresourcearn", "arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1")

documented := {"conditions": [to_delivery, for_vpcs]}

unconditioned := ["fail unconditioned: aws_iam_role_policy.this lets the delivery role be passed without saying to which service and for which resources"]

operator(passes) := models.model({"operators": [{"source": 0, "address": "aws_iam_policy.operator", "exists": "yes", "passes": [object.union({"roles": "named", "texts": [], "service": "named", "given": ""}, pass) | some pass in passes]}]})

cases := {
	"a role that passes none": {"model": models.model({}), "says": []},
	"a role for CloudWatch Logs passes one": {
		"model": passing({}, {}),
		"says": ["fail on-delivery-role: aws_iam_role_policy.this lets the delivery role pass roles, which delivery does not need"],
	},
	"a Deny passes none": {"model": passing({}, {"effect": "Deny"}), "says": []},
	"a glob is privilege-wildcard-action's": {"model": passing({}, {"actions": ["iam:*"]}), "says": []},
	"a policy that may not be there": {
		"model": models.but(passing({}, {}), {"roles": [models.role({"permissions": [models.permission({"certain": false})]})]}),
		"says": ["undecided not-certain: aws_iam_role_policy.this lets the delivery role pass roles, which delivery does not need, if it is there at all: that is not known before apply"],
	},
	"Firehose of another account documents it": {"model": passing(models.across_accounts, documented), "says": []},
	"the role may be written by its name": {
		"model": passing(models.across_accounts, object.union(documented, {"resources": ["arn:aws:iam::111122223333:role/flow"]})),
		"says": [],
	},
	"the role may be written by a reference to its name": {
		"model": passing(models.across_accounts, object.union(documented, {"resources": ["arn:aws:iam::111122223333:role/${aws_iam_role.this.name}"]})),
		"says": [],
	},
	"Firehose without a condition": {"model": passing(models.across_accounts, {}), "says": unconditioned},
	"Firehose to the service for anything": {
		"model": passing(models.across_accounts, {"conditions": [to_delivery]}),
		"says": unconditioned,
	},
	"Firehose with conditions that restrict nothing": {
		"model": passing(models.across_accounts, {"conditions": [models.but(to_delivery, {"if_exists": true}), for_vpcs]}),
		"says": unconditioned,
	},
	"Firehose with conditions that hold for no service": {
		"model": passing(models.across_accounts, {"conditions": [models.but(to_delivery, {"quantifier": "forallvalues"}), for_vpcs]}),
		"says": unconditioned,
	},
	"Firehose with conditions that except": {
		"model": passing(models.across_accounts, {"conditions": [models.but(to_delivery, {"operator": "stringnotequals"}), for_vpcs]}),
		"says": unconditioned,
	},
	"Firehose to any service": {
		"model": passing(models.across_accounts, {"conditions": [to("iam:passedtoservice", "*"), for_vpcs]}),
		"says": unconditioned,
	},
	"what else it may do passes no role": {
		"model": models.but(
			models.permitting(
				[
					models.statement({"actions": ["logs:createlogdelivery"], "resources": ["*"]}),
					models.statement({"actions": ["iam:passrole"], "resources": ["${aws_iam_role.this.arn}"], "conditions": [to_delivery, for_vpcs]}),
				],
				[[models.anything], [models.anything]],
			),
			{"flow_logs": [models.flow_log(models.across_accounts)]},
		),
		"says": [],
	},
	"Firehose passes the role of every account": {
		"model": passing(models.across_accounts, object.union(documented, {"resources": ["arn:aws:iam::*:role/flow"]})),
		"says": [`fail any-role: aws_iam_role_policy.this lets the delivery role pass "arn:aws:iam::*:role/flow", where it should pass itself alone`],
	},
	"Firehose passes a role whose name goes before its own": {
		"model": passing(models.across_accounts, object.union(documented, {"resources": ["arn:aws:iam::111122223333:role/a-${aws_iam_role.this.name}"]})),
		"says": [`fail any-role: aws_iam_role_policy.this lets the delivery role pass "arn:aws:iam::111122223333:role/a-${aws_iam_role.this.name}", where it should pass itself alone`],
	},
	"Firehose passes another role": {
		"model": passing(models.across_accounts, object.union(documented, {"resources": ["arn:aws:iam::111122223333:role/overflow"]})),
		"says": [`fail any-role: aws_iam_role_policy.this lets the delivery role pass "arn:aws:iam::111122223333:role/overflow", where it should pass itself alone`],
	},
	"Firehose passes any role": {
		"model": passing(models.across_accounts, object.union(documented, {"resources": ["*"]})),
		"says": [`fail any-role: aws_iam_role_policy.this lets the delivery role pass "*", where it should pass itself alone`],
	},
	"Firehose passes all but one role": {
		"model": passing(models.across_accounts, object.union(documented, {"resources": [], "not_resources": ["arn:x"]})),
		"says": [`fail any-role: aws_iam_role_policy.this lets the delivery role pass "*", where it should pass itself alone`],
	},
	"an operator passes a role to a service": {"model": operator([{}]), "says": []},
	"an operator passes any role": {
		"model": operator([{"roles": "any", "texts": ["*"]}]),
		"says": [`fail operator-any-role: aws_iam_policy.operator lets whoever makes flow logs pass any role ("*")`],
	},
	"an operator passes all but one role": {
		"model": operator([{"roles": "any"}]),
		"says": ["fail operator-any-role: aws_iam_policy.operator lets whoever makes flow logs pass any role"],
	},
	"an operator passes a role to any service": {
		"model": operator([{"service": "any"}]),
		"says": ["fail operator-any-service: aws_iam_policy.operator lets whoever makes flow logs pass roles to any service: no condition on iam:PassedToService"],
	},
	"to which service an operator passes a role is not known": {
		"model": operator([{"service": "unknown"}]),
		"says": ["undecided operator-unknown: which role whoever makes flow logs may pass by aws_iam_policy.operator, or to which service, is not known before apply"],
	},
	"an operator passes any role and one": {
		"model": operator([{"texts": ["arn:one"]}, {"roles": "any", "texts": ["*"]}]),
		"says": [`fail operator-any-role: aws_iam_policy.operator lets whoever makes flow logs pass any role ("*")`],
	},
	"which role an operator passes is not known": {
		"model": operator([{"roles": "unknown", "texts": ["${var.x}"]}]),
		"says": ["undecided operator-unknown: which role whoever makes flow logs may pass by aws_iam_policy.operator, or to which service, is not known before apply"],
	},
	"an action is not known": {
		"model": models.permitting([models.statement({"unknown": ["action"], "resources": ["arn"]})], [[models.own_streams]]),
		"says": ["undecided action-unknown: aws_iam_role_policy.this allows the role an action that is not known before apply"],
	},
	"a policy cannot be read": {
		"model": models.model({"policies": [models.but(models.policy({}), models.opaque)]}),
		"says": ["undecided policy-unread: what aws_iam_role_policy.this allows the role cannot be read: it is made by jsonencode"],
	},
}
