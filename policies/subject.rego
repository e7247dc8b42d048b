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
# description: flow logs to CloudWatch Logs, the destination where none is said
cloudwatch_flow_logs := [flow_log |
	some flow_log in input.flow_logs
	to_cloudwatch(flow_log) == "yes"
]

# METADATA
# scope: document
# description: does the flow log write to CloudWatch Logs (yes, no, unknown)
to_cloudwatch(flow_log) := "yes" if flow_log.destination_type.state == "absent"

to_cloudwatch(flow_log) := "yes" if flow_log.destination_type.value == "cloud-watch-logs"

to_cloudwatch(flow_log) := "no" if flow_log.destination_type.value != "cloud-watch-logs"

to_cloudwatch(flow_log) := "unknown" if flow_log.destination_type.state in {"unknown", "wrong-type"}

# METADATA
# description: a resource by name, as findings carry it
ref(resource) := {"source": resource.source, "address": resource.address}

# METADATA
# description: the flow logs that write to a log group or use a role, by name
flow_logs_of(resource) := [ref(input.flow_logs[at]) | some at in resource.flow_logs]

# METADATA
# description: the role and the log group of a flow log that the input holds, by name
parties_of(flow_log) := array.concat(
	[ref(input.roles[at]) | at := flow_log.role.at; at >= 0],
	[ref(input.log_groups[at]) | at := flow_log.log_group.at; at >= 0],
)
