# METADATA
# title: The log class cannot do what flow logs need
# description: >-
#   The class DELIVERY is for Lambda only and keeps records for a day or two. INFREQUENT_ACCESS and ESSENTIALS
#   refuse metric filters and subscription filters. A class cannot be changed later.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: false
#   causes:
#     delivery-class: the class is DELIVERY
#     filter-refused: a metric or subscription filter on a class that has none
#     unknown: the class is not known
#     wrong-type: the class is not a text
#   help: >-
#     Use STANDARD, or INFREQUENT_ACCESS without filters.
#   controls: []
package flowgate.rules.log_class_unsupported

import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

import future.keywords.not

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(subject.log_groups), findings) if input.version == 1

findings := [finding |
	some group in subject.log_groups
	about := about_class(group)
	finding := object.union(about, {
		"source": group.source,
		"address": group.address,
		"related": array.concat(about.related, subject.flow_logs_of(group)),
	})
]

about_class(group) := {
	"verdict": "fail",
	"cause": "delivery-class",
	"related": [],
	"message": "the log group has the class DELIVERY, which takes Lambda logs only",
	"fix": "set log_group_class to STANDARD",
} if {
	group.log_class.value == "DELIVERY"
} else := {
	"verdict": "fail",
	"cause": "filter-refused",
	"related": group.filters,
	"message": $"the class {group.log_class.value} refuses the filters on the log group ({phrase.addresses(group.filters)})",
	"fix": "set log_group_class to STANDARD, or remove the filters",
} if {
	group.log_class.value in {"INFREQUENT_ACCESS", "ESSENTIALS"}
	count(group.filters) > 0
} else := {
	"verdict": "undecided",
	"cause": "wrong-type",
	"related": [],
	"message": $"the class of the log group is not a text{phrase.given(group.log_class)}",
	"fix": "write log_group_class as STANDARD or INFREQUENT_ACCESS",
} if {
	group.log_class.state == "wrong-type"
} else := {
	"verdict": "undecided",
	"cause": "unknown",
	"related": [],
	"message": $"the class of the log group is not known{phrase.given(group.log_class)}",
	"fix": "write log_group_class as STANDARD or INFREQUENT_ACCESS",
} if {
	group.log_class.state != "absent"
	not group.log_class.value in {"STANDARD", "INFREQUENT_ACCESS", "ESSENTIALS"}
}
