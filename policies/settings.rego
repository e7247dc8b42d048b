# METADATA
# title: the settings in force
# description: |
#   The settings file (`data.flowgate_settings`, schemas/settings.schema.json) over the baseline, and no less than its
#   presets ask. Each preset stands on the baseline, and the strictest of several wins, so that adding one never excuses
#   anything, and no setting beside a preset does.
# schemas:
#   - data.flowgate_settings: schema["settings.schema"]
package flowgate.settings

import data.flowgate.presets.baseline

# METADATA
# scope: document
# description: the names of the presets in force
default presets := ["baseline"]

presets := [name] if {
	name := data.flowgate_settings.preset
	is_string(name)
}

presets := names if {
	names := data.flowgate_settings.preset
	is_array(names)
	count(names) > 0
}

# METADATA
# description: names that no preset has
unknown_presets := [name |
	some name in presets
	not name in {known | some preset; known := data.flowgate.presets[preset].name}
]

# METADATA
# description: what each preset asks, on top of the baseline
asked := [object.union(baseline.settings, own) |
	some name in presets
	some preset
	data.flowgate.presets[preset].name == name
	own := data.flowgate.presets[preset].settings
]

# What the frameworks among them ask by themselves: the baseline may be asked less of.
_asked_for := [own |
	some name in presets
	name != baseline.name
	some preset
	data.flowgate.presets[preset].name == name
	own := data.flowgate.presets[preset].settings
]

# METADATA
# scope: document
# description: the fewest days that records are kept
default minimum_days := 30

minimum_days := max(array.concat([days], [own.minimum_days | some own in _asked_for])) if {
	days := data.flowgate_settings.retention.minimumDays
} else := max([preset.minimum_days | some preset in asked])

# METADATA
# description: the most days that records are kept; undefined where there is no limit
maximum_days := min(array.concat([days], [own.maximum_days | some own in _asked_for])) if {
	days := data.flowgate_settings.retention.maximumDays
} else := min([preset.maximum_days | some preset in asked])

# METADATA
# description: traffic types of which one has to be captured
traffic_types := types if {
	types := [type |
		some type in data.flowgate_settings.capture.trafficTypes
		every own in _asked_for { type in object.get(own, "traffic_types", [type]) }
	]
	count(types) > 0
} else := [type |
	some type in ["ALL", "ACCEPT", "REJECT"]
	every preset in asked { type in preset.traffic_types }
]

# METADATA
# description: fields that each record has to have
required_fields := array.concat(fields, sort(others)) if {
	fields := data.flowgate_settings.capture.requiredFields
	others := {field |
		some own in _asked_for
		some field in own.required_fields
		not field in fields
	}
} else := sort({field | some preset in asked; some field in preset.required_fields})

# METADATA
# scope: document
# description: does each delivery role need a permissions boundary
default require_boundary := false

require_boundary if {
	some own in _asked_for
	own.require_boundary
} else := required if {
	required := data.flowgate_settings.privilege.requireBoundary
} else if {
	"privilege-boundary-missing" in _raised
}

# METADATA
# scope: document
# description: do log groups and buckets need a customer-managed key
default require_customer_key := false

require_customer_key if {
	some own in _asked_for
	own.require_customer_key
} else := required if {
	required := data.flowgate_settings.encryption.requireCustomerKey
} else if {
	"encryption-key-missing" in _raised
}

# METADATA
# scope: document
# description: the least severity that fails the run
default fail_on := "error"

fail_on := data.flowgate_settings.failOn

# METADATA
# scope: document
# description: does undecided fail the run
default strict := false

strict := data.flowgate_settings.strict

# METADATA
# description: severities by rule id, where they differ from the rule's own
severities := object.union(_switched_on, _chosen)

default _chosen := {}

_chosen := data.flowgate_settings.rules

# Rules that are off until a setting asks for what they find.
_switched_on := {rule: "error" |
	some rule, wanted in {
		"privilege-boundary-missing": require_boundary,
		"encryption-key-missing": require_customer_key,
		"record-field-missing": count(required_fields) > 0,
	}
	wanted
}

# A rule that is off by itself is switched on by its severity too.
_raised := [rule | some rule, severity in _chosen; severity != "off"]
