# METADATA
# title: the baseline
# description: |
#   What holds where the settings say nothing. An engine that loads no settings judges by it alone; what
#   schemas/settings.schema.json allows stands in `data.flowgate_settings`.
# schemas:
#   - data.flowgate_settings: schema["settings.schema"]
package flowgate.presets.baseline

# METADATA
# scope: document
# description: the fewest days that records are kept
default minimum_days := 30

minimum_days := data.flowgate_settings.retention.minimumDays

# METADATA
# description: the most days that records are kept; undefined where there is no limit
maximum_days := data.flowgate_settings.retention.maximumDays

# METADATA
# scope: document
# description: traffic types of which one has to be captured
default traffic_types := ["ALL"]

traffic_types := data.flowgate_settings.capture.trafficTypes

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
# scope: document
# description: severities by rule id, where they differ from the rule's own
default severities := {}

severities := data.flowgate_settings.rules
