# METADATA
# title: The records lack a field that the settings ask for
# description: >-
#   What a record does not hold cannot be asked of it later. The default format, for one, has no pkt-dstaddr, so
#   that traffic through a gateway cannot be followed to where it was meant to go.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: "off"
#   waivable: true
#   causes:
#     missing: a field that the settings ask for is not captured
#     unknown: the format is known only after apply
#     wrong-type: the format is not a text
#   help: >-
#     Add the field to log_format, together with those of the default format that are to stay.
#   controls: []
package flowgate.rules.record_field_missing

import data.flowgate.phrase
import data.flowgate.record
import data.flowgate.settings
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(input.flow_logs), findings) if input.version == 1

findings := [finding |
	count(settings.required_fields) > 0
	some flow_log in input.flow_logs
	about := about_fields(flow_log)
	finding := object.union(about, {
		"source": flow_log.source,
		"address": flow_log.address,
		"related": [],
	})
]

about_fields(flow_log) := {
	"verdict": "fail",
	"cause": "missing",
	"message": $"the records have no {phrase.list(missing)}, which the settings ask for",
	"fix": $"add {phrase.list([dollars(field) | some field in missing])} to log_format{beside(flow_log.log_format)}",
} if {
	captured := record.captured(flow_log)
	missing := sort({field |
		some field in settings.required_fields
		not_of_other_kind(field, record.kind(flow_log))
	} - {field | some field in captured})
	count(missing) > 0
} else := {
	"verdict": "undecided",
	"cause": {"unknown": "unknown", "wrong-type": "wrong-type"}[flow_log.log_format.state],
	"message": $"whether the records have {phrase.list(settings.required_fields)} {trouble[flow_log.log_format.state]}{phrase.given(flow_log.log_format)}",
	"fix": "write log_format as a plain text",
} if {
	count(flow_log.log_format.unescaped) == 0
}

# A transit gateway's records cannot have a field that only a VPC's have.
not_of_other_kind(field, kind) if record.known[kind][field]

not_of_other_kind(field, "vpc") if {
	not record.known["transit-gateway"][field]
}

dollars(field) := concat("", ["$${", field, "}"])

beside(log_format) := "" if {
	count(log_format.fields) > 0
} else := ", after the fields of the default format"

trouble := {"unknown": "is not known before apply", "wrong-type": "cannot be read: the format is not a text"}
