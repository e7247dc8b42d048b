package flowgate.rules.waiver_expired_test

import data.flowgate.rules.waiver_expired as rule
import data.flowgate.testing as models
import data.flowgate.waiver

import future.keywords.not

found := {
	"rule": "retention-too-short", "source": 0, "address": "g", "verdict": "fail", "cause": "too-short",
	"related": [], "message": "m", "fix": "f",
}

waived(until) := {"rule": "retention-too-short", "address": "g", "reason": "r", "until": until}

verdict_of(given, today) := rule.verdict_on(waiver.dated(given, today), [found], [{"path": "p"}])

test_waiver_expired[note] if {
	some note, case in cases
	models.says(verdict_of([waived(case.until)], case.today)) == case.says
}

cases := {
	"a day in the future": {"until": "2026-12-01", "today": "2026-11-21", "says": []},
	"the last day": {"until": "2026-11-21", "today": "2026-11-21", "says": []},
	"the day after": {
		"until": "2026-11-20",
		"today": "2026-11-21",
		"says": ["fail expired: the waiver of retention-too-short for g ended on 2026-11-20, 1 day ago"],
	},
	"long ago": {
		"until": "2025-11-21",
		"today": "2026-11-21",
		"says": ["fail expired: the waiver of retention-too-short for g ended on 2025-11-21, 365 days ago"],
	},
	"a malformed day": {
		"until": "31.12.2099",
		"today": "2026-11-21",
		"says": [`fail malformed: the waiver of retention-too-short for g counts as past: its day is "31.12.2099"`],
	},
	"nobody says which day it is": {
		"until": "2099-12-31",
		"today": "",
		"says": ["fail no-today: the waiver of retention-too-short for g counts as past: the day of the run is not known"],
	},
}

test_a_waiver_that_names_nothing_is_left_to_waiver_unused if {
	verdict := verdict_of([models.but(waived("2025-01-01"), {"address": "h"})], "2026-11-21")
	[verdict.judged, verdict.findings] == [1, []]
}

test_it_leads_to_where_the_waiver_stands if {
	in_code := models.but(waived("2025-01-01"), {"source": 0, "location": {"path": "main.ts", "line": 14}})
	[object.filter(finding, ["source", "address", "location", "related"]) |
		some finding in verdict_of([in_code], "2026-11-21").findings
	] == [{"source": 0, "address": "g", "location": {"path": "main.ts", "line": 14}, "related": []}]
	some finding in verdict_of([waived("2025-01-01")], "2026-11-21").findings
	not finding.source
}
