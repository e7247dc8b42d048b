package flowgate.verdict_test

import data.flowgate.verdict

import future.keywords.not

rule := {
	"path": ["flowgate", "rules", "retention_too_short"],
	"annotations": {"custom": {"severity": "warning", "waivable": true, "causes": {"x": "fewer days than asked"}}},
}

test_an_answer_is_named_by_the_package_and_as_severe_as_it_says if {
	verdict.of([rule], 3, [{"cause": "x"}]) == {
		"rule": "retention-too-short",
		"severity": "warning",
		"waivable": true,
		"judged": 3,
		"findings": [{"cause": "x"}],
	}
}

test_what_cannot_be_waived_says_so if {
	lasting := object.union(rule, {"annotations": {"custom": {"waivable": false}}})
	verdict.of([lasting], 0, []).waivable == false
}

test_nothing_to_judge_is_an_answer_too if {
	answer := verdict.of([rule], 0, [])
	[answer.judged, answer.findings] == [0, []]
}

test_the_package_stands_last_in_the_chain if {
	within := {"path": ["flowgate", "rules", "retention_too_short", "verdict"], "annotations": {"entrypoint": true}}
	verdict.of([within, rule], 1, []).rule == "retention-too-short"
}

# What gives no answer, so that the report cannot count it as a pass.
mute := {
	"no chain": [],
	"no severity": [object.remove(rule, ["annotations"])],
	"severity without whether it can be waived": [{
		"path": rule.path,
		"annotations": {"custom": {"severity": "error"}},
	}],
}

test_a_rule_that_does_not_say_how_severe_it_is_answers_nothing[note] if {
	some note, chain in mute
	not verdict.of(chain, 1, [])
}

told := {
	"verdict": "fail", "cause": "x", "source": 0, "address": "a", "related": [{"source": 0, "address": "b"}],
	"message": "the key is hunter2", "fix": "replace hunter2",
	"evidence": {"text": "hunter2", "start": 0, "end": 7}, "corrected": {"Id": "hunter2"},
}

answer_with(given) := finding if {
	answer := verdict.of([rule], 1, [told]) with input as given
	some finding in answer.findings
}

test_a_finding_about_something_sensitive_shows_none_of_its_texts[address] if {
	some address in ["a", "b"]
	finding := answer_with({"sensitive": [{"source": 0, "address": address}]})
	not contains(json.marshal(finding), "hunter2")
	finding.message == "fewer days than asked (a value there is marked sensitive, so none is shown)"
	finding.fix == "do what `flowgate explain retention-too-short` says"
	object.keys(told) - object.keys(finding) == {"evidence", "corrected"}
}

test_what_is_sensitive_elsewhere_changes_nothing if {
	answer_with({"sensitive": [{"source": 1, "address": "a"}]}) == told
	answer_with({"sensitive": []}) == told
}

test_a_finding_of_many_variables_says_how_many_more_there_are if {
	assumptions := [{"source": 0, "address": "a", "text": $"var.v{at} is {at}"} | some at in numbers.range(1, 6)]
	answer := answer_with({"assumptions": assumptions})
	endswith(answer.message, ", given that var.v1 is 1 and var.v2 is 2 and var.v3 is 3, and that 3 other variables are what they are here")
}

test_four_variables_are_not_many if {
	assumptions := [{"source": 0, "address": "a", "text": $"var.v{at} is {at}"} | some at in numbers.range(1, 4)]
	endswith(answer_with({"assumptions": assumptions}).message, ", given that var.v1 is 1 and var.v2 is 2 and var.v3 is 3 and var.v4 is 4")
}

test_five_variables_are_many if {
	assumptions := [{"source": 0, "address": "a", "text": $"var.v{at} is {at}"} | some at in numbers.range(1, 5)]
	endswith(answer_with({"assumptions": assumptions}).message, " and var.v3 is 3, and that 2 other variables are what they are here")
}

test_an_undecided_finding_names_the_variable_that_has_no_value if {
	open := object.union(told, {"verdict": "undecided", "message": "it is not known before apply (${var.days})"})
	answer := verdict.of([rule], 1, [open]) with input as {"lacking": [{"source": 0, "name": "var.days", "variables": ["days"]}]}
	some finding in answer.findings
	finding.message == "it is not known (${var.days}): var.days has no value"
}

test_a_finding_says_what_was_taken_to_be_so if {
	assumptions := [
		{"source": 0, "address": "a", "text": "var.days is 7, its default"},
		{"source": 0, "address": "b", "text": "var.name is x, its default"},
		{"source": 1, "address": "a", "text": "var.other is y, its default"},
	]
	answer_with({"assumptions": assumptions}).message == "the key is hunter2, given that var.days is 7, its default and var.name is x, its default"
	secret := answer_with({"assumptions": assumptions, "sensitive": [{"source": 0, "address": "b"}]})
	secret.message == "fewer days than asked (a value there is marked sensitive, so none is shown)"
}

test_what_a_module_makes_that_is_not_installed_says_how_to_read_it if {
	open := {"verdict": "undecided", "cause": "x", "source": 0, "address": "module.m.a", "related": [], "message": "it is not known", "fix": "write it"}
	answer := verdict.of([rule], 1, [open]) with input as {"sources": [{"not_installed": ["module.m"]}]}
	answer.findings[0].fix == "run `terraform init`, so that module.m is read too, or write it"
}
