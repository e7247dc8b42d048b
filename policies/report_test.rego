package flowgate.report_test

import data.flowgate as judged
import data.flowgate.testing as models

finding(address, verdict) := {
	"source": 0, "address": address, "verdict": verdict, "cause": "x", "related": [], "message": "m", "fix": "f",
}

rule(changes) := models.but(
	{"rule": "a-rule", "severity": "error", "waivable": true, "judged": 3, "findings": []},
	changes,
)

settled(verdicts, settings) := result if {
	result := judged.settled with input as {"version": 1, "verdicts": verdicts} with data.flowgate_settings as settings
}

failing := rule({"findings": [finding("a", "fail")]})

warning := rule({"severity": "warning", "findings": [finding("a", "fail")]})

undecided := rule({"findings": [finding("a", "undecided")]})

outcomes := {
	"nothing found is a pass": {"verdicts": [rule({})], "settings": {}, "is": ["pass", 0]},
	"a failure fails": {"verdicts": [failing], "settings": {}, "is": ["fail", 1]},
	"a warning does not fail": {"verdicts": [warning], "settings": {}, "is": ["pass", 0]},
	"a warning fails where asked": {"verdicts": [warning], "settings": {"failOn": "warning"}, "is": ["fail", 1]},
	"with failOn never a failure is told and does not fail the run": {
		"verdicts": [failing],
		"settings": {"failOn": "never"},
		"is": ["fail", 0],
	},
	"undecided is no pass": {"verdicts": [undecided], "settings": {}, "is": ["undecided", 0]},
	"undecided fails the run where strict": {
		"verdicts": [undecided],
		"settings": {"strict": true},
		"is": ["undecided", 1],
	},
	"failOn never holds against strict": {
		"verdicts": [undecided],
		"settings": {"strict": true, "failOn": "never"},
		"is": ["undecided", 0],
	},
	"a failure outweighs undecided": {"verdicts": [undecided, failing], "settings": {}, "is": ["fail", 1]},
	"a rule that is off says nothing": {
		"verdicts": [failing],
		"settings": {"rules": {"a-rule": "off"}},
		"is": ["pass", 0],
	},
	"a rule that is lowered warns": {
		"verdicts": [failing],
		"settings": {"rules": {"a-rule": "warning"}},
		"is": ["pass", 0],
	},
	"a rule that cannot be waived cannot be switched off": {
		"verdicts": [models.but(failing, {"waivable": false})],
		"settings": {"rules": {"a-rule": "off"}},
		"is": ["fail", 1],
	},
	"a rule that cannot be waived cannot be lowered": {
		"verdicts": [models.but(failing, {"waivable": false})],
		"settings": {"rules": {"a-rule": "warning"}},
		"is": ["fail", 1],
	},
	"a rule that cannot be waived can be raised": {
		"verdicts": [models.but(warning, {"waivable": false})],
		"settings": {"rules": {"a-rule": "error"}},
		"is": ["fail", 1],
	},
	"a rule that is off by default is on where asked": {
		"verdicts": [models.but(failing, {"severity": "off"})],
		"settings": {"rules": {"a-rule": "error"}},
		"is": ["fail", 1],
	},
}

test_outcome[note] if {
	some note, case in outcomes
	result := settled(case.verdicts, case.settings)
	[result.verdict, result.exit_code] == case.is
}

test_a_subject_counts_once_by_its_worst_finding if {
	found := [finding("a", "fail"), finding("a", "fail"), finding("a", "undecided"), finding("b", "undecided")]
	settled([rule({"findings": found})], {}).rules == [{
		"id": "a-rule",
		"pass": 1,
		"fail": 1,
		"undecided": 1,
		"waived": 0,
	}]
}

test_a_rule_that_is_off_is_not_counted if {
	settled([failing], {"rules": {"a-rule": "off"}}).rules == []
}

test_findings_carry_rule_and_severity if {
	some found in settled([warning], {}).findings
	[found.rule, found.severity] == ["a-rule", "warning"]
}

test_what_is_no_model_is_an_error if {
	result := judged.report with input as {"version": 2}
	[result.verdict, result.exit_code] == ["error", 2]
	result.errors == [{
		"message": "the input is no flowgate model of version 1",
		"fix": "run `flowgate model PATH` and judge what it prints",
	}]
}

test_a_report_is_the_verdicts_of_the_rules_settled if {
	model := models.model({"flow_logs": [models.flow_log({"role": models.none})]})
	asked_once := judged.report with input as model
	verdict := data.flowgate.rules.delivery_role_missing.verdict with input as model
	asked_for_one := judged.settled with input as {"version": 1, "verdicts": [verdict]}
	some finding in asked_for_one.findings
	finding in asked_once.findings
}
