package flowgate.host_test

import data.flowgate as host
import data.flowgate.testing as models

finding(changes) := models.but(
	{
		"rule": "retention-too-short", "source": 0, "address": "aws_cloudwatch_log_group.this", "verdict": "fail",
		"severity": "error", "cause": "too-short", "related": [], "message": "too short", "fix": "keep them",
	},
	changes,
)

failing := finding({})

warning := finding({"rule": "delivery-race", "severity": "warning"})

undecided := finding({"rule": "retention-unset", "verdict": "undecided"})

waived := finding({"waiver": {"reason": "r", "until": "2026-12-01", "days_left": 10}})

# What is denied and what is warned of, of the four findings above.
cases := {
	"a failure is denied, a warning and what is undecided are warned of": {
		"settings": {}, "deny": ["retention-too-short"], "warn": ["delivery-race", "retention-unset"],
	},
	"undecided is denied where strict": {
		"settings": {"strict": true},
		"deny": ["retention-too-short", "retention-unset"],
		"warn": ["delivery-race"],
	},
	"a warning is denied where asked": {
		"settings": {"failOn": "warning"},
		"deny": ["delivery-race", "retention-too-short"],
		"warn": ["retention-unset"],
	},
	"nothing is denied with failOn never, not even where strict": {
		"settings": {"failOn": "never", "strict": true},
		"deny": [],
		"warn": ["delivery-race", "retention-too-short", "retention-unset"],
	},
}

four := {"findings": [failing, warning, undecided, waived]}

test_deny_and_warn[note] if {
	some note, case in cases
	denied := host.deny with data.flowgate.report as four with data.flowgate_settings as case.settings
	warned := host.warn with data.flowgate.report as four with data.flowgate_settings as case.settings
	[sort([result.rule | some result in denied]), sort([result.rule | some result in warned])] == [case.deny, case.warn]
}

test_what_is_waived_is_neither if {
	denied := host.deny with data.flowgate.report as {"findings": [waived]}
	warned := host.warn with data.flowgate.report as {"findings": [waived]}
	[denied, warned] == [set(), set()]
}

test_a_result_says_all_that_conftest_shows if {
	placed := models.model({"log_groups": [models.log_group({"location": {"path": "main.ts", "line": 14}})]})
	denied := host.deny with input as placed with data.flowgate.report as {"findings": [failing]}
	denied == {{
		"msg": "retention-too-short: too short (aws_cloudwatch_log_group.this)",
		"rule": "retention-too-short",
		"verdict": "fail",
		"severity": "error",
		"cause": "too-short",
		"address": "aws_cloudwatch_log_group.this",
		"fix": "keep them",
		"path": "cdk.tf.json",
		"_loc": {"file": "main.ts", "line": 14},
	}}
}

kinds := ["flow_logs", "log_groups", "buckets", "delivery_streams", "keys", "tables", "roles", "policies", "vpcs", "changes"]

test_a_result_says_where_the_code_stands_that_made_its_subject[kind] if {
	some kind in kinds
	placed := models.but(models.model({}), {kind: [{"source": 0, "address": failing.address, "location": {"path": "main.ts", "line": 3}}]})
	denied := host.deny with input as placed with data.flowgate.report as {"findings": [failing]}
	[result._loc | some result in denied] == [{"file": "main.ts", "line": 3}]
}

test_what_is_found_about_the_settings_file_has_no_path if {
	unused := object.remove(finding({"rule": "waiver-unused"}), ["source"])
	denied := host.deny with input as models.model({}) with data.flowgate.report as {"findings": [unused]}
	[object.keys(result) | some result in denied] == [{"msg", "rule", "verdict", "severity", "cause", "address", "fix"}]
}

test_what_the_rules_find_is_denied if {
	denied := host.deny with input as models.model({"log_groups": [models.log_group({"retention": models.known(7)})]})
	[result.rule | some result in denied] == ["retention-too-short"]
}

no_models := {
	"a raw plan": {"format_version": "1.2", "planned_values": {}},
	"a wrapper": {"plan": {"format_version": "1.2"}},
	"nothing": {},
	"a version and no more": {"version": 1},
	"another version": {"version": 2, "flow_logs": []},
}

test_what_is_no_model_is_denied[note] if {
	some note, given in no_models
	denied := host.deny with input as given
	denied == {{"msg": "the input is no flowgate model of version 1: run `flowgate model PATH` and judge what it prints"}}
	warned := host.warn with input as given
	warned == set()
}

test_a_model_that_holds_nothing_is_denied if {
	denied := host.deny with input as models.model({"flow_logs": [], "vpcs": []})
	denied == {{"msg": "there is nothing to judge: the model holds no flow log and no VPC: give `flowgate model` the stack that makes them"}}
}
