# METADATA
# title: the documents that FlowLogs writes
# description: The least that delivery needs, as corrected policies show it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/firehose-cross-account-delivery.html
package flowgate.iam.document

# METADATA
# description: what lets a role write records to a log group, given by its ARN without the trailing wildcard
permission(log_group) := {
	"Version": "2012-10-17",
	"Statement": [
		{
			"Sid": "WriteRecords",
			"Effect": "Allow",
			"Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
			"Resource": $"{log_group}:log-stream:*",
		},
		{
			"Sid": "DescribeStreams",
			"Effect": "Allow",
			"Action": "logs:DescribeLogStreams",
			"Resource": [log_group, $"{log_group}:*"],
		},
		{
			"Sid": "DescribeGroups",
			"Effect": "Allow",
			"Action": "logs:DescribeLogGroups",
			"Resource": "*",
		},
	],
}

# METADATA
# scope: document
# description: |
#   What lets the service, on behalf of the own account alone, use a role. For delivery to Firehose of another account
#   AWS documents no condition that the service's request meets.
trust(own, "vpc-flow-logs.amazonaws.com") := {
	"Version": "2012-10-17",
	"Statement": [{
		"Sid": "VpcFlowLogsAssume",
		"Effect": "Allow",
		"Principal": {"Service": "vpc-flow-logs.amazonaws.com"},
		"Action": "sts:AssumeRole",
		"Condition": {
			"StringEquals": {"aws:SourceAccount": own.account},
			"ArnLike": {"aws:SourceArn": $"arn:{own.partition}:ec2:{own.region}:{own.account}:vpc-flow-log/*"},
		},
	}],
}

trust(_, "delivery.logs.amazonaws.com") := {
	"Version": "2012-10-17",
	"Statement": [{
		"Sid": "LogDeliveryAssume",
		"Effect": "Allow",
		"Principal": {"Service": "delivery.logs.amazonaws.com"},
		"Action": "sts:AssumeRole",
	}],
}

# METADATA
# description: a finding with the corrected permission document, where the log group's ARN is known
with_permission(finding, log_groups) := object.union(finding, {"corrected": permission(log_group)}) if {
	count(log_groups) == 1
	some log_group in log_groups
	log_group != ""
} else := finding

# METADATA
# description: a finding with the document that trusts these services alone, where the own account and region are known
with_trust(finding, own, services) := object.union(finding, {"corrected": {
	"Version": "2012-10-17",
	"Statement": [statement | some service in services; some statement in trust(own, service).Statement],
}}) if {
	own.partition != ""
	own.region != ""
	own.account != ""
} else := finding
