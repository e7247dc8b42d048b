package flowgate.rules.trust_condition_ineffective_test

import data.flowgate.rules.trust_condition_ineffective as rule
import data.flowgate.testing as models

import future.keywords.not

test_trust_condition_ineffective[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

cases := {
	"a Deny of requests without the key lets all others in": {
		"model": models.trusted_by([models.trusting({"conditions": []}), models.trusting({"effect": "Deny", "conditions": [models.condition({"operator": "null", "key": "aws:sourceaccount", "given": "null aws:sourceaccount", "values": [models.value({"text": "true"})]})]})]),
		"says": ["fail denial-without-effect: the condition null aws:sourceaccount of the trust policy keeps nobody out"],
	},
	"a Deny that excepts everybody guards nothing": {
		"model": models.trusted_by([models.trusting({"conditions": []}), models.trusting({"effect": "Deny", "conditions": [models.condition({"operator": "stringnotlike", "key": "aws:sourceaccount", "given": "stringnotlike aws:sourceaccount", "values": [models.value({"foreign": "yes", "flaw": "everything"})]})]})]),
		"says": ["fail denial-without-effect: the condition stringnotlike aws:sourceaccount of the trust policy keeps nobody out"],
	},
	"a Deny that refuses the own account keeps the service out": {
		"model": models.trusted_by([models.trusting({}), models.trusting({"effect": "Deny", "conditions": [models.condition({"operator": "stringnotequals", "key": "aws:sourceaccount", "given": "stringnotequals aws:sourceaccount", "values": [models.value({"own": "no", "foreign": "yes", "flaw": "other-account"})]})]})]),
		"says": ["fail other-account: the condition stringnotequals aws:sourceaccount of the trust policy keeps your own flow logs out: it names another account"],
	},
	"a Deny of an unknown account is undecided": {
		"model": models.trusted_by([models.trusting({"conditions": []}), models.trusting({"effect": "Deny", "conditions": [models.condition({"operator": "stringnotequals", "key": "aws:sourceaccount", "given": "stringnotequals aws:sourceaccount", "values": [models.value({"own": "unknown", "foreign": "unknown"})]})]})]),
		"says": ["undecided condition-unknown: whether the condition stringnotequals aws:sourceaccount of the trust policy does its work cannot be told: a part of its statement is not known before apply"],
	},
	"a Deny for a service that is not known may guard": {
		"model": models.trusted_by([models.trusting({"conditions": []}), models.trusting({"effect": "Deny", "conditions": [models.condition({"operator": "stringnotequals", "key": "aws:sourceaccount", "given": "stringnotequals aws:sourceaccount", "values": [models.value({})]})], "principals": [{"kind": "service", "id": "${var.x}", "known": false}]})]),
		"says": ["undecided condition-unknown: whether the condition stringnotequals aws:sourceaccount of the trust policy does its work cannot be told: a part of its statement is not known before apply"],
	},
	"a Deny on organisation paths needs a quantifier": {
		"model": models.trusted_by([models.trusting({"conditions": []}), models.trusting({"effect": "Deny", "conditions": [models.condition({"operator": "stringnotlike", "key": "aws:sourceorgpaths", "given": "stringnotlike aws:sourceorgpaths", "values": [models.value({})]})]})]),
		"says": ["fail denial-without-effect: the condition stringnotlike aws:sourceorgpaths of the trust policy keeps nobody out"],
	},
	"a Deny wherever the key is given keeps the service out": {
		"model": models.trusted_by([models.trusting({"conditions": []}), models.trusting({"effect": "Deny", "conditions": [models.condition({"operator": "null", "key": "aws:sourceaccount", "given": "null aws:sourceaccount", "values": [models.value({"text": "false"})]})]})]),
		"says": ["fail refuses-own: the condition null aws:sourceaccount of the trust policy keeps your own flow logs out"],
	},
	"a Deny by an unknown operator is undecided": {
		"model": models.trusted_by([models.trusting({"conditions": []}), models.trusting({"effect": "Deny", "conditions": [models.condition({"operator": "stringsounds", "key": "aws:sourceaccount", "given": "stringsounds aws:sourceaccount", "values": [models.value({})]})]})]),
		"says": ["undecided condition-unknown: whether the condition stringsounds aws:sourceaccount of the trust policy does its work cannot be told: a part of its statement is not known before apply"],
	},
	"an opening of a service that is not known is undecided": {
		"model": models.trusted_by([models.trusting({}), models.trusting({"principals": [{"kind": "service", "id": "${var.x}", "known": false}], "conditions": [models.condition({"operator": "stringequals", "key": "aws:sourceaccount", "given": "stringequals aws:sourceaccount", "values": [models.value({})], "if_exists": true})]})]),
		"says": ["undecided condition-unknown: whether the condition stringequals aws:sourceaccount of the trust policy does its work cannot be told: a part of its statement is not known before apply"],
	},
	"one statement may refuse what another lets in": {
		"model": models.trusted_by([models.trusting({}), models.trusting({"conditions": [models.condition({"operator": "arnlike", "key": "aws:sourcearn", "given": "arnlike aws:sourcearn", "values": [models.value({"own": "no", "foreign": "no", "flaw": "other-region"})]})]})]),
		"says": [],
	},
	"a statement for another account lets that in": {
		"model": models.trusted_by([models.trusting({}), models.trusting({"conditions": [models.condition({"operator": "stringequals", "key": "aws:sourceaccount", "given": "stringequals aws:sourceaccount", "values": [models.value({"own": "no", "foreign": "yes", "flaw": "other-account"})]})]})]),
		"says": ["fail other-account: the condition stringequals aws:sourceaccount of the trust policy does not keep others out: it names another account"],
	},
	"account and source restrict": {
		"model": models.model({}),
		"says": [],
	},
	"no condition is trust-confused-deputy's": {
		"model": models.trusted_by([models.trusting({"conditions": []})]),
		"says": [],
	},
	"one effective condition is enough": {
		"model": models.trusted_by([models.trusting({"conditions": [models.source_account, models.condition({"operator": "arnlike", "key": "aws:sourcearn", "given": "arnlike aws:sourcearn", "values": [models.value({"own": "yes", "foreign": "yes", "flaw": "wildcard-account"})]})]})]),
		"says": [],
	},
	"the own organisation is enough": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "stringequals", "key": "aws:sourceorgid", "given": "stringequals aws:sourceorgid", "values": [models.value({})]})]})]),
		"says": [],
	},
	"organisation paths need a quantifier": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "stringlike", "key": "aws:sourceorgpaths", "given": "stringlike aws:sourceorgpaths", "values": [models.value({})]})]})]),
		"says": ["fail optional: the condition stringlike aws:sourceorgpaths of the trust policy does not keep others out: a request without the key, or with several values, meets it too"],
	},
	"organisation paths with a quantifier restrict": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "stringlike", "key": "aws:sourceorgpaths", "given": "stringlike aws:sourceorgpaths", "values": [models.value({})], "quantifier": "foranyvalue"})]})]),
		"says": [],
	},
	"StringEquals takes a wildcard literally": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "stringequals", "key": "aws:sourcearn", "given": "stringequals aws:sourcearn", "values": [models.value({"own": "no", "foreign": "no", "flaw": "wildcard-literal"})]})]})]),
		"says": ["fail wildcard-literal: the condition stringequals aws:sourcearn of the trust policy keeps your own flow logs out: the operator takes its * literally"],
	},
	"an ARN of another service keeps the service out": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "arnlike", "key": "aws:sourcearn", "given": "arnlike aws:sourcearn", "values": [models.value({"own": "no", "foreign": "yes", "flaw": "other-service"})]})]})]),
		"says": ["fail other-service: the condition arnlike aws:sourcearn of the trust policy keeps your own flow logs out: the ARN is of another service than ec2"],
	},
	"an ARN of another resource keeps the service out": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "arnlike", "key": "aws:sourcearn", "given": "arnlike aws:sourcearn", "values": [models.value({"own": "no", "foreign": "yes", "flaw": "other-resource"})]})]})]),
		"says": ["fail other-resource: the condition arnlike aws:sourcearn of the trust policy keeps your own flow logs out: the ARN is of another resource than a flow log"],
	},
	"an ARN of another partition keeps the service out": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "arnlike", "key": "aws:sourcearn", "given": "arnlike aws:sourcearn", "values": [models.value({"own": "no", "foreign": "no", "flaw": "other-partition"})]})]})]),
		"says": ["fail other-partition: the condition arnlike aws:sourcearn of the trust policy keeps your own flow logs out: the ARN is of another partition"],
	},
	"another account keeps the service out": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "arnlike", "key": "aws:sourcearn", "given": "arnlike aws:sourcearn", "values": [models.value({"own": "no", "foreign": "yes", "flaw": "other-account"})]})]})]),
		"says": ["fail other-account: the condition arnlike aws:sourcearn of the trust policy keeps your own flow logs out: it names another account"],
	},
	"another region keeps the service out": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "arnlike", "key": "aws:sourcearn", "given": "arnlike aws:sourcearn", "values": [models.value({"own": "no", "foreign": "no", "flaw": "other-region"})]})]})]),
		"says": ["fail other-region: the condition arnlike aws:sourcearn of the trust policy keeps your own flow logs out: it names another region"],
	},
	"a wildcard account keeps nobody out": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "arnlike", "key": "aws:sourcearn", "given": "arnlike aws:sourcearn", "values": [models.value({"own": "yes", "foreign": "yes", "flaw": "wildcard-account"})]})]})]),
		"says": ["fail wildcard-account: the condition arnlike aws:sourcearn of the trust policy does not keep others out: its account is a wildcard"],
	},
	"a pattern that matches everything keeps nobody out": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "arnlike", "key": "aws:sourcearn", "given": "arnlike aws:sourcearn", "values": [models.value({"own": "yes", "foreign": "yes", "flaw": "everything"})]})]})]),
		"says": ["fail everything: the condition arnlike aws:sourcearn of the trust policy does not keep others out: its pattern matches everything"],
	},
	"a value that is no ARN keeps the service out": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "arnlike", "key": "aws:sourcearn", "given": "arnlike aws:sourcearn", "values": [models.value({"own": "no", "foreign": "no", "flaw": "malformed"})]})]})]),
		"says": ["fail malformed: the condition arnlike aws:sourcearn of the trust policy keeps your own flow logs out: its value is no ARN or account"],
	},
	"a refusal without a known flaw is one all the same": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "arnlike", "key": "aws:sourcearn", "given": "arnlike aws:sourcearn", "values": [models.value({"own": "no", "foreign": "no", "flaw": ""})]})]})]),
		"says": ["fail refuses-own: the condition arnlike aws:sourcearn of the trust policy keeps your own flow logs out"],
	},
	"IfExists lets requests without the key in": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "stringequals", "key": "aws:sourceaccount", "given": "stringequals aws:sourceaccount", "values": [models.value({})], "if_exists": true})]})]),
		"says": ["fail optional: the condition stringequals aws:sourceaccount of the trust policy does not keep others out: a request without the key, or with several values, meets it too"],
	},
	"ForAllValues lets requests without the key in": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "stringequals", "key": "aws:sourceaccount", "given": "stringequals aws:sourceaccount", "values": [models.value({})], "quantifier": "forallvalues"})]})]),
		"says": ["fail optional: the condition stringequals aws:sourceaccount of the trust policy does not keep others out: a request without the key, or with several values, meets it too"],
	},
	"ForAllValues with Null false restricts": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "stringequals", "key": "aws:sourceaccount", "given": "stringequals aws:sourceaccount", "values": [models.value({})], "quantifier": "forallvalues"}), models.condition({"operator": "null", "key": "aws:sourceaccount", "given": "null aws:sourceaccount", "values": [models.value({"text": "false"})]})]})]),
		"says": [],
	},
	"Null alone asks for the key only": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "null", "key": "aws:sourceaccount", "given": "null aws:sourceaccount", "values": [models.value({"text": "false"})]})]})]),
		"says": ["fail optional: the condition null aws:sourceaccount of the trust policy does not keep others out: a request without the key, or with several values, meets it too"],
	},
	"a negated operator lets all others in": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "stringnotequals", "key": "aws:sourceaccount", "given": "stringnotequals aws:sourceaccount", "values": [models.value({"own": "no", "foreign": "yes", "flaw": ""})]})]})]),
		"says": ["fail negated: the condition stringnotequals aws:sourceaccount of the trust policy does not keep others out: it only excepts some"],
	},
	"a negated operator that excepts another account lets all but that in": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "stringnotequals", "key": "aws:sourceaccount", "given": "stringnotequals aws:sourceaccount", "values": [models.value({"own": "no", "foreign": "yes", "flaw": "other-account"})]})]})]),
		"says": ["fail negated: the condition stringnotequals aws:sourceaccount of the trust policy does not keep others out: it only excepts some"],
	},
	"a negated operator that excepts everybody keeps the service out": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "stringnotlike", "key": "aws:sourceaccount", "given": "stringnotlike aws:sourceaccount", "values": [models.value({"own": "yes", "foreign": "yes", "flaw": "everything"})]})]})]),
		"says": ["fail everything: the condition stringnotlike aws:sourceaccount of the trust policy keeps your own flow logs out: its pattern matches everything"],
	},
	"a Deny of other accounts makes up for it": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "stringequals", "key": "aws:sourceaccount", "given": "stringequals aws:sourceaccount", "values": [models.value({})], "if_exists": true})]}), models.trusting({"effect": "Deny", "conditions": [models.condition({"operator": "stringnotequals", "key": "aws:sourceaccount", "given": "stringnotequals aws:sourceaccount", "values": [models.value({})]})]})]),
		"says": [],
	},
	"a Deny that denies nobody guards nothing": {
		"model": models.trusted_by([models.trusting({"conditions": []}), models.trusting({"effect": "Deny", "conditions": [models.condition({"operator": "stringequals", "key": "aws:sourceaccount", "given": "stringequals aws:sourceaccount", "values": [models.value({"own": "no", "foreign": "no"})]})]})]),
		"says": ["fail denial-without-effect: the condition stringequals aws:sourceaccount of the trust policy keeps nobody out"],
	},
	"one exact flow log cannot be known before apply": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "arnlike", "key": "aws:sourcearn", "given": "arnlike aws:sourcearn", "values": [models.value({"own": "some", "foreign": "no", "flaw": ""})]})]})]),
		"says": ["undecided one-flow-log: whether the condition arnlike aws:sourcearn of the trust policy does its work cannot be told: it names one flow log, whose id is not known before apply"],
	},
	"an unknown value is undecided": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "stringequals", "key": "aws:sourceaccount", "given": "stringequals aws:sourceaccount", "values": [models.value({"own": "unknown", "foreign": "unknown", "flaw": ""})]})]})]),
		"says": ["undecided condition-unknown: whether the condition stringequals aws:sourceaccount of the trust policy does its work cannot be told: a part of its statement is not known before apply"],
	},
	"an unknown operator is undecided": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "stringsounds", "key": "aws:sourceaccount", "given": "stringsounds aws:sourceaccount", "values": [models.value({})]})]})]),
		"says": ["undecided condition-unknown: whether the condition stringsounds aws:sourceaccount of the trust policy does its work cannot be told: a part of its statement is not known before apply"],
	},
	"a condition that is not known is undecided": {
		"model": models.trusted_by([models.trusting({"conditions": [models.condition({"operator": "stringequals", "key": "aws:sourceaccount", "given": "stringequals aws:sourceaccount", "values": [models.value({})], "if_exists": true})], "unknown": ["condition"]})]),
		"says": ["undecided condition-unknown: whether the condition stringequals aws:sourceaccount of the trust policy does its work cannot be told: a part of its statement is not known before apply"],
	},
	"an opaque trust policy is undecided": {
		"model": models.model({"roles": [models.role({"trust": models.opaque})]}),
		"says": ["undecided trust-unread: who may assume the role cannot be read: it is made by jsonencode"],
	},
}

# AWS does not document what the log-delivery service's request carries.
forwarding(conditions) := models.but(
	models.trusted_by([models.trusting({"principals": [models.service("delivery.logs.amazonaws.com")], "conditions": conditions})]),
	{"flow_logs": [models.flow_log(models.across_accounts)]},
)

test_a_source_arn_for_firehose_is_undecided if {
	verdict := rule.verdict with input as forwarding([models.source_arn])
	models.says(verdict) == ["undecided condition-unknown: whether the condition ArnLike aws:SourceArn of the trust policy does its work cannot be told: AWS does not say which ARN the log-delivery service names"]
}

test_a_source_account_for_firehose_is_judged if {
	verdict := rule.verdict with input as forwarding([models.source_account])
	models.says(verdict) == []
}
