package flowgate.rules.trust_confused_deputy_test

import data.flowgate.rules.trust_confused_deputy as rule
import data.flowgate.testing as models

import future.keywords.not

test_trust_confused_deputy[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

cases := {
	"a Deny under a condition that is not known is undecided": {
		"model": models.trusted_by([models.trusting({"conditions": []}), models.trusting({"effect": "Deny", "conditions": [], "unknown": ["condition"]})]),
		"says": ["undecided condition-unknown: whether the flow-logs service may use the role on behalf of any AWS account is not known before apply"],
	},
	"an unknown service without a condition is undecided": {
		"model": models.trusted_by([models.trusting({"principals": [{"kind": "service", "id": "${var.x}", "known": false}], "conditions": []})]),
		"says": ["undecided condition-unknown: whether the flow-logs service may use the role on behalf of any AWS account is not known before apply"],
	},
	"more principals that are not known excuse nothing": {
		"model": models.trusted_by([models.trusting({"conditions": [], "unknown": ["principal"]})]),
		"says": ["fail unrestricted: the flow-logs service may use the role on behalf of any AWS account: no condition on aws:SourceAccount or aws:SourceArn"],
	},
	"a list of services that is not known is undecided": {
		"model": models.trusted_by([models.trusting({"principals": [], "conditions": [], "unknown": ["principal"]})]),
		"says": ["undecided condition-unknown: whether the flow-logs service may use the role on behalf of any AWS account is not known before apply"],
	},
	"a condition on the source is right": {
		"model": models.model({}),
		"says": [],
	},
	"without it the service acts for anybody": {
		"model": models.trusted_by([models.trusting({"conditions": []})]),
		"says": ["fail unrestricted: the flow-logs service may use the role on behalf of any AWS account: no condition on aws:SourceAccount or aws:SourceArn"],
	},
	"a condition on something else does not help": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "bool", "key": "aws:securetransport", "given": "bool aws:securetransport", "values": [models.value({})]})]})]),
		"says": ["fail unrestricted: the flow-logs service may use the role on behalf of any AWS account: no condition on aws:SourceAccount or aws:SourceArn"],
	},
	"a Deny of other accounts guards": {
		"model": models.trusted_by([models.trusting({"conditions": []}), models.trusting({"effect": "Deny", "conditions": [models.condition({"operator": "stringnotequals", "key": "aws:sourceaccount", "given": "stringnotequals aws:sourceaccount", "values": [models.value({})]})]})]),
		"says": [],
	},
	"an unknown condition is undecided": {
		"model": models.trusted_by([models.trusting({"conditions": [], "unknown": ["condition"]})]),
		"says": ["undecided condition-unknown: whether the flow-logs service may use the role on behalf of any AWS account is not known before apply"],
	},
	"only a star lets the service in: trust-any-principal's": {
		"model": models.trusted_by([models.trusting({"principals": [{"kind": "aws", "id": "*", "known": true}], "conditions": []})]),
		"says": [],
	},
	"an opaque trust policy is undecided": {
		"model": models.model({"roles": [models.role({"trust": models.opaque})]}),
		"says": ["undecided trust-unread: who may assume the role cannot be read: it is made by jsonencode"],
	},
}

test_corrected_trust_names_the_own_account if {
	verdict := rule.verdict with input as cases["without it the service acts for anybody"].model
	verdict.findings[0].corrected.Statement == [{
		"Sid": "VpcFlowLogsAssume",
		"Effect": "Allow",
		"Principal": {"Service": "vpc-flow-logs.amazonaws.com"},
		"Action": "sts:AssumeRole",
		"Condition": {
			"StringEquals": {"aws:SourceAccount": "111122223333"},
			"ArnLike": {"aws:SourceArn": "arn:aws:ec2:eu-west-1:111122223333:vpc-flow-log/*"},
		},
	}]
}

test_without_own_account_nothing_is_corrected if {
	model := models.but(cases["without it the service acts for anybody"].model, {"roles": [models.role({"own": {
		"partition": "aws",
		"region": "",
		"account": "",
	}})]})
	verdict := rule.verdict with input as model
	not "corrected" in object.keys(verdict.findings[0])
}

test_firehose_has_no_condition_that_aws_documents if {
	model := models.but(
		models.trusted_by([models.trusting({"principals": [models.service("delivery.logs.amazonaws.com")], "conditions": []})]),
		{"flow_logs": [models.flow_log(models.across_accounts)]},
	)
	verdict := rule.verdict with input as model
	models.says(verdict) == []
}
