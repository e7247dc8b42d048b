# METADATA
# title: A plan shortens retention
# description: >-
#   CloudWatch Logs deletes what is older than the new retention, within days: a longer one later brings nothing back.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: warning
#   waivable: true
#   causes:
#     shortened: fewer days than before
#     unknown: how many days there will be is not known
#   help: >-
#     Keep the retention, or export the older records before the plan is applied.
#   controls: []
package flowgate.rules.change_shortens_retention

import data.flowgate.phrase
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(log_groups), findings) if input.version == 1

log_groups := [change | some change in input.changes; change.kind == "log-group"; change.action == "update"]

findings := array.concat(
	[finding |
		some change in log_groups
		before := days(change.retention)
		after := days(change.retention_after)
		after < before
		finding := {
			"verdict": "fail",
			"cause": "shortened",
			"source": change.source,
			"address": change.address,
			"related": change.written_by,
			"message": $"the plan shortens the retention of the log group from {named(before)} to {phrase.days(after)}, so older records are deleted",
			"fix": $"keep {named(before)}, or export what is older than {phrase.days(after)} first",
		}
	],
	[finding |
		some change in log_groups
		before := days(change.retention)
		before > 1
		change.retention_after.state in {"unknown", "wrong-type"}
		finding := {
			"verdict": "undecided",
			"cause": "unknown",
			"source": change.source,
			"address": change.address,
			"related": change.written_by,
			"message": $"the plan changes the log group, which keeps records {kept(before)}, and its new retention is not known{phrase.given(change.retention_after)}",
			"fix": "write retention_in_days as a plain number of days",
		}
	],
)

# No retention, and 0, keep records for ever.
for_ever := 1000000

days(retention) := for_ever if retention.state == "absent"

days(retention) := for_ever if retention.value == 0

days(retention) := retention.value if retention.value > 0

named(days_before) := "for ever" if {
	days_before == for_ever
} else := phrase.days(days_before)

kept(days_before) := "for ever" if {
	days_before == for_ever
} else := $"for {phrase.days(days_before)}"
