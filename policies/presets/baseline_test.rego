package flowgate.presets.baseline_test

import data.flowgate.presets.baseline

import future.keywords.not

ruled := {
	"minimum_days": 30,
	"traffic_types": ["ALL"],
	"fail_on": "error",
	"strict": false,
	"severities": {},
}

# How the settings change the baseline.
cases := {
	"settings that say nothing": {"settings": {}, "is": ruled},
	"groups of settings that say nothing": {"settings": {"retention": {}, "capture": {}}, "is": ruled},
	"records are kept longer": {
		"settings": {"retention": {"minimumDays": 365}},
		"is": object.union(ruled, {"minimum_days": 365}),
	},
	"records are not kept too long": {
		"settings": {"retention": {"maximumDays": 90}},
		"is": object.union(ruled, {"maximum_days": 90}),
	},
	"rejected traffic is enough": {
		"settings": {"capture": {"trafficTypes": ["REJECT"]}},
		"is": object.union(ruled, {"traffic_types": ["REJECT"]}),
	},
	"warnings fail the run": {"settings": {"failOn": "warning"}, "is": object.union(ruled, {"fail_on": "warning"})},
	"undecided fails the run": {"settings": {"strict": true}, "is": object.union(ruled, {"strict": true})},
	"strict may be denied": {"settings": {"strict": false}, "is": ruled},
	"a rule has another severity": {
		"settings": {"rules": {"retention-unset": "warning"}},
		"is": object.union(ruled, {"severities": {"retention-unset": "warning"}}),
	},
}

test_baseline[note] if {
	some note, case in cases
	held := baseline with data.flowgate_settings as case.settings
	held == case.is
}

test_an_engine_without_settings_judges_by_the_baseline_alone if {
	baseline == ruled
}

test_there_is_no_limit_where_none_is_set if {
	not baseline.maximum_days
	not baseline.maximum_days with data.flowgate_settings as {"retention": {"minimumDays": 365}}
}
