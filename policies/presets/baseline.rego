# METADATA
# title: The baseline
# description: |
#   What holds where neither the settings file nor a preset says anything: every preset starts from it. An engine that
#   loads no settings judges by it alone.
package flowgate.presets.baseline

# METADATA
# description: the name that the settings call it by
name := "baseline"

# METADATA
# description: what it asks; a maximum of days there is none
settings := {
	"minimum_days": 30,
	"traffic_types": ["ALL"],
	"required_fields": [],
	"require_boundary": false,
	"require_customer_key": false,
}

# METADATA
# description: it is no framework, so it has no controls
controls := {}
