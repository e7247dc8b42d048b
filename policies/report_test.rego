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

settled(verdicts, settings) := settled_under(verdicts, [], settings)

settled_under(verdicts, waivers, settings) := result if {
	result := judged.settled with input as given(verdicts, waivers) with data.flowgate_settings as settings
}

given(verdicts, waivers) := {
	"version": 1,
	"today": "2026-11-21",
	"sources": [{"path": "cdktf.out/stacks/net/cdk.tf.json"}],
	"waivers": waivers,
	"verdicts": verdicts,
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

counts(result, id) := [each.pass, each.fail, each.undecided, each.waived] if {
	some each in result.rules
	each.id == id
}

test_outcome[note] if {
	some note, case in outcomes
	result := settled(case.verdicts, case.settings)
	[result.verdict, result.exit_code] == case.is
}

test_a_subject_counts_once_by_its_worst_finding if {
	found := [finding("a", "fail"), finding("a", "fail"), finding("a", "undecided"), finding("b", "undecided")]
	counts(settled([rule({"findings": found})], {}), "a-rule") == [1, 1, 1, 0]
}

test_a_rule_that_is_off_is_not_counted if {
	{each.id | some each in settled([failing], {"rules": {"a-rule": "off"}}).rules} == {"waiver-expired", "waiver-unused"}
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
	asked_for_one := judged.settled with input as given([verdict], [])
	some finding in asked_for_one.findings
	finding in asked_once.findings
}

waiver(changes) := models.but(
	{"rule": "a-rule", "address": "a", "reason": "a sandbox", "until": "2026-12-01"},
	changes,
)

both := rule({"findings": [finding("a", "fail"), models.but(finding("a", "undecided"), {"cause": "y"}), finding("b", "fail")]})

# What waivers make of a rule that judged three subjects and fails on two of them, with another cause on the first:
# verdict, counts (pass, fail, undecided, waived), and what is said of the waivers.
excuses := {
	"no waiver": {"waivers": [], "is": ["fail", [1, 2, 0, 0], []]},
	"one subject of two": {"waivers": [waiver({})], "is": ["fail", [1, 1, 0, 1], []]},
	"each subject": {"waivers": [waiver({}), waiver({"address": "b"})], "is": ["pass", [1, 0, 0, 2], []]},
	"one cause of two leaves the other": {
		"waivers": [waiver({"cause": "x"}), waiver({"address": "b"})],
		"is": ["undecided", [1, 0, 1, 1], []],
	},
	"on its last day a waiver holds": {
		"waivers": [waiver({"until": "2026-11-21"})],
		"is": ["fail", [1, 1, 0, 1], []],
	},
	"the day after, the finding is back": {
		"waivers": [waiver({"until": "2026-11-20"})],
		"is": ["fail", [1, 2, 0, 0], ["waiver-expired"]],
	},
	"a malformed day counts as past": {
		"waivers": [waiver({"until": "never"})],
		"is": ["fail", [1, 2, 0, 0], ["waiver-expired"]],
	},
	"the longer of two holds": {
		"waivers": [waiver({"until": "2026-01-01"}), waiver({})],
		"is": ["fail", [1, 1, 0, 1], ["waiver-expired"]],
	},
	"another address": {"waivers": [waiver({"address": "c"})], "is": ["fail", [1, 2, 0, 0], ["waiver-unused"]]},
	"another cause": {"waivers": [waiver({"cause": "z"})], "is": ["fail", [1, 2, 0, 0], ["waiver-unused"]]},
	"another rule": {"waivers": [waiver({"rule": "b-rule"})], "is": ["fail", [1, 2, 0, 0], ["waiver-unused"]]},
	"its own source": {
		"waivers": [waiver({"path": "./cdktf.out/stacks/net/cdk.tf.json"})],
		"is": ["fail", [1, 1, 0, 1], []],
	},
	"another source": {"waivers": [waiver({"path": "other"})], "is": ["fail", [1, 2, 0, 0], ["waiver-unused"]]},
	"in the code of the source": {"waivers": [waiver({"source": 0})], "is": ["fail", [1, 1, 0, 1], []]},
	"in the code of another source": {
		"waivers": [waiver({"source": 1})],
		"is": ["fail", [1, 2, 0, 0], ["waiver-unused"]],
	},
}

test_waivers[note] if {
	some note, case in excuses
	result := settled_under([both], case.waivers, {})
	said := [found.rule | some found in result.findings; startswith(found.rule, "waiver-")]
	[result.verdict, counts(result, "a-rule"), said] == case.is
}

test_a_waived_finding_stays_visible_with_the_days_left if {
	some found in settled_under([failing], [waiver({}), waiver({"until": "2026-11-30"})], {}).findings
	found.waiver == {"reason": "a sandbox", "until": "2026-12-01", "days_left": 10}
}

test_a_rule_that_cannot_be_waived_stands_and_says_so if {
	result := settled_under([models.but(failing, {"waivable": false})], [waiver({})], {})
	[result.verdict, counts(result, "a-rule")] == ["fail", [2, 1, 0, 0]]
	[found.cause | some found in result.findings; found.rule == "waiver-unused"] == ["not-waivable"]
}

test_undecided_can_be_waived if {
	result := settled_under([undecided], [waiver({})], {"strict": true})
	[result.verdict, result.exit_code] == ["pass", 0]
}

test_a_waiver_that_has_run_out_fails_the_run_of_a_rule_that_warns if {
	expired := waiver({"until": "2026-11-20"})
	settled_under([warning], [expired], {}).exit_code == 1
	settled_under([warning], [waiver({})], {"failOn": "warning"}).exit_code == 0
}

test_waivers_of_the_settings_file_and_in_code_hold_alike if {
	written := {"rule": "retention-too-short", "reason": "r", "until": "2026-12-01"}
	short := models.model({"log_groups": [models.log_group({"retention": models.known(7)})]})
	address := "aws_cloudwatch_log_group.this"
	in_code := judged.report with input as models.but(short, {"waivers": [object.union(written, {"source": 0, "address": address})]})
	in_settings := judged.report with input as short
		with data.flowgate_settings as {"waivers": [object.union(written, {"address": address})]}
	in_code == in_settings
	in_code.verdict == "pass"
}

test_settings_that_name_what_does_not_exist_are_an_error if {
	result := judged.report with input as models.model({})
		with data.flowgate_settings as {"preset": ["baseline", "nist"], "waivers": [waiver({"rule": "retention-unst"})]}
	[result.verdict, result.exit_code, result.findings] == ["error", 2, []]
	result.errors == [
		{"message": `there is no preset "nist"`, "fix": "take it out of the settings"},
		{
			"message": `a waiver names the rule "retention-unst", which does not exist`,
			"fix": "list the rules with `flowgate rules`",
		},
	]
}
