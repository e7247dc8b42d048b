package flowgate.rules.trust_any_principal_test

import data.flowgate.rules.trust_any_principal as rule
import data.flowgate.testing as models

import future.keywords.not

test_trust_any_principal[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

cases := {
	"a reference may be a star": {
		"model": models.trusted_by([models.trusting({}), models.trusting({"principals": [{"kind": "aws", "id": "${var.x}", "known": false}]})]),
		"says": ["undecided principal-unknown: whether the trust policy lets anybody assume the role is not known before apply: a principal is a reference that cannot be followed"],
	},
	"a list that is not known may hold a star": {
		"model": models.trusted_by([models.trusting({"unknown": ["principal"]})]),
		"says": ["undecided principal-unknown: whether the trust policy lets anybody assume the role is not known before apply: a principal is a reference that cannot be followed"],
	},
	"an ARN is no star": {
		"model": models.trusted_by([models.trusting({}), models.trusting({"principals": [{"kind": "aws", "id": "${data.aws_iam_role.x.arn}", "known": false}, {"kind": "aws", "id": "arn:aws:iam::${var.a}:root", "known": false}]})]),
		"says": [],
	},
	"beside a star a reference says no more": {
		"model": models.trusted_by([models.trusting({"principals": [{"kind": "aws", "id": "*", "known": true}, {"kind": "aws", "id": "${var.x}", "known": false}]})]),
		"says": ["fail any-principal: the trust policy lets anybody assume the role (principal *), where only the flow-logs service should"],
	},
	"the service alone is right": {
		"model": models.model({}),
		"says": [],
	},
	"a star lets anybody in": {
		"model": models.trusted_by([models.trusting({"principals": [{"kind": "aws", "id": "*", "known": true}], "conditions": []})]),
		"says": ["fail any-principal: the trust policy lets anybody assume the role (principal *), where only the flow-logs service should"],
	},
	"a bare star lets anybody in": {
		"model": models.trusted_by([models.trusting({"principals": [{"kind": "*", "id": "", "known": true}], "conditions": []})]),
		"says": ["fail any-principal: the trust policy lets anybody assume the role (principal *), where only the flow-logs service should"],
	},
	"a condition does not excuse it": {
		"model": models.trusted_by([models.trusting({"principals": [{"kind": "aws", "id": "*", "known": true}]})]),
		"says": ["fail any-principal: the trust policy lets anybody assume the role (principal *), where only the flow-logs service should"],
	},
	"NotPrincipal lets almost anybody in": {
		"model": models.trusted_by([models.trusting({"principals": [], "not_principals": [{"kind": "aws", "id": "arn:aws:iam::999988887777:root", "known": true}]})]),
		"says": ["fail negated-principal: the trust policy lets everybody but a few assume the role (NotPrincipal), where only the flow-logs service should"],
	},
	"with Deny both are guards": {
		"model": models.trusted_by([models.trusting({}), models.trusting({"effect": "Deny", "principals": [{"kind": "aws", "id": "*", "known": true}]})]),
		"says": [],
	},
	"an opaque trust policy is undecided": {
		"model": models.model({"roles": [models.role({"trust": models.opaque})]}),
		"says": ["undecided trust-unread: who may assume the role cannot be read: it is made by jsonencode"],
	},
}
