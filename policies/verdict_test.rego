package flowgate.verdict_test

import data.flowgate.verdict

import future.keywords.not

rule := {
	"path": ["flowgate", "rules", "retention_too_short"],
	"annotations": {"custom": {"severity": "warning", "waivable": true}},
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
