# METADATA
# title: Records are deleted before the days they have to be kept
# description: >-
#   An intrusion is often found months after it began. What was deleted by then cannot be read again.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: true
#   causes:
#     too-short: fewer days than retention.minimumDays
#     unknown: the retention is known only after apply
#     wrong-type: the retention is not a number
#   help: >-
#     Set retention_in_days to at least retention.minimumDays of the settings (baseline 30).
#   controls: []
package flowgate.rules.retention_too_short

import data.flowgate.period
import data.flowgate.presets.baseline as settings
import data.flowgate.subject
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(subject.log_groups), findings) if input.version == 1

findings := array.concat(
	[finding |
		some group in subject.log_groups
		days := group.retention.value
		days in period.accepted
		days < settings.minimum_days
		finding := {
			"verdict": "fail",
			"cause": "too-short",
			"source": group.source,
			"address": group.address,
			"related": subject.flow_logs_of(group),
			"message": $"records are deleted after {days} days, where at least {settings.minimum_days} are required",
			"fix": $"set retention_in_days to {period.at_least(settings.minimum_days)} or more",
		}
	],
	period.unreadable("unknown", "wrong-type"),
)
