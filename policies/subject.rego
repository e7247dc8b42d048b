# METADATA
# title: who is judged
# description: Only log groups that flow logs write to, and roles that flow logs use, are flowgate's business.
# schemas:
#   - input: schema["model.schema"]
package flowgate.subject

# METADATA
# description: log groups that a flow log writes to
log_groups := [group | some group in input.log_groups; count(group.flow_logs) > 0]

# METADATA
# description: roles that a flow log uses
roles := [role | some role in input.roles; count(role.flow_logs) > 0]

# METADATA
# description: buckets that a flow log writes to
buckets := [bucket | some bucket in input.buckets; count(writers_to(bucket)) > 0]

# METADATA
# description: flow logs that write to a bucket, or may do so
writers_to(bucket) := [flow_log |
	some at in bucket.flow_logs
	flow_log := input.flow_logs[at]
	to_bucket(flow_log) != "no"
]

# METADATA
# description: |
#   what may set "policy", "public-access", "lifecycle" or "encryption" of a bucket: a resource of its source whose bucket
#   is not known
unplaced_parts(bucket, sets) := [ref(part) |
	some part in input.sources[bucket.source].unplaced_bucket_parts
	part.sets == sets
]

# METADATA
# description: the same, and the module calls that are told of the bucket
unseen_parts(bucket, sets) := array.concat(unplaced_parts(bucket, sets), bucket.told)

# METADATA
# description: KMS keys that encrypt what flow logs write
keys := [key | some key in input.keys; count(key.users) > 0]

# METADATA
# description: Firehose delivery streams that a flow log writes to
delivery_streams := [stream | some stream in input.delivery_streams; count(stream.flow_logs) > 0]

# METADATA
# description: flow logs to CloudWatch Logs, the destination where none is said
cloudwatch_flow_logs := [flow_log |
	some flow_log in input.flow_logs
	to_cloudwatch(flow_log) == "yes"
]

# METADATA
# description: |
#   does the flow log write to CloudWatch Logs (yes, no, unknown); no where the type and the ARN contradict each
#   other, which destination-mismatch reports
to_cloudwatch(flow_log) := "no" if {
	flow_log.destination_service in {"s3", "firehose", "other"}
} else := "yes" if {
	flow_log.destination_type.state == "absent"
} else := "yes" if {
	flow_log.destination_type.value == "cloud-watch-logs"
} else := "unknown" if {
	flow_log.destination_type.state in {"unknown", "wrong-type"}
} else := "no"

# METADATA
# description: |
#   does the flow log write to S3 (yes, no, unknown); no where type and ARN contradict each other, or there is none
to_bucket(flow_log) := _to(flow_log, "s3", "s3")

# METADATA
# description: |
#   does the flow log write to Firehose (yes, no, unknown); no where type and ARN contradict each other, or there is none
to_stream(flow_log) := _to(flow_log, "kinesis-data-firehose", "firehose")

_to(flow_log, type, service) := "yes" if {
	flow_log.destination_type.value == type
	flow_log.destination_service in {service, "unknown"}
} else := "no" if {
	flow_log.destination_type.state in {"known", "absent"}
} else := "yes" if {
	flow_log.destination_service == service
} else := "unknown" if {
	flow_log.destination_service == "unknown"
} else := "no"

# METADATA
# description: does the flow log write to a delivery stream of another account (yes, no, unknown)
across_accounts(flow_log) := "no" if {
	flow_log.destination_home in {"own", "other-region"}
} else := "no" if {
	flow_log.destination_home != "other-account"
	flow_log.role.state == "none"
	flow_log.cross_account_role.state == "none"
} else := to_stream(flow_log)

# METADATA
# description: do flow logs use the role to write to a delivery stream of another account
serves_streams(role) if {
	some at in role.flow_logs
	across_accounts(input.flow_logs[at]) == "yes"
}

# METADATA
# description: do flow logs use the role, or may they, for anything but a delivery stream of another account
serves_groups(role) if {
	some at in role.flow_logs
	across_accounts(input.flow_logs[at]) != "yes"
}

# METADATA
# description: a resource by name, as findings carry it
ref(resource) := {"source": resource.source, "address": resource.address}

# METADATA
# description: the flow logs that write to a log group or use a role, by name
flow_logs_of(resource) := [ref(input.flow_logs[at]) | some at in resource.flow_logs]

# METADATA
# description: the role and the log group of a flow log that the input holds, by name
parties_of(flow_log) := array.concat(
	[ref(input.roles[at]) | at := flow_log.role.at],
	[ref(input.log_groups[at]) | at := flow_log.log_group.at],
)

# METADATA
# description: what a flow log writes to and the input holds, by name
destinations_of(flow_log) := array.flatten([
	[ref(input.log_groups[at]) | at := flow_log.log_group.at],
	[ref(input.buckets[at]) | at := flow_log.bucket.at],
	[ref(input.delivery_streams[at]) | at := flow_log.stream.at],
])
