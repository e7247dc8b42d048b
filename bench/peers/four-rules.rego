# Four rules on a raw plan, as somebody writes them without flowgate: what conftest is timed with.
package main

changes := [change | some change in input.resource_changes]

deny contains $"{change.address} keeps its records for ever" if {
	some change in changes
	change.type == "aws_cloudwatch_log_group"
	object.get(change.change.after, "retention_in_days", 0) == 0
}

deny contains $"{change.address} captures {change.change.after.traffic_type} only" if {
	some change in changes
	change.type == "aws_flow_log"
	change.change.after.traffic_type != "ALL"
}

deny contains $"{change.address} may be assumed by another than the flow-logs service" if {
	some change in changes
	change.type == "aws_iam_role"
	some statement in json.unmarshal(change.change.after.assume_role_policy).Statement
	statement.Principal.Service != "vpc-flow-logs.amazonaws.com"
}

deny contains $"{change.address} allows any action" if {
	some change in changes
	change.type == "aws_iam_role_policy"
	some statement in json.unmarshal(object.get(change.change.after, "policy", `{"Statement":[]}`)).Statement
	"*" in statement.Action
}
