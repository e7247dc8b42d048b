package flowgate.baseline_test

import data.flowgate as judged
import data.flowgate.baseline
import data.flowgate.report_test as reports
import data.flowgate.testing as models

import future.keywords.not

sources := [{"path": "a.tf.json"}, {"path": "b.tf.json"}]

found := {
	"rule": "retention-unset", "source": 0, "address": "g", "verdict": "fail", "cause": "unset",
	"related": [{"source": 0, "address": "f"}, {"source": 0, "address": "e"}], "message": "m", "fix": "x",
}

key := {"rule": "retention-unset", "cause": "unset", "path": "a.tf.json", "address": "g", "related": "f"}

is_known(finding, known) if {
	some marked in baseline.mark([finding], known, sources)
	marked.known
}

test_what_the_earlier_report_has_is_known if is_known(found, [key])

test_other_words_and_other_parties_behind_the_first_change_nothing if {
	is_known(models.but(found, {"message": "n", "fix": "y", "related": [{"source": 1, "address": "f"}]}), [key])
}

test_anything_else_of_its_key_makes_it_new[part] if {
	some part in object.keys(key)
	not is_known(found, [models.but(key, {part: "other"})])
}

test_without_a_related_resource_the_key_has_none if {
	alone := models.but(found, {"related": []})
	is_known(alone, [models.but(key, {"related": null})])
	not is_known(alone, [key])
}

test_what_is_found_about_a_waiver_of_the_settings_has_no_path if {
	is_known(object.remove(found, ["source"]), [models.but(key, {"path": ""})])
}

test_a_waiver_excuses_before_the_baseline_does if {
	not is_known(object.union(found, {"waiver": {"reason": "r", "until": "2026-12-01", "days_left": 10}}), [key])
}

test_without_a_baseline_nothing_is_touched if baseline.mark([found], [], sources) == [found]

known_of(address, cause) := {
	"rule": "a-rule", "cause": cause, "path": "cdktf.out/stacks/net/cdk.tf.json", "address": address, "related": null,
}

# What a baseline makes of a rule that fails on two of three subjects: verdict, exit code and counts (pass, fail,
# undecided, known).
baselines := {
	"it knows nothing": {"known": [], "is": ["fail", 1, [1, 2, 0, 0]]},
	"it knows one subject of two": {"known": [known_of("b", "x")], "is": ["fail", 1, [1, 1, 0, 1]]},
	"a new cause on a subject that it knows": {
		"known": [known_of("a", "x"), known_of("b", "x")],
		"is": ["undecided", 0, [1, 0, 1, 1]],
	},
	"it knows all": {
		"known": [known_of("a", "x"), known_of("a", "y"), known_of("b", "x")],
		"is": ["pass", 0, [1, 0, 0, 2]],
	},
}

test_baseline[note] if {
	some note, case in baselines
	result := judged.settled with input as object.union(reports.given([reports.both], []), {"known": case.known})
	some each in result.rules
	each.id == "a-rule"
	[result.verdict, result.exit_code, [each.pass, each.fail, each.undecided, each.known]] == case.is
}

test_what_cannot_be_waived_may_be_known if {
	lasting := models.but(reports.failing, {"waivable": false})
	result := judged.settled with input as object.union(reports.given([lasting], []), {"known": [known_of("a", "x")]})
	[result.verdict, result.exit_code] == ["pass", 0]
}

test_a_second_finding_that_differs_in_its_party_is_new if {
	other := models.but(reports.finding("a", "fail"), {"related": [{"source": 0, "address": "p"}]})
	verdicts := [reports.rule({"findings": [reports.finding("a", "fail"), other]})]
	result := judged.settled with input as object.union(reports.given(verdicts, []), {"known": [known_of("a", "x")]})
	[result.verdict, reports.counts(result, "a-rule")] == ["fail", [2, 1, 0, 0]]
}
