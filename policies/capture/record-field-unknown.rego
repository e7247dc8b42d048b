# METADATA
# title: The record format asks for a field that does not exist
# description: >-
#   AWS refuses a format with a field that does not exist, that belongs to another kind of flow log, or that stands
#   twice, and tag fields without a specification of tags. terraform validate tells none of it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
#   - ref: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-flow-logs.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: false
#   causes:
#     no-such-field: a field of this name does not exist
#     other-kind: the field is of another kind of flow log (VPC or transit gateway)
#     duplicate: a field stands twice
#     not-a-field: something between the fields is none
#     tags-unspecified: a tag field whose tags no tag_field_specification names
#     tags-unknown: whether the tags of a tag field are specified is known only after apply
#     unknown: the format is known only after apply
#     wrong-type: the format is not a text
#   help: >-
#     Use the fields of https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html, or let FlowLogs write
#     the format from typed fields.
#   controls: []
package flowgate.rules.record_field_unknown

import data.flowgate.evidence
import data.flowgate.phrase
import data.flowgate.record
import data.flowgate.verdict as answer

import future.keywords.not

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(input.flow_logs), findings) if input.version == 1

findings := [finding |
	some flow_log in input.flow_logs
	some about in abouts(flow_log)
	finding := object.union(about, {
		"source": flow_log.source,
		"address": flow_log.address,
		"related": [],
	})
]

abouts(flow_log) := [undecided(
	flow_log.log_format.state,
	$"which fields the records have {why}{phrase.given(flow_log.log_format)}",
	"write log_format as a plain text",
)] if {
	why := trouble[flow_log.log_format.state]
	count(flow_log.log_format.unescaped) == 0
} else := array.flatten([
	unheard_of(flow_log),
	misplaced(flow_log),
	doubled(flow_log.log_format),
	stray(flow_log.log_format),
	untagged(flow_log),
	perhaps_untagged(flow_log),
])

unheard_of(flow_log) := [about |
	kind := record.kind(flow_log)
	fields := [field |
		some field in flow_log.log_format.fields
		not record.known[kind][field]
		not record.known[other[kind]][field]
	]
	first := fields[0]
	about := failure(
		"no-such-field",
		$"the record format asks for {phrase.quoted(fields)}, and AWS knows no such {plural("field", fields)}",
		remedy(kind, fields),
		first,
	)
]

remedy(kind, fields) := $"write {phrase.list(meant)} instead of {phrase.list(misspelt)}, or leave {pronoun(fields)} out" if {
	misspelt := [field | some field in fields; record.nearest(kind, field)]
	count(misspelt) > 0
	meant := [record.nearest(kind, field) | some field in misspelt]
} else := $"leave {phrase.list(fields)} out"

misplaced(flow_log) := [about |
	kind := record.kind(flow_log)
	fields := [field |
		some field in flow_log.log_format.fields
		not record.known[kind][field]
		record.known[other[kind]][field]
	]
	first := fields[0]
	about := failure(
		"other-kind",
		$"the record format asks for {phrase.quoted(fields)}, which only a flow log on {noun[other[kind]]} has",
		$"leave {phrase.list(fields)} out: the flow log is on {noun[kind]}",
		first,
	)
]

doubled(log_format) := [about |
	fields := sort({field |
		some at, field in log_format.fields
		field in array.slice(log_format.fields, 0, at)
	})
	first := fields[0]
	about := failure(
		"duplicate",
		$"the record format asks for {phrase.quoted(fields)} twice",
		$"keep {phrase.list(fields)} once",
		first,
	)
]

stray(log_format) := [about |
	first := log_format.strays[0]
	about := failure(
		"not-a-field",
		$"the record format holds {phrase.quoted(log_format.strays)}, which is no field",
		"write each field as $${field}, with spaces between them and nothing else",
		first,
	)
]

untagged(flow_log) := [about |
	flow_log.tag_fields.state != "unknown"
	fields := tag_fields(flow_log)
	first := fields[0]
	owners := sort({owner |
		some field in fields
		owner := record.tagged[field]
	})
	about := failure(
		"tags-unspecified",
		$"the record format asks for {phrase.quoted(fields)}, and no tag_field_specification says which tags these are",
		$"add a tag_field_specification of resource_type {phrase.quoted(owners)}, or leave {phrase.list(fields)} out",
		first,
	)
]

perhaps_untagged(flow_log) := [about |
	flow_log.tag_fields.state == "unknown"
	fields := tag_fields(flow_log)
	count(fields) > 0
	about := undecided(
		"tags-unknown",
		$"whether a tag_field_specification names the tags of {phrase.quoted(fields)} is not known before apply",
		"write tag_field_specification literally",
	)
]

# Tag fields of this kind of flow log whose tags are not specified.
tag_fields(flow_log) := [field |
	record.kind(flow_log) == "vpc"
	some field in flow_log.log_format.fields
	owner := record.tagged[field]
	not owner in flow_log.tag_fields.resource_types
]

other := {"vpc": "transit-gateway", "transit-gateway": "vpc"}

noun := {"vpc": "a VPC, subnet or interface", "transit-gateway": "a transit gateway"}

trouble := {"unknown": "is not known before apply", "wrong-type": "cannot be read: the format is not a text"}

plural(noun_of_one, items) := noun_of_one if {
	count(items) == 1
} else := $"{noun_of_one}s"

pronoun(items) := "it" if {
	count(items) == 1
} else := "them"

failure(cause, message, fix, text) := {
	"verdict": "fail",
	"cause": cause,
	"message": message,
	"fix": fix,
	"evidence": evidence.whole(text),
}

undecided(cause, message, fix) := {"verdict": "undecided", "cause": cause, "message": message, "fix": fix}
