# METADATA
# title: A delivery stream does not let the log-delivery service in
# description: >-
#   The service writes to Firehose with a role of AWS that reaches streams tagged LogDeliveryEnabled=true alone. AWS
#   sets the tag itself where the flow log's maker may, and Terraform takes it away again at its next run.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-Firehose.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: warning
#   waivable: true
#   causes:
#     untagged: the stream has no tag LogDeliveryEnabled
#     other-value: the tag is not true
#     unknown: the tags are known only after apply
#     wrong-type: the tag is not a text
#   help: >-
#     Tag the delivery stream LogDeliveryEnabled=true.
#   breaks: destination
#   controls: []
package flowgate.rules.stream_tag_missing

import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(subject.delivery_streams), findings) if input.version == 1

findings := [finding |
	some stream in subject.delivery_streams
	about := about_tag(stream.delivery_tag)
	finding := object.union(about, {
		"source": stream.source,
		"address": stream.address,
		"related": subject.flow_logs_of(stream),
		"fix": `set the tag LogDeliveryEnabled of the delivery stream to "true"`,
	})
]

about_tag(tag) := {
	"verdict": "fail",
	"cause": "untagged",
	"message": "the delivery stream has no tag LogDeliveryEnabled, without which the service may not write to it",
} if {
	tag.state == "absent"
} else := {
	"verdict": "fail",
	"cause": "other-value",
	"message": $"the tag LogDeliveryEnabled of the delivery stream is {phrase.quoted([tag.value])}, where the service may write only to streams that say true",
} if {
	tag.value != "true"
} else := {
	"verdict": "undecided",
	"cause": {"unknown": "unknown", "wrong-type": "wrong-type"}[tag.state],
	"message": $"whether the delivery stream is tagged LogDeliveryEnabled=true {trouble[tag.state]}{phrase.given(tag)}",
}

trouble := {"unknown": "is not known before apply", "wrong-type": "cannot be told: the tag is not a text"}
