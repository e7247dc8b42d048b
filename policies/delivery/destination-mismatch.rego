# METADATA
# title: The destination is not what its type says
# description: >-
#   AWS takes log_destination for what log_destination_type says, and that is CloudWatch Logs where it says
#   nothing. The two have to agree, a log group has to be in the flow log's own region and account, and a
#   delivery stream has to take its records by Direct PUT, or the flow log is refused or never delivers.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html
#   - ref: https://docs.aws.amazon.com/prescriptive-guidance/latest/patterns/configure-vpc-flow-logs-for-centralization-across-aws-accounts.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: false
#   causes:
#     other-service: the type says one service, the ARN or the resource referred to is of another
#     not-a-destination: the destination is nothing that a flow log writes to
#     no-destination: no destination is given
#     no-such-type: the type is none that AWS knows
#     other-region: the log group is in another region than the flow log
#     other-account: the log group is in another account than the flow log
#     type-unknown: the type is known only after apply
#     wrong-type: the type is not a text
#     destination-unknown: what the destination is cannot be told before apply
#     stream-source: a Kinesis stream or a topic feeds the delivery stream, which then takes nothing else
#     source-unknown: whether anything else feeds the delivery stream is not known
#     home-unknown: whether the log group is in the flow log's region and account is not known
#   help: >-
#     Set log_destination_type to cloud-watch-logs, s3 or kinesis-data-firehose, as the ARN in log_destination
#     says.
#   breaks: destination
#   controls: []
package flowgate.rules.destination_mismatch

import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

import future.keywords.not

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(input.flow_logs), findings) if input.version == 1

findings := [finding |
	some flow_log in input.flow_logs
	about := about_destination(flow_log)
	finding := object.union(about, {
		"source": flow_log.source,
		"address": flow_log.address,
		"related": subject.destinations_of(flow_log),
	})
]

about_destination(flow_log) := undecided(
	cause,
	$"the destination type {trouble[cause]}{phrase.given(flow_log.destination_type)}",
	$"set log_destination_type to {concat(" or ", known_types)}",
) if {
	cause := {"unknown": "type-unknown", "wrong-type": "wrong-type"}[flow_log.destination_type.state]
} else := failure(
	"no-such-type",
	$"the destination type is {phrase.quoted([flow_log.destination_type.value])}, where AWS knows {phrase.list(known_types)}",
	$"set log_destination_type to {concat(" or ", known_types)}",
) if {
	not service_of(flow_log)
} else := failure(
	"no-destination",
	"the flow log says nowhere what it writes to",
	$"set log_destination to the ARN of {nouns[service_of(flow_log)]}",
) if {
	flow_log.destination_service == "none"
} else := failure(
	"not-a-destination",
	$"log_destination is no ARN of a log group, bucket or delivery stream{shown(flow_log)}",
	$"set log_destination to the ARN of {nouns[service_of(flow_log)]}",
) if {
	flow_log.destination_service == "other"
} else := undecided(
	"destination-unknown",
	$"what the flow log writes to cannot be told before apply{shown(flow_log)}",
	"refer to the log group, bucket or delivery stream itself, or give its ARN",
) if {
	flow_log.destination_service == "unknown"
} else := failure(
	"other-service",
	$"the destination type is {typed(flow_log)}, and log_destination is {nouns[flow_log.destination_service]}{shown(flow_log)}",
	$`set log_destination_type to "{type_of[flow_log.destination_service]}", or log_destination to the ARN of {nouns[service_of(flow_log)]}`,
) if {
	service_of(flow_log) != flow_log.destination_service
} else := about_group(flow_log) if {
	flow_log.destination_service == "logs"
} else := about_stream(flow_log)

about_group(flow_log) := failure(
	flow_log.destination_home,
	$"the log group is in {elsewhere[flow_log.destination_home]} than the flow log{shown(flow_log)}, where none is delivered to",
	"write to a log group of the flow log's own region and account, or to a bucket, which may be anywhere",
) if {
	elsewhere[flow_log.destination_home]
} else := undecided(
	"home-unknown",
	$"whether the log group is in the flow log's own region and account is not known before apply{shown(flow_log)}",
	"refer to the log group itself, or write region and account as the provider has them",
) if {
	flow_log.destination_home == "unknown"
	flow_log.log_group.state in {"resolved", "external"}
}

about_stream(flow_log) := failure(
	"stream-source",
	$"the delivery stream takes its records from {feeders[feed_of(flow_log)]}{shown(flow_log)}, where log delivery needs one with the source Direct PUT",
	$"write to a delivery stream without {feed_of(flow_log)}_source_configuration",
) if {
	feeders[feed_of(flow_log)]
} else := undecided(
	"source-unknown",
	$"whether the delivery stream takes records by Direct PUT is not known before apply{shown(flow_log)}",
	"write kinesis_source_configuration and msk_source_configuration of the delivery stream literally, or leave them out",
) if {
	feed_of(flow_log) == "unknown"
}

feed_of(flow_log) := input.delivery_streams[flow_log.stream.at].feed

feeders := {"kinesis": "a Kinesis stream", "msk": "a topic of Amazon MSK"}

service_of(flow_log) := "logs" if {
	flow_log.destination_type.state == "absent"
} else := service if {
	some service, type in type_of
	type == flow_log.destination_type.value
}

type_of := {"logs": "cloud-watch-logs", "s3": "s3", "firehose": "kinesis-data-firehose"}

known_types := [type_of.logs, type_of.s3, type_of.firehose]

nouns := {"logs": "a log group", "s3": "a bucket", "firehose": "a delivery stream"}

elsewhere := {"other-region": "another region", "other-account": "another account"}

trouble := {"type-unknown": "is not known before apply", "wrong-type": "is not a text"}

typed(flow_log) := `"cloud-watch-logs", the default` if {
	flow_log.destination_type.state == "absent"
} else := $`"{flow_log.destination_type.value}"`

shown(flow_log) := phrase.named(object.get(flow_log.destination, "value", object.get(flow_log.destination, "given", "")))

failure(cause, message, fix) := {"verdict": "fail", "cause": cause, "message": message, "fix": fix}

undecided(cause, message, fix) := {"verdict": "undecided", "cause": cause, "message": message, "fix": fix}
