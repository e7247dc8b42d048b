# METADATA
# title: Only S3 takes destination options
# description: >-
#   File format and partitions are how files are written. CloudWatch Logs and Firehose have no files, and AWS
#   refuses the flow log.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DestinationOptionsRequest.html
#   - ref: https://github.com/terraform-aws-modules/terraform-aws-vpc/pull/703
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: false
#   causes:
#     other-destination: destination_options on a flow log that does not write to S3
#     options-unknown: whether there are destination options is known only after apply
#     destination-unknown: whether the flow log writes to S3 is not known
#   help: >-
#     Remove destination_options, or let the flow log write to S3.
#   breaks: destination
#   controls: []
package flowgate.rules.destination_options_misplaced

import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(input.flow_logs), findings) if input.version == 1

findings := [finding |
	some flow_log in input.flow_logs
	about := about_options(flow_log)
	finding := object.union(about, {
		"source": flow_log.source,
		"address": flow_log.address,
		"related": subject.destinations_of(flow_log),
		"fix": "remove destination_options",
	})
]

about_options(flow_log) := {
	"verdict": "undecided",
	"cause": "destination-unknown",
	"message": $"the flow log has destination options, and whether it writes to S3, which alone takes them, is not known{phrase.given(flow_log.destination_type)}",
} if {
	flow_log.options.state == "given"
	subject.to_bucket(flow_log) == "unknown"
} else := {
	"verdict": "undecided",
	"cause": "options-unknown",
	"message": "whether the flow log has destination options, which S3 alone takes, is not known before apply",
} if {
	flow_log.options.state == "unknown"
	subject.to_bucket(flow_log) != "yes"
} else := {
	"verdict": "fail",
	"cause": "other-destination",
	"message": "the flow log has destination options, which S3 alone takes, and does not write to S3",
} if {
	flow_log.options.state == "given"
	elsewhere(flow_log)
}

# Where type and ARN contradict each other, and one of them says S3, destination-mismatch says so.
elsewhere(flow_log) if {
	flow_log.destination_service != "s3"
	flow_log.destination_type != {"state": "known", "value": "s3"}
}
