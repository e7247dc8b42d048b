# METADATA
# title: Records are kept longer than allowed
# description: >-
#   Flow logs hold addresses of people and machines. What is kept beyond its purpose costs money and may break a
#   data-protection duty.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: warning
#   waivable: true
#   causes:
#     too-long: more days than retention.maximumDays
#     unknown: the retention is known only after apply
#     wrong-type: the retention is not a number
#   help: >-
#     Set retention_in_days to at most retention.maximumDays of the settings.
#   controls: []
package flowgate.rules.retention_too_long

import data.flowgate.period
import data.flowgate.phrase
import data.flowgate.settings
import data.flowgate.subject
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(subject.log_groups), findings) if input.version == 1

# Without a maximum nothing is too long.
findings := [finding |
	settings.maximum_days
	some finding in array.concat(too_long, period.unreadable("unknown", "wrong-type"))
]

too_long := [finding |
	some group in subject.log_groups
	days := group.retention.value
	days in period.accepted
	days > settings.maximum_days
	finding := {
		"verdict": "fail",
		"cause": "too-long",
		"source": group.source,
		"address": group.address,
		"related": subject.flow_logs_of(group),
		"message": $"records are kept for {phrase.days(days)}, where at most {settings.maximum_days} are allowed",
		"fix": $"set retention_in_days to {settings.maximum_days} or less",
	}
]
