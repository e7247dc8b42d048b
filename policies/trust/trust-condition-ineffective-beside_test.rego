package flowgate.rules.trust_condition_ineffective_test

import data.flowgate.rules.trust_condition_ineffective as rule
import data.flowgate.testing as models

other_account(changes) := models.condition(models.but(
	{"given": "another account", "values": [models.value({"own": "no", "foreign": "yes", "flaw": "other-account"})]},
	changes,
))

other_region := models.condition({
	"operator": "arnlike", "key": "aws:sourcearn", "given": "another region",
	"values": [models.value({"own": "no", "foreign": "no", "flaw": "other-region"})],
})

denying(conditions) := models.trusting({"effect": "Deny", "conditions": conditions})

without_key := models.condition({"operator": "null", "given": "no account", "values": [models.value({"text": "true"})]})

never := models.condition({"key": "sts:externalid", "given": "an id", "values": [models.value({})]})

unknown_account := models.condition({
	"operator": "stringnotequals", "given": "any account",
	"values": [models.value({"own": "unknown", "foreign": "unknown"})],
})

not_own := models.condition({"operator": "stringnotequals", "given": "not the own account", "values": [models.value({})]})

# What a second condition or statement changes: [cause, the condition that is named], or nothing.
beside := {
	"a Deny under a further condition that never holds refuses nobody": {
		"statements": [models.trusting({}), denying([other_account({"operator": "stringnotequals"}), never])],
		"is": [],
	},
	"a Deny without effect does not matter beside a guard": {
		"statements": [models.trusting({}), denying([without_key])],
		"is": [],
	},
	"a Deny that keeps out all others needs no guard beside it": {
		"statements": [models.trusting({"conditions": []}), denying([not_own])],
		"is": [],
	},
	"a Deny that may refuse the own, beside a guard": {
		"statements": [models.trusting({}), denying([unknown_account])],
		"is": [["condition-unknown", "any account"]],
	},
	"of two conditions that refuse the first is named": {
		"statements": [models.trusting({"conditions": [other_account({}), other_region]})],
		"is": [["other-account", "another account"]],
	},
	"of two conditions the one that refuses is named": {
		"statements": [models.trusting({"conditions": [models.source_account, other_region]})],
		"is": [["other-region", "another region"]],
	},
}

test_one_condition_beside_another[note] if {
	some note, case in beside
	verdict := rule.verdict with input as models.trusted_by(case.statements)
	[[finding.cause, name] |
		some finding in verdict.findings
		some name in ["another account", "another region", "any account", "no account", "not the own account"]
		contains(finding.message, $"the condition {name} of")
	] == case.is
	count(verdict.findings) == count(case.is)
}

test_whom_no_statement_lets_in_breaks_the_trust if {
	verdict := rule.verdict with input as models.trusted_by([models.trusting({"conditions": [other_region]})])
	[finding.breaks | some finding in verdict.findings] == ["trust"]
}
