package flowgate.rules.trust_extra_principal_test

import data.flowgate.rules.trust_extra_principal as rule
import data.flowgate.testing as models

import future.keywords.not

test_trust_extra_principal[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

# A role of two flow logs, the first to a log group.
trusting_both(other) := models.but(
	models.trusted_by([models.trusting({"principals": [models.service("vpc-flow-logs.amazonaws.com"), models.service("delivery.logs.amazonaws.com")]})]),
	{"flow_logs": [models.flow_log({}), models.flow_log(other)], "roles": [models.role({"flow_logs": [0, 1]})]},
)

cases := {
	"an account that is not known is not the service": {
		"model": models.trusted_by([models.trusting({"principals": [models.service("vpc-flow-logs.amazonaws.com"), {"kind": "aws", "id": "${var.x}", "known": false}]})]),
		"says": ["fail extra: the trust policy lets \"${var.x}\" assume the role, where only the flow-logs service should"],
	},
	"an empty name beside the service is nobody": {
		"model": models.trusted_by([models.trusting({"principals": [models.service("vpc-flow-logs.amazonaws.com"), models.service("")]})]),
		"says": [],
	},
	"the service alone is right": {
		"model": models.model({}),
		"says": [],
	},
	"an account beside the service is one too many": {
		"model": models.trusted_by([models.trusting({"principals": [models.service("vpc-flow-logs.amazonaws.com"), {"kind": "aws", "id": "arn:aws:iam::999988887777:root", "known": true}]})]),
		"says": ["fail extra: the trust policy lets \"arn:aws:iam::999988887777:root\" assume the role, where only the flow-logs service should"],
	},
	"an account in place of the service is trust-service-missing's": {
		"model": models.trusted_by([models.trusting({"principals": [{"kind": "aws", "id": "arn:aws:iam::999988887777:root", "known": true}], "conditions": []})]),
		"says": [],
	},
	"a star is trust-any-principal's": {
		"model": models.trusted_by([models.trusting({"principals": [{"kind": "aws", "id": "*", "known": true}], "conditions": []})]),
		"says": [],
	},
	"an unknown principal is undecided": {
		"model": models.trusted_by([models.trusting({"principals": [models.service("vpc-flow-logs.amazonaws.com"), {"kind": "service", "id": "${var.s}", "known": false}], "conditions": []})]),
		"says": ["undecided principal-unknown: who may assume the role is not known before apply: a principal is a reference that cannot be followed"],
	},
	"a list that is not known is undecided": {
		"model": models.trusted_by([models.trusting({"unknown": ["principal"]})]),
		"says": ["undecided principal-unknown: who may assume the role is not known before apply: a principal is a reference that cannot be followed"],
	},
	"a role for a log group and a stream of another account may trust both services": {
		"model": trusting_both(models.across_accounts),
		"says": [],
	},
	"a role for a log group and a bucket, which takes no role, may trust the one alone": {
		"model": trusting_both({"destination_type": models.known("s3")}),
		"says": [`fail extra: the trust policy lets "delivery.logs.amazonaws.com" assume the role, where only the flow-logs service should`],
	},
	"an opaque trust policy is undecided": {
		"model": models.model({"roles": [models.role({"trust": models.opaque})]}),
		"says": ["undecided trust-unread: who may assume the role cannot be read: it is made by jsonencode"],
	},
}
