# METADATA
# title: The destination ends in a wildcard
# description: >-
#   AWS gives the ARN of a log group with :* at its end and takes it without. Written into log_destination, it
#   has the flow log replaced at every plan, or ends in an access error.
# related_resources:
#   - ref: https://github.com/hashicorp/terraform-provider-aws/issues/26479
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: false
#   causes:
#     all-streams: log_destination ends in :*
#     unknown: how log_destination ends is known only after apply
#   help: >-
#     Give the log group's ARN without the trailing wildcard, as its attribute arn has it.
#   breaks: destination
#   controls: []
package flowgate.rules.destination_arn_suffix

import data.flowgate.evidence
import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(input.flow_logs), findings) if input.version == 1

findings := [finding |
	some flow_log in input.flow_logs
	about := about_ending[flow_log.destination_ending]
	finding := object.union_n([about, marked(flow_log), {
		"source": flow_log.source,
		"address": flow_log.address,
		"related": subject.destinations_of(flow_log),
		"message": $"{about.message}{shown(flow_log)}",
	}])
]

about_ending := {
	"all-streams": {
		"verdict": "fail",
		"cause": "all-streams",
		"message": "log_destination ends in :*, so the flow log is replaced at every plan or cannot deliver",
		"fix": "remove :* from the end of log_destination",
	},
	"unknown": {
		"verdict": "undecided",
		"cause": "unknown",
		"message": "whether log_destination ends in :* is not known before apply",
		"fix": "refer to the log group itself, or give its ARN",
	},
}

marked(flow_log) := {"evidence": evidence.from(written, ":*")} if {
	flow_log.destination_ending == "all-streams"
	written := text_of(flow_log)
} else := {}

text_of(flow_log) := object.get(flow_log.destination, "value", object.get(flow_log.destination, "given", ""))

shown(flow_log) := phrase.named(text_of(flow_log))
