package flowgate.rules.trust_service_missing_test

import data.flowgate.rules.trust_service_missing as rule
import data.flowgate.testing as models

import future.keywords.not

test_trust_service_missing[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

# A role for Firehose of another account with this trust.
forwarding(statements) := models.but(models.trusted_by(statements), {"flow_logs": [models.flow_log(models.across_accounts)]})

# One that a flow log to a log group uses too.
sharing(statements) := models.but(models.trusted_by(statements), {
	"flow_logs": [models.flow_log(models.across_accounts), models.flow_log({})],
	"roles": [models.role({"flow_logs": [0, 1]})],
})

refused := "fail empty-service: the trust policy names a principal with an empty name, which IAM refuses: the role is not made"

vacant := "fail empty-principal: a statement of the trust policy names no principal, which IAM refuses: the role is not made"

cases := {
	"NotPrincipal that names the service trusts everybody else": {
		"model": models.trusted_by([models.trusting({"principals": [], "not_principals": [models.service("vpc-flow-logs.amazonaws.com")]})]),
		"says": ["fail other-principal: the role trusts everybody but the flow-logs service (NotPrincipal)"],
	},
	"a Deny that guards is trust-condition-ineffective's": {
		"model": models.trusted_by([models.trusting({}), models.trusting({"effect": "Deny", "conditions": [models.condition({"operator": "stringnotequals", "key": "aws:sourceaccount", "given": "stringnotequals aws:sourceaccount", "values": [models.value({"own": "no", "foreign": "yes", "flaw": "other-account"})]})]})]),
		"says": [],
	},
	"the service belongs to no organisation": {
		"model": models.trusted_by([models.trusting({"conditions": [models.source_account, models.condition({"operator": "stringequals", "key": "aws:principalorgid", "given": "stringequals aws:principalorgid", "values": [models.value({})]})]})]),
		"says": ["fail condition-never-holds: the trust policy lets the flow-logs service in under a condition that its request never meets"],
	},
	"the service is trusted": {
		"model": models.model({}),
		"says": [],
	},
	"another service is not the right one": {
		"model": models.trusted_by([models.trusting({"principals": [models.service("ec2.amazonaws.com")], "conditions": []})]),
		"says": ["fail other-principal: the role trusts \"ec2.amazonaws.com\" and not the flow-logs service"],
	},
	"an empty service is none": {
		"model": models.trusted_by([models.trusting({"principals": [models.service("")], "conditions": []})]),
		"says": ["fail empty-service: the trust policy names a service with an empty name, so the flow-logs service may not assume the role"],
	},
	"an empty service beside the right one is refused": {
		"model": models.trusted_by([models.trusting({"principals": [models.service("vpc-flow-logs.amazonaws.com"), models.service("")]})]),
		"says": [refused],
	},
	"an empty account beside the service is refused": {
		"model": models.trusted_by([models.trusting({}), models.trusting({"effect": "Deny", "principals": [models.but(models.service(""), {"kind": "aws"})]})]),
		"says": [refused],
	},
	"an empty name among those that are excepted is refused": {
		"model": models.trusted_by([models.trusting({}), models.trusting({"effect": "Deny", "principals": [], "not_principals": [models.service(""), models.service("vpc-flow-logs.amazonaws.com")]})]),
		"says": [refused],
	},
	"a statement for nobody beside the right one is refused": {
		"model": models.trusted_by([models.trusting({}), models.trusting({"principals": []})]),
		"says": [vacant],
	},
	"so is a Deny that excepts nobody": {
		"model": models.trusted_by([models.trusting({}), models.trusting({"effect": "Deny", "principals": [], "not_principals": []})]),
		"says": [vacant],
	},
	"an empty service is refused, whoever stands beside it": {
		"model": models.trusted_by([models.trusting({"principals": [models.but(models.service("${var.service}"), {"known": false}), models.service("")]})]),
		"says": [refused],
	},
	"no trust policy trusts nobody": {
		"model": models.model({"roles": [models.role({"trust": {"state": "absent", "reason": "", "detail": "", "document": -1}})]}),
		"says": ["fail nobody: the role trusts nobody, so the flow-logs service may not assume it"],
	},
	"no statement trusts nobody": {
		"model": models.trusted_by([]),
		"says": ["fail nobody: the role trusts nobody, so the flow-logs service may not assume it"],
	},
	"a principal without sts:AssumeRole may not assume": {
		"model": models.trusted_by([models.trusting({"actions": ["sts:tagsession"], "covers": []})]),
		"says": ["fail missing-action: the trust policy names the flow-logs service and does not allow it sts:AssumeRole"],
	},
	"a Deny keeps the service out": {
		"model": models.trusted_by([models.trusting({}), models.trusting({"effect": "Deny", "conditions": []})]),
		"says": ["fail explicit-deny: the trust policy denies the flow-logs service the role"],
	},
	"a Deny of another action does not": {
		"model": models.trusted_by([models.trusting({}), models.trusting({"effect": "Deny", "covers": [], "conditions": []})]),
		"says": [],
	},
	"a Deny under a condition that never holds does not": {
		"model": models.trusted_by([models.trusting({}), models.trusting({"effect": "Deny", "conditions": [models.condition({"key": "sts:externalid", "values": [models.value({})]})]})]),
		"says": [],
	},
	"a Deny under a condition that may hold is undecided": {
		"model": models.trusted_by([models.trusting({}), models.trusting({"effect": "Deny", "conditions": [models.condition({"key": "aws:principaltag/x", "values": [models.value({"own": "unknown"})]})]})]),
		"says": ["undecided condition-unknown: whether the flow-logs service may assume the role cannot be told: whether an action or a condition applies to it is not known"],
	},
	"the service is trusted, whoever else may be": {
		"model": models.trusted_by([models.trusting({"unknown": ["principal"]})]),
		"says": [],
	},
	"a statement for no principal trusts nobody": {
		"model": models.trusted_by([models.trusting({"principals": []})]),
		"says": ["fail nobody: the role trusts nobody, so the flow-logs service may not assume it"],
	},
	"a Deny of others does not": {
		"model": models.trusted_by([models.trusting({}), models.trusting({"effect": "Deny", "principals": [], "not_principals": [models.service("vpc-flow-logs.amazonaws.com")], "conditions": []})]),
		"says": [],
	},
	"a Deny with NotPrincipal of others keeps the service out": {
		"model": models.trusted_by([models.trusting({}), models.trusting({"effect": "Deny", "principals": [], "not_principals": [{"kind": "aws", "id": "arn:aws:iam::999988887777:root", "known": true}], "conditions": []})]),
		"says": ["fail explicit-deny: the trust policy denies the flow-logs service the role"],
	},
	"the service carries no external id": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "stringequals", "key": "sts:externalid", "given": "stringequals sts:externalid", "values": [models.value({})]})]})]),
		"says": ["fail condition-never-holds: the trust policy lets the flow-logs service in under a condition that its request never meets"],
	},
	"everybody includes the service": {
		"model": models.trusted_by([models.trusting({"principals": [{"kind": "aws", "id": "*", "known": true}], "conditions": []})]),
		"says": [],
	},
	"an unknown principal is undecided": {
		"model": models.trusted_by([models.trusting({"principals": [{"kind": "service", "id": "${var.s}", "known": false}], "conditions": []})]),
		"says": ["undecided principal-unknown: whether the flow-logs service may assume the role cannot be told: a principal is not known before apply"],
	},
	"a list of principals that is not known is undecided": {
		"model": models.trusted_by([models.trusting({"principals": [], "conditions": [], "unknown": ["principal"]})]),
		"says": ["undecided principal-unknown: whether the flow-logs service may assume the role cannot be told: a principal is not known before apply"],
	},
	"an unknown action is undecided": {
		"model": models.trusted_by([models.trusting({"covers": [], "unknown": ["action"]})]),
		"says": ["undecided condition-unknown: whether the flow-logs service may assume the role cannot be told: whether an action or a condition applies to it is not known"],
	},
	"a condition on an unknown key is undecided": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "stringequals", "key": "aws:principaltag/x", "given": "stringequals aws:principaltag/x", "values": [models.value({"own": "unknown"})]})]})]),
		"says": ["undecided condition-unknown: whether the flow-logs service may assume the role cannot be told: whether an action or a condition applies to it is not known"],
	},
	"a condition that is not known is undecided": {
		"model": models.trusted_by([models.trusting({"unknown": ["condition"]})]),
		"says": ["undecided condition-unknown: whether the flow-logs service may assume the role cannot be told: whether an action or a condition applies to it is not known"],
	},
	"a condition on the source is trust-condition-ineffective's": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "stringequals", "key": "aws:sourceaccount", "given": "stringequals aws:sourceaccount", "values": [models.value({"own": "no", "foreign": "yes", "flaw": "other-account"})]})]})]),
		"says": [],
	},
	"a role that S3 has no use for is delivery-role-unused's": {
		"model": models.but(models.trusted_by([]), {"flow_logs": [models.flow_log(models.but(models.to_bucket, {"role": models.resolved}))]}),
		"says": [],
	},
	"whom a role has to trust whose flow log writes nobody knows where is not known": {
		"model": models.model({"flow_logs": [models.flow_log({"destination_type": models.unknown, "destination_service": "unknown"})]}),
		"says": ["undecided destination-not-judged: whether the role trusts the right service cannot be told: where its flow logs write to is not known before apply"],
	},
	"Firehose of another account is the log-delivery service's": {
		"model": forwarding([models.trusting({"principals": [models.service("delivery.logs.amazonaws.com")], "conditions": []})]),
		"says": [],
	},
	"the flow-logs service does not deliver to Firehose": {
		"model": forwarding([models.trusting({})]),
		"says": ["fail other-principal: the role trusts \"vpc-flow-logs.amazonaws.com\" and not the log-delivery service"],
	},
	"a log group and a stream of another account that share a role need a service each, and have the first": {
		"model": sharing([models.trusting({})]),
		"says": ["fail other-principal: the role trusts \"vpc-flow-logs.amazonaws.com\" and not the log-delivery service"],
	},
	"a log group and a stream of another account that share a role need a service each, and have the second": {
		"model": sharing([models.trusting({"principals": [models.service("delivery.logs.amazonaws.com")], "conditions": []})]),
		"says": ["fail other-principal: the role trusts \"delivery.logs.amazonaws.com\" and not the flow-logs service"],
	},
	"a log group and a stream of another account that share a role need a service each, and have both": {
		"model": sharing([
			models.trusting({}),
			models.trusting({"principals": [models.service("delivery.logs.amazonaws.com")], "conditions": []}),
		]),
		"says": [],
	},
	"a role for a log group and for what nobody knows": {
		"model": models.but(models.trusted_by([models.trusting({})]), {
			"flow_logs": [models.flow_log({}), models.flow_log({"destination_type": models.unknown, "destination_service": "unknown"})],
			"roles": [models.role({"flow_logs": [0, 1]})],
		}),
		"says": ["undecided destination-not-judged: whether the role trusts the right service cannot be told: where its flow logs write to is not known before apply"],
	},
	"an opaque trust policy is undecided": {
		"model": models.model({"roles": [models.role({"trust": models.opaque})]}),
		"says": ["undecided trust-unread: who may assume the role cannot be read: it is made by jsonencode"],
	},
}
