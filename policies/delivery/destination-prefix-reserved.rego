# METADATA
# title: The folder AWSLogs belongs to AWS
# description: >-
#   The service puts its files below AWSLogs of whatever prefix it is given. AWS refuses a prefix that names
#   this folder itself.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-create-flow-log.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: false
#   causes:
#     reserved: the prefix holds a folder AWSLogs
#     unknown: the prefix is known only after apply
#   help: >-
#     Choose another prefix, or none.
#   breaks: destination
#   controls: []
package flowgate.rules.destination_prefix_reserved

import data.flowgate.evidence
import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(input.flow_logs), findings) if input.version == 1

findings := [finding |
	some flow_log in input.flow_logs
	about := about_prefix(flow_log.prefix)
	finding := object.union(about, {
		"source": flow_log.source,
		"address": flow_log.address,
		"related": subject.destinations_of(flow_log),
	})
]

about_prefix(prefix) := {
	"verdict": "fail",
	"cause": "reserved",
	"message": $"the prefix {phrase.quoted([prefix.value])} holds the folder AWSLogs, which AWS keeps for itself",
	"fix": "end log_destination before /AWSLogs: the service adds that folder itself",
	"evidence": evidence.marked(prefix.value, "AWSLogs"),
} if {
	"AWSLogs" in split(prefix.value, "/")
} else := {
	"verdict": "undecided",
	"cause": "unknown",
	"message": $"whether the prefix holds the folder AWSLogs, which AWS keeps for itself, is not known before apply{phrase.given(prefix)}",
	"fix": "write the prefix in log_destination literally",
} if {
	prefix.state == "unknown"
}
