# METADATA
# title: Terraform reads ${field} as a reference of its own
# description: >-
#   The fields of a record format are written $${field} in Terraform's JSON. With one dollar sign Terraform
#   looks for a reference of that name, with three AWS is given a literal dollar sign and refuses it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
#   - ref: https://developer.hashicorp.com/terraform/language/expressions/strings
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: false
#   causes:
#     unescaped: a field is written with one dollar sign
#     overescaped: a field is written with three dollar signs
#     unknown: the format is known only after apply
#     wrong-type: the format is not a text
#   help: >-
#     Write each field as $${field}, or let FlowLogs write the format from typed fields.
#   controls: []
package flowgate.rules.record_format_unescaped

import data.flowgate.evidence
import data.flowgate.phrase
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(input.flow_logs), findings) if input.version == 1

findings := [finding |
	some flow_log in input.flow_logs
	some about in abouts(flow_log.log_format)
	finding := object.union(about, {
		"source": flow_log.source,
		"address": flow_log.address,
		"related": [],
	})
]

abouts(log_format) := array.concat(
	about_escape(log_format, log_format.unescaped, "unescaped", "$"),
	about_escape(log_format, log_format.overescaped, "overescaped", "$$$"),
) if {
	count(log_format.unescaped) + count(log_format.overescaped) > 0
} else := [{
	"verdict": "undecided",
	"cause": log_format.state,
	"message": $"the record format {why}{phrase.given(log_format)}",
	"fix": "write log_format as a plain text",
}] if {
	why := trouble[log_format.state]
}

about_escape(log_format, fields, cause, dollars) := [about |
	some first in array.slice(fields, 0, 1)
	written := concat("", [dollars, "{", first, "}"])
	meant := concat("", ["$${", first, "}"])
	about := object.union(
		{
			"verdict": "fail",
			"cause": cause,
			"message": $"the record format writes {phrase.list(fields)} with {counted[dollars]}, where Terraform needs two ({meant})",
			"fix": $"write {meant} instead of {written}, and each other field alike",
		},
		evidence_of(log_format, written),
	)
]

evidence_of(log_format, written) := {"evidence": evidence.marked(log_format.given, written)} if {
	contains(log_format.given, written)
} else := {}

counted := {"$": "one dollar sign", "$$$": "three dollar signs"}

trouble := {"unknown": "is not known before apply", "wrong-type": "is not a text"}
