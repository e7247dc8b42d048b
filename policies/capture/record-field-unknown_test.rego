package flowgate.rules.record_field_unknown_test

import data.flowgate.rules.record_field_unknown as rule
import data.flowgate.testing as models

import future.keywords.not

test_record_field_unknown[note] if {
	some note, case in cases
	flow_log := models.flow_log(models.but(
		{"log_format": models.format(case.format), "scope": models.on_vpc},
		object.get(case, "changes", {}),
	))
	verdict := rule.verdict with input as models.model({"flow_logs": [flow_log]})
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

fields(names) := {"state": "known", "fields": names}

on_transit_gateway := {"scope": models.on_transit_gateway}

cases := {
	"no format": {"format": {}, "says": []},
	"fields of every version": {"format": fields(["version", "pkt-dstaddr", "az-id", "traffic-path", "ecs-task-id", "reject-reason", "resource-id", "encryption-status", "interface-type"]), "says": []},
	"a transit gateway's fields on one": {"format": fields(["tgw-id", "packets-lost-blackhole"]), "changes": on_transit_gateway, "says": []},
	"a field that there is not": {
		"format": fields(["version", "src-addr"]),
		"says": [`fail no-such-field: the record format asks for "src-addr", and AWS knows no such field`],
	},
	"several of them": {
		"format": fields(["Version", "dest_port"]),
		"says": [`fail no-such-field: the record format asks for "Version" and "dest_port", and AWS knows no such fields`],
	},
	"a transit gateway's field on a VPC": {
		"format": fields(["version", "tgw-id"]),
		"says": [`fail other-kind: the record format asks for "tgw-id", which only a flow log on a transit gateway has`],
	},
	"a VPC's field on a transit gateway": {
		"format": fields(["version", "action"]),
		"changes": on_transit_gateway,
		"says": [`fail other-kind: the record format asks for "action", which only a flow log on a VPC, subnet or interface has`],
	},
	"a field twice": {
		"format": fields(["version", "srcaddr", "srcaddr", "srcaddr"]),
		"says": [`fail duplicate: the record format asks for "srcaddr" twice`],
	},
	"the first field again": {
		"format": fields(["srcaddr", "version", "srcaddr"]),
		"says": [`fail duplicate: the record format asks for "srcaddr" twice`],
	},
	"a VPC's tag field on a transit gateway is no tag field": {
		"format": fields(["tgw-id", "instance-tag"]),
		"changes": on_transit_gateway,
		"says": [`fail other-kind: the record format asks for "instance-tag", which only a flow log on a VPC, subnet or interface has`],
	},
	"a specification that is not known does not matter without tag fields": {
		"format": fields(["version"]),
		"changes": {"tag_fields": {"state": "unknown", "resource_types": []}},
		"says": [],
	},
	"a word between the fields": {
		"format": {"state": "known", "fields": ["version"], "strays": ["srcaddr,"], "given": "$${version} srcaddr,"},
		"says": [`fail not-a-field: the record format holds "srcaddr,", which is no field`],
	},
	"a tag field without a specification": {
		"format": fields(["version", "instance-tag"]),
		"says": [`fail tags-unspecified: the record format asks for "instance-tag", and no tag_field_specification says which tags these are`],
	},
	"a tag field with one of another kind of resource": {
		"format": fields(["instance-tag", "interface-tag-2"]),
		"changes": {"tag_fields": {"state": "given", "resource_types": ["instance"]}},
		"says": [`fail tags-unspecified: the record format asks for "interface-tag-2", and no tag_field_specification says which tags these are`],
	},
	"tag fields with theirs": {
		"format": fields(["instance-tag", "interface-tag", "asg-tag-2"]),
		"changes": {"tag_fields": {"state": "given", "resource_types": ["instance", "network-interface", "auto-scaling-group"]}},
		"says": [],
	},
	"a tag field with a specification that is not known": {
		"format": fields(["asg-tag"]),
		"changes": {"tag_fields": {"state": "unknown", "resource_types": []}},
		"says": [`undecided tags-unknown: whether a tag_field_specification names the tags of "asg-tag" is not known before apply`],
	},
	"a field that is wrongly escaped is record-format-unescaped's": {
		"format": {"state": "unknown", "given": "${nope}", "unescaped": ["nope"]},
		"says": [],
	},
	"a format that is not known": {
		"format": {"state": "unknown", "given": "${var.f}"},
		"says": ["undecided unknown: which fields the records have is not known before apply (${var.f})"],
	},
	"a format that is no text": {
		"format": {"state": "wrong-type", "given": "[]"},
		"says": ["undecided wrong-type: which fields the records have cannot be read: the format is not a text ([])"],
	},
}

test_the_fix_names_the_nearest_fields if {
	format := models.format(fields(["src-addr", "dest_port", "log-statu", "accountid"]))
	verdict := rule.verdict with input as models.model({"flow_logs": [models.flow_log({"log_format": format})]})
	[finding.fix | some finding in verdict.findings] == ["write srcaddr, dstport, log-status and account-id instead of src-addr, dest_port, log-statu and accountid, or leave them out"]
}

test_the_fix_names_no_field_that_nobody_meant if {
	format := models.format(fields(["nope"]))
	verdict := rule.verdict with input as models.model({"flow_logs": [models.flow_log({"log_format": format})]})
	[finding.fix | some finding in verdict.findings] == ["leave nope out"]
}

test_the_fix_of_one_speaks_of_one if {
	format := models.format(fields(["bites"]))
	verdict := rule.verdict with input as models.model({"flow_logs": [models.flow_log({"log_format": format})]})
	[finding.fix | some finding in verdict.findings] == ["write bytes instead of bites, or leave it out"]
}
