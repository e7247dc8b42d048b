# METADATA
# title: the fields of a record
# description: |
#   Every field that a flow log can have, by the version that brought it, and those that a flow log has where no format
#   is given.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
#   - ref: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-flow-logs.html
package flowgate.record

import data.flowgate.likeness

# METADATA
# description: fields of a flow log on a VPC, subnet, network interface or regional NAT gateway, by version
vpc := {
	2: [
		"version", "account-id", "interface-id", "srcaddr", "dstaddr", "srcport", "dstport", "protocol", "packets",
		"bytes", "start", "end", "action", "log-status",
	],
	3: ["vpc-id", "subnet-id", "instance-id", "tcp-flags", "type", "pkt-srcaddr", "pkt-dstaddr"],
	4: ["region", "az-id", "sublocation-type", "sublocation-id"],
	5: ["pkt-src-aws-service", "pkt-dst-aws-service", "flow-direction", "traffic-path"],
	7: [
		"ecs-cluster-arn", "ecs-cluster-name", "ecs-container-instance-arn", "ecs-container-instance-id",
		"ecs-container-id", "ecs-second-container-id", "ecs-service-name", "ecs-task-definition-arn", "ecs-task-arn",
		"ecs-task-id",
	],
	8: ["reject-reason"],
	9: ["resource-id"],
	10: ["encryption-status"],
	11: [
		"instance-tag", "instance-tag-2", "interface-tag", "interface-tag-2", "asg-tag", "asg-tag-2", "interface-type",
		"next-hop-interface-id", "next-hop-subnet-id", "next-hop-az-id", "next-hop-vpc-id", "next-hop-interface-type",
	],
}

# METADATA
# description: fields of a flow log on a transit gateway or an attachment of one, which are its default too
transit_gateway := [
	"version", "resource-type", "account-id", "tgw-id", "tgw-attachment-id", "tgw-src-vpc-account-id",
	"tgw-dst-vpc-account-id", "tgw-src-vpc-id", "tgw-dst-vpc-id", "tgw-src-subnet-id", "tgw-dst-subnet-id",
	"tgw-src-eni", "tgw-dst-eni", "tgw-src-az-id", "tgw-dst-az-id", "tgw-pair-attachment-id", "srcaddr", "dstaddr",
	"srcport", "dstport", "protocol", "packets", "bytes", "start", "end", "log-status", "type",
	"packets-lost-no-route", "packets-lost-blackhole", "packets-lost-mtu-exceeded", "packets-lost-ttl-expired",
	"tcp-flags", "region", "flow-direction", "pkt-src-aws-service", "pkt-dst-aws-service",
]

# METADATA
# description: by field, whose tags it holds, as tag_field_specification names them
tagged := {
	"instance-tag": "instance",
	"instance-tag-2": "instance",
	"interface-tag": "network-interface",
	"interface-tag-2": "network-interface",
	"asg-tag": "auto-scaling-group",
	"asg-tag-2": "auto-scaling-group",
}

# METADATA
# description: the fields that exist, by kind of flow log
known := {
	"vpc": {field: true | some fields in vpc; some field in fields},
	"transit-gateway": {field: true | some field in transit_gateway},
}

# METADATA
# scope: document
# description: which kind a flow log is; what it is on may be said wrongly, and then it counts as one on a VPC
default kind(_) := "vpc"

kind(flow_log) := "transit-gateway" if {
	some given in flow_log.scope.given
	startswith(given.argument, "transit_gateway")
}

# METADATA
# description: |
#   the fields that each record of a flow log has, in order; undefined where its format is not known, or cannot be read
#   for what other rules report. An empty format is none
captured(flow_log) := flow_log.log_format.fields if {
	count(flow_log.log_format.fields) > 0
} else := _default[kind(flow_log)] if {
	flow_log.log_format.state in {"known", "absent"}
	count(flow_log.log_format.strays) == 0
	count(flow_log.log_format.overescaped) == 0
	count(flow_log.log_format.unescaped) == 0
}

_default := {"vpc": vpc[2], "transit-gateway": transit_gateway}

# METADATA
# description: the field of this kind of flow log that is most like a name; undefined where none is
nearest(kind, name) := likeness.near(object.keys(known[kind]), lower(replace(name, "_", "-")), 0.5)
