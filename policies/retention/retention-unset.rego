# METADATA
# title: A log group without retention keeps records for ever
# description: >-
#   Absent, null and 0 all mean that CloudWatch Logs never deletes anything. Costs grow without end, and data
#   that ought to be gone is not.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: true
#   causes:
#     unset: no retention is given, or 0
#     unknown: the retention is known only after apply
#     wrong-type: the retention is not a number
#     group-not-in-input: the flow log writes to a log group that the input does not hold
#   help: >-
#     Set retention_in_days on the log group, or use FlowLogs, which keeps records for 365 days.
#   controls: []
package flowgate.rules.retention_unset

import data.flowgate.period
import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(subject.log_groups) + count(unseen), findings) if input.version == 1

findings := array.flatten([
	[finding |
		some group in subject.log_groups
		message := kept_for_ever(group.retention)
		finding := {
			"verdict": "fail",
			"cause": "unset",
			"source": group.source,
			"address": group.address,
			"related": subject.flow_logs_of(group),
			"message": message,
			"fix": "set retention_in_days to the number of days that records have to be kept",
		}
	],
	period.unreadable("unknown", "wrong-type"),
	[finding |
		some flow_log in unseen
		finding := {
			"verdict": "undecided",
			"cause": "group-not-in-input",
			"source": flow_log.source,
			"address": flow_log.address,
			"related": [],
			"message": $"the retention of the log group cannot be seen, because {phrase.missing("log group", flow_log.log_group.given)}",
			"fix": "judge the stack that makes the log group together with this one; where there is none, check its retention by hand",
		}
	],
])

unseen := [flow_log |
	some flow_log in subject.cloudwatch_flow_logs
	flow_log.log_group.state in {"external", "unknown"}
]

kept_for_ever(retention) := "the log group has no retention, so its records are kept for ever" if {
	retention.state == "absent"
}

kept_for_ever(retention) := "the log group has a retention of 0, so its records are kept for ever" if {
	retention.value == 0
}
