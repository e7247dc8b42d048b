package flowgate.waiver_test

import data.flowgate.testing as models
import data.flowgate.waiver

import future.keywords.not

found(changes) := models.but(
	{
		"rule": "retention-too-short", "source": 0, "address": "g", "verdict": "fail", "cause": "too-short",
		"related": [], "message": "m", "fix": "f",
	},
	changes,
)

waived(changes) := models.but(
	{"rule": "retention-too-short", "address": "g", "reason": "r", "until": "2026-12-01", "days_left": 10},
	changes,
)

sources := [{"path": "./net.tf.json"}, {"path": "app.tf.json"}]

# Whether a waiver names the finding.
names := {
	"rule and address": {"waiver": {}, "is": true},
	"another rule": {"waiver": {"rule": "retention-unset"}, "is": false},
	"another address": {"waiver": {"address": "h"}, "is": false},
	"the cause": {"waiver": {"cause": "too-short"}, "is": true},
	"another cause": {"waiver": {"cause": "unknown"}, "is": false},
	"the path": {"waiver": {"path": "./net.tf.json"}, "is": true},
	"the path, written otherwise": {"waiver": {"path": "net.tf.json"}, "is": true},
	"another path": {"waiver": {"path": "app.tf.json"}, "is": false},
	"in code, of the source": {"waiver": {"source": 0}, "is": true},
	"in code, of another source": {"waiver": {"source": 1}, "is": false},
	"in code, of another source with this path": {"waiver": {"source": 1, "path": "net.tf.json"}, "is": false},
	"a day that is past": {"waiver": {"days_left": -1}, "is": true},
}

test_a_waiver_names_a_finding[note] if {
	some note, case in names
	covers := count([true | waiver.covers(waived(case.waiver), found({}), sources)]) > 0
	any_of := count([true | waiver.covers_any(waived(case.waiver), [found({"address": "other"}), found({})], sources)]) > 0
	[covers, any_of] == [case.is, case.is]
}

excuse(waivers) := [object.get(finding, ["waiver", "reason"], "none") |
	some finding in waiver.excuse([found({}), found({"address": "h"})], waivers, sources)
]

# The reasons for which a finding on g, and one on h, are excused.
excuses := {
	"no waiver": {"waivers": [], "are": ["none", "none"]},
	"a waiver of one": {"waivers": [waived({})], "are": ["r", "none"]},
	"a waiver of each": {"waivers": [waived({}), waived({"address": "h", "reason": "s"})], "are": ["r", "s"]},
	"the last day": {"waivers": [waived({"days_left": 0})], "are": ["r", "none"]},
	"a day that is past": {"waivers": [waived({"days_left": -1})], "are": ["none", "none"]},
	"another cause": {"waivers": [waived({"cause": "unknown"})], "are": ["none", "none"]},
	"of several the one that holds longest": {
		"waivers": [waived({"reason": "a"}), waived({"days_left": 11, "reason": "longest"}), waived({"reason": "b"})],
		"are": ["longest", "none"],
	},
}

test_a_waiver_excuses_a_finding[note] if {
	some note, case in excuses
	excuse(case.waivers) == case.are
}

test_what_excuses_a_finding_is_told_with_it if {
	some finding in waiver.excuse([found({})], [waived({})], sources)
	finding == object.union(found({}), {"waiver": {"reason": "r", "until": "2026-12-01", "days_left": 10}})
}

test_few_findings_have_to_be_looked_through if {
	findings := [found({}), found({"address": "h"}), found({"rule": "retention-unset"})]
	waiver.named(findings, [waived({})]) == [found({})]
	waiver.named(findings, []) == []
}

# What is left on 2026-11-21, and where nobody knows the day.
test_days_left_are_counted if {
	waiver.dated([{"until": "2026-12-01"}], "") == [{"until": "2026-12-01"}]
	days := [object.get(each, "days_left", "none") | some each in waiver.dated(
		[{"until": "2026-12-01"}, {"until": "2026-11-21"}, {"until": "2026-11-20"}, {"until": "soon"}],
		"2026-11-21",
	)]
	days == [10, 0, -1, "none"]
}

test_waivers_of_one_address_are_one_subject if {
	waiver.subjects([waived({}), waived({"cause": "too-short"}), waived({"address": "h"}), waived({"source": 0})]) == 3
}

test_a_finding_about_a_waiver_leads_to_it if {
	located := waived({"source": 0, "location": {"path": "main.ts", "line": 3}})
	waiver.finding(located, {"message": "m"}) == {
		"source": 0, "address": "g", "location": {"path": "main.ts", "line": 3},
		"verdict": "fail", "related": [], "message": "m",
	}
	not waiver.finding(waived({}), {}).source
}
