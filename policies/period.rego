# METADATA
# title: retention periods
# description: The periods that CloudWatch Logs accepts, and what is said of a retention that nobody can read.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
# schemas:
#   - input: schema["model.schema"]
package flowgate.period

import data.flowgate.phrase
import data.flowgate.subject

# METADATA
# description: days
accepted := {
	1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
}

# METADATA
# scope: document
# description: the shortest accepted period of at least so many days, or the longest there is
default at_least(_) := 3653

at_least(days) := min([period | some period in accepted; period >= days])

# METADATA
# description: log groups whose retention cannot be compared, with the cause and the message of it
unreadable(unknown_cause, wrong_type_cause) := [finding |
	some group in subject.log_groups
	why := _trouble[group.retention.state]
	finding := {
		"verdict": "undecided",
		"cause": {"unknown": unknown_cause, "wrong-type": wrong_type_cause}[group.retention.state],
		"source": group.source,
		"address": group.address,
		"related": subject.flow_logs_of(group),
		"message": $"the retention of the log group is {why}{phrase.given(group.retention)}",
		"fix": "write retention_in_days as a plain number of days",
	}
]

_trouble := {"unknown": "not known before apply", "wrong-type": "not a number"}
