# METADATA
# title: CloudWatch Logs accepts only some retention periods
# description: >-
#   Any other number of days is refused when the stack is deployed, after other resources have been made.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: false
#   causes:
#     not-offered: not one of the 22 periods
#     unknown: the retention is known only after apply
#     wrong-type: the retention is not a number
#   help: >-
#     Use one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
#     3288 or 3653 days.
#   controls: []
package flowgate.rules.retention_invalid

import data.flowgate.period
import data.flowgate.subject
import data.flowgate.verdict as answer

import future.keywords.not

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(subject.log_groups), findings) if input.version == 1

findings := array.concat(
	[finding |
		some group in subject.log_groups
		days := group.retention.value
		days != 0
		not days in period.accepted
		finding := {
			"verdict": "fail",
			"cause": "not-offered",
			"source": group.source,
			"address": group.address,
			"related": subject.flow_logs_of(group),
			"message": $"CloudWatch Logs does not offer a retention of {days} days",
			"fix": $"set retention_in_days to {period.at_least(days)}",
		}
	],
	period.unreadable("unknown", "wrong-type"),
)
