package flowgate.report_test

import data.flowgate as judged
import data.flowgate.testing as models

import future.keywords.not

test_verdicts_of_another_version_are_not_settled if {
	not judged.settled with input as models.but(given([failing], []), {"version": 2})
}

# Another version is no model, whatever it holds.
test_another_version_is_no_model[note] if {
	some note, changes in {"with flow logs": {}, "with nothing to judge": {"flow_logs": [], "vpcs": []}}
	result := judged.report with input as models.but(models.model(changes), {"version": 2})
	[fault.message | some fault in result.errors] == ["the input is no flowgate model of version 1"]
}

test_rules_about_waivers_exist_and_cannot_be_waived[name] if {
	some name in ["waiver-expired", "waiver-unused"]
	result := judged.report with input as models.model({})
		with data.flowgate_settings as {"waivers": [waiver({"rule": name})]}
	[[found.rule, found.cause] | some found in result.findings] == [["waiver-unused", "not-waivable"]]
	result.verdict == "pass"
}

test_a_warning_that_cannot_be_waived_cannot_be_switched_off if {
	result := settled([models.but(warning, {"waivable": false})], {"rules": {"a-rule": "off"}})
	[[found.rule, found.severity] | some found in result.findings] == [["a-rule", "warning"]]
}

test_a_waiver_counts_for_its_rule_alone if {
	result := settled_under([failing, models.but(failing, {"rule": "b-rule"})], [waiver({})], {})
	[counts(result, "a-rule"), counts(result, "b-rule")] == [[2, 0, 0, 1], [2, 1, 0, 0]]
}

test_one_address_in_two_sources_is_two_subjects if {
	elsewhere := models.but(finding("a", "fail"), {"source": 1})
	result := settled([rule({"findings": [finding("a", "fail"), elsewhere]})], {})
	counts(result, "a-rule") == [1, 2, 0, 0]
}

test_a_waiver_in_code_counts_for_its_source_alone if {
	elsewhere := models.but(finding("a", "fail"), {"source": 1})
	result := settled_under([rule({"findings": [finding("a", "fail"), elsewhere]})], [waiver({"source": 0})], {})
	counts(result, "a-rule") == [1, 1, 0, 1]
}
