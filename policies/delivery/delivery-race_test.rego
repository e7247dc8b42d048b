package flowgate.rules.delivery_race_test

import data.flowgate.rules.delivery_race as rule
import data.flowgate.testing as models

import future.keywords.not

test_delivery_race[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_a_flow_log_without_role_has_nothing_to_wait_for if {
	verdict := rule.verdict with input as models.model({"flow_logs": [models.flow_log({"role": models.none})]})
	[verdict.judged, verdict.findings] == [0, []]
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

cases := {
	"a flow log that waits is right": {
		"model": models.model({}),
		"says": [],
	},
	"a flow log that does not wait for the attachment may be too early": {
		"model": models.model({"flow_logs": [models.flow_log({"permissions": [{"coverage": 0, "order": "not-after", "missing": [{"source": 0, "address": "aws_iam_role_policy_attachment.x"}]}]})]}),
		"says": ["fail no-dependency: the flow log does not wait for aws_iam_role_policy_attachment.x, so it may be made before its role may write"],
	},
	"where nothing is named the policy itself is missing": {
		"model": models.model({"flow_logs": [models.flow_log({"permissions": [{"coverage": 0, "order": "not-after", "missing": []}]})]}),
		"says": ["fail no-dependency: the flow log does not wait for aws_iam_role_policy.this, so it may be made before its role may write"],
	},
	"an order that cannot be told is undecided": {
		"model": models.model({"flow_logs": [models.flow_log({"permissions": [{"coverage": 0, "order": "unknown", "missing": []}]})]}),
		"says": ["undecided order-unknown: whether the flow log waits for aws_iam_role_policy.this cannot be told"],
	},
	"an order that cannot be told to a policy that cannot be read is undecided": {
		"model": models.model({"flow_logs": [models.flow_log({"permissions": [{"coverage": 0, "order": "unknown", "missing": []}]})], "policies": [models.but(models.policy({}), models.opaque)]}),
		"says": ["undecided order-unknown: whether the flow log waits for aws_iam_role_policy.this cannot be told"],
	},
	"a policy that denies may come later": {
		"model": models.model({"flow_logs": [models.flow_log({"permissions": [{"coverage": 0, "order": "not-after", "missing": []}]})], "documents": [{"statements": [models.trusting({})]}, {"statements": [models.writing({"effect": "Deny"}), models.statement({"effect": "Deny", "unknown": ["action"]})]}], "coverages": [{"statements": [{"resources": [models.anything], "not_resources": []}]}]}),
		"says": [],
	},
	"an opaque policy may be the one that grants": {
		"model": models.model({"flow_logs": [models.flow_log({"permissions": [{"coverage": 0, "order": "not-after", "missing": []}]})], "policies": [models.but(models.policy({}), models.opaque)]}),
		"says": ["undecided policy-unread: the flow log does not wait for aws_iam_role_policy.this, and whether its role needs that to write cannot be read"],
	},
	"a policy that grants no delivery may come later": {
		"model": models.model({"flow_logs": [models.flow_log({"permissions": [{"coverage": 0, "order": "not-after", "missing": []}]})], "documents": [{"statements": [models.trusting({})]}, {"statements": [models.statement({"actions": ["s3:getobject"]})]}], "coverages": [{"statements": [{"resources": [models.anything], "not_resources": []}]}]}),
		"says": [],
	},
	"a policy with an unknown action may be the one that grants": {
		"model": models.model({"flow_logs": [models.flow_log({"permissions": [{"coverage": 0, "order": "not-after", "missing": []}]})], "documents": [{"statements": [models.trusting({})]}, {"statements": [models.statement({"unknown": ["action"]})]}], "coverages": [{"statements": [{"resources": [models.anything], "not_resources": []}]}]}),
		"says": ["undecided policy-unread: the flow log does not wait for aws_iam_role_policy.this, and whether its role needs that to write cannot be read"],
	},
}
