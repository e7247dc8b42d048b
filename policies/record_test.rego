package flowgate.record_test

import data.flowgate.record
import data.flowgate.testing as models

import future.keywords.not

test_a_vpcs_records_have_54_fields_and_a_transit_gateways_36 if {
	count(record.known.vpc) == 54
	count(record.known["transit-gateway"]) == 36
	count(record.transit_gateway) == 36
}

test_a_field_of_each_version_is_known[field] if {
	some field in [
		"srcaddr", "tcp-flags", "region", "flow-direction", "ecs-task-id", "reject-reason", "resource-id",
		"encryption-status", "interface-type",
	]
	record.known.vpc[field] == true
}

test_a_tag_field_holds_the_tags_of_its_resource if {
	{owner: fields |
		some owner in ["instance", "network-interface", "auto-scaling-group"]
		fields := {field | some field, of in record.tagged; of == owner}
	} == {
		"instance": {"instance-tag", "instance-tag-2"},
		"network-interface": {"interface-tag", "interface-tag-2"},
		"auto-scaling-group": {"asg-tag", "asg-tag-2"},
	}
}

test_each_tag_field_is_one_of_a_vpcs if {
	every field, _ in record.tagged { record.known.vpc[field] }
}

test_a_flow_log_is_on_a_vpc_unless_it_is_on_a_transit_gateway if {
	record.kind(models.flow_log({})) == "vpc"
	record.kind(models.flow_log({"scope": models.on_transit_gateway})) == "transit-gateway"
}

test_without_a_format_records_have_the_default_fields if {
	count(record.captured(models.flow_log({}))) == 14
	record.captured(models.flow_log({"scope": models.on_transit_gateway})) == record.transit_gateway
}

# Formats of which nobody can say which fields they give.
unreadable := {
	"unknown": {"state": "unknown", "given": ""},
	"words alone": {"state": "known", "strays": ["version"]},
	"overescaped": {"state": "known", "overescaped": ["version"]},
	"unescaped": {"state": "unknown", "unescaped": ["version"]},
	"unescaped in a text": {"state": "known", "unescaped": ["version"]},
}

test_what_an_unreadable_format_captures_is_not_known[note] if {
	some note, format in unreadable
	not record.captured(models.flow_log({"log_format": models.format(format)}))
}

test_the_nearest_field_is_of_the_same_kind_of_flow_log if {
	record.nearest("vpc", "PKT_DSTADDR") == "pkt-dstaddr"
	record.nearest("vpc", "ecs_secon_container_id") == "ecs-second-container-id"
	record.nearest("transit-gateway", "tgw-source-eni") == "tgw-src-eni"
}
