package flowgate.settings_test

import data.flowgate.settings
import data.flowgate.testing as models

import future.keywords.not

baseline := {
	"minimum_days": 30,
	"traffic_types": ["ALL"],
	"required_fields": [],
	"require_boundary": false,
	"require_customer_key": false,
	"fail_on": "error",
	"strict": false,
	"severities": {},
}

strict_preset := {
	"name": "strict",
	"settings": {
		"minimum_days": 365,
		"maximum_days": 400,
		"required_fields": ["pkt-dstaddr"],
		"require_boundary": true,
		"require_customer_key": true,
	},
}

lenient_preset := {
	"name": "lenient",
	"settings": {
		"minimum_days": 90,
		"maximum_days": 3653,
		"traffic_types": ["ALL", "REJECT"],
		"required_fields": ["vpc-id"],
	},
}

baseline_preset := {"name": "baseline", "settings": object.filter(baseline, asked)}

asked := ["minimum_days", "traffic_types", "required_fields", "require_boundary", "require_customer_key"]

held := array.concat(asked, ["fail_on", "strict", "severities"])

in_force(given) := object.filter(result, array.concat(held, ["maximum_days"])) if {
	result := settings with data.flowgate_settings as given
		with data.flowgate.presets as {"baseline": baseline_preset, "s": strict_preset, "l": lenient_preset}
}

# What settings make of the baseline.
cases := {
	"settings that say nothing": {"settings": {}, "changes": {}},
	"groups of settings that say nothing": {
		"settings": {"retention": {}, "capture": {}, "privilege": {}, "encryption": {}},
		"changes": {},
	},
	"the baseline by name": {"settings": {"preset": "baseline"}, "changes": {}},
	"no preset at all is the baseline": {"settings": {"preset": []}, "changes": {}},
	"records are kept longer": {
		"settings": {"retention": {"minimumDays": 365}},
		"changes": {"minimum_days": 365},
	},
	"records are not kept too long": {
		"settings": {"retention": {"maximumDays": 90}},
		"changes": {"maximum_days": 90},
	},
	"rejected traffic is enough": {
		"settings": {"capture": {"trafficTypes": ["REJECT"]}},
		"changes": {"traffic_types": ["REJECT"]},
	},
	"a field is required": {
		"settings": {"capture": {"requiredFields": ["pkt-dstaddr"]}},
		"changes": {"required_fields": ["pkt-dstaddr"], "severities": {"record-field-missing": "error"}},
	},
	"a boundary is required": {
		"settings": {"privilege": {"requireBoundary": true}},
		"changes": {"require_boundary": true, "severities": {"privilege-boundary-missing": "error"}},
	},
	"a boundary is asked for by the rule's severity": {
		"settings": {"rules": {"privilege-boundary-missing": "warning"}},
		"changes": {"require_boundary": true, "severities": {"privilege-boundary-missing": "warning"}},
	},
	"a key is required": {
		"settings": {"encryption": {"requireCustomerKey": true}},
		"changes": {"require_customer_key": true, "severities": {"encryption-key-missing": "error"}},
	},
	"a key is asked for by the rule's severity": {
		"settings": {"rules": {"encryption-key-missing": "error"}},
		"changes": {"require_customer_key": true, "severities": {"encryption-key-missing": "error"}},
	},
	"a rule that is off stays off": {
		"settings": {"rules": {"encryption-key-missing": "off"}},
		"changes": {"severities": {"encryption-key-missing": "off"}},
	},
	"warnings fail the run": {"settings": {"failOn": "warning"}, "changes": {"fail_on": "warning"}},
	"undecided fails the run": {"settings": {"strict": true}, "changes": {"strict": true}},
	"strict may be denied": {"settings": {"strict": false}, "changes": {}},
	"a rule has another severity": {
		"settings": {"rules": {"retention-unset": "warning"}},
		"changes": {"severities": {"retention-unset": "warning"}},
	},
	"a preset stands on the baseline": {
		"settings": {"preset": "lenient"},
		"changes": {
			"minimum_days": 90,
			"maximum_days": 3653,
			"traffic_types": ["ALL", "REJECT"],
			"required_fields": ["vpc-id"],
			"severities": {"record-field-missing": "error"},
		},
	},
	"the strictest of several presets wins": {
		"settings": {"preset": ["lenient", "strict"]},
		"changes": {
			"minimum_days": 365,
			"maximum_days": 400,
			"traffic_types": ["ALL"],
			"required_fields": ["pkt-dstaddr", "vpc-id"],
			"require_boundary": true,
			"require_customer_key": true,
			"severities": {
				"record-field-missing": "error",
				"privilege-boundary-missing": "error",
				"encryption-key-missing": "error",
			},
		},
	},
	"the settings file asks no less than its presets": {
		"settings": {
			"preset": "strict",
			"retention": {"minimumDays": 30, "maximumDays": 1096},
			"capture": {"trafficTypes": ["ACCEPT"], "requiredFields": []},
			"privilege": {"requireBoundary": false},
			"encryption": {"requireCustomerKey": false},
		},
		"changes": {
			"minimum_days": 365,
			"maximum_days": 400,
			"traffic_types": ["ACCEPT"],
			"required_fields": ["pkt-dstaddr"],
			"require_boundary": true,
			"require_customer_key": true,
			"severities": {
				"record-field-missing": "error",
				"privilege-boundary-missing": "error",
				"encryption-key-missing": "error",
			},
		},
	},
	"the settings file may ask more than its presets": {
		"settings": {
			"preset": "lenient",
			"retention": {"minimumDays": 120, "maximumDays": 400},
			"capture": {"trafficTypes": ["ALL"], "requiredFields": ["action"]},
			"privilege": {"requireBoundary": true},
		},
		"changes": {
			"minimum_days": 120,
			"maximum_days": 400,
			"traffic_types": ["ALL"],
			"required_fields": ["action", "vpc-id"],
			"require_boundary": true,
			"severities": {"record-field-missing": "error", "privilege-boundary-missing": "error"},
		},
	},
	"a traffic type that a preset does not take leaves those that it takes": {
		"settings": {"preset": "lenient", "capture": {"trafficTypes": ["ACCEPT"]}},
		"changes": {
			"minimum_days": 90,
			"maximum_days": 3653,
			"traffic_types": ["ALL", "REJECT"],
			"required_fields": ["vpc-id"],
			"severities": {"record-field-missing": "error"},
		},
	},
	"less may be asked than the baseline, which is no framework": {
		"settings": {"preset": "baseline", "retention": {"minimumDays": 7}, "capture": {"trafficTypes": ["REJECT"]}},
		"changes": {"minimum_days": 7, "traffic_types": ["REJECT"]},
	},
}

test_settings[note] if {
	some note, case in cases
	in_force(case.settings) == models.but(baseline, case.changes)
}

test_an_engine_without_settings_judges_by_the_baseline_alone if {
	object.filter(settings, held) == baseline
}

test_there_is_no_limit_where_none_is_set if {
	not settings.maximum_days
	not settings.maximum_days with data.flowgate_settings as {"retention": {"minimumDays": 365}}
}

test_a_preset_that_does_not_exist_is_told_and_the_baseline_holds if {
	settings.unknown_presets == ["nist"] with data.flowgate_settings as {"preset": ["nist", "fsbp"]}
	settings.minimum_days == 30 with data.flowgate_settings as {"preset": "nist"}
}

test_one_preset_in_a_list_is_in_force if {
	settings.minimum_days == 365 with data.flowgate_settings as {"preset": ["fsbp"]}
}

test_a_preset_may_ask_for_fields_and_for_accepted_traffic if {
	fields := settings.required_fields with data.flowgate_settings as {"preset": "fsbp", "capture": {"requiredFields": ["region", "vpc-id"]}}
		with data.flowgate.presets.fsbp.settings as {"required_fields": ["vpc-id", "az-id"]}
	fields == ["region", "vpc-id", "az-id"]
	types := settings.traffic_types with data.flowgate_settings as {"preset": "fsbp"}
		with data.flowgate.presets.fsbp.settings as {"traffic_types": ["ACCEPT", "REJECT"]}
	types == ["ACCEPT", "REJECT"]
}
