# METADATA
# title: the documents that FlowLogs writes for buckets and keys
# description: The least that delivery to S3 and encryption need, as corrected policies show it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-cmk-policy.html
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
package flowgate.iam.storage_document

_service := {"Service": "delivery.logs.amazonaws.com"}

# METADATA
# description: |
#   what lets the delivery service write into a bucket, given by its ARN, and keeps out requests without TLS. Each flow
#   log is given by its own account and region, and the prefix of its keys.
bucket(arn, flow_logs) := {
	"Version": "2012-10-17",
	"Statement": [
		{
			"Sid": "AWSLogDeliveryWrite",
			"Effect": "Allow",
			"Principal": _service,
			"Action": "s3:PutObject",
			"Resource": [$"{arn}/{folder}/*" | some folder in _folders(flow_logs)],
			"Condition": _conditions(flow_logs, {"s3:x-amz-acl": "bucket-owner-full-control"}),
		},
		{
			"Sid": "AWSLogDeliveryAclCheck",
			"Effect": "Allow",
			"Principal": _service,
			"Action": ["s3:GetBucketAcl", "s3:ListBucket"],
			"Resource": arn,
			"Condition": _conditions(flow_logs, {}),
		},
		{
			"Sid": "DenyInsecureTransport",
			"Effect": "Deny",
			"Principal": "*",
			"Action": "s3:*",
			"Resource": [arn, $"{arn}/*"],
			"Condition": {"Bool": {"aws:SecureTransport": "false"}},
		},
	],
}

# Plain folders, and those of Hive partitions.
_folders(flow_logs) := [$"{each[0]}AWSLogs/{form}{each[1]}" |
	some each in sort({[_root(flow_log.prefix), flow_log.own.account] | some flow_log in flow_logs})
	some form in ["", "aws-account-id="]
]

_root(prefix) := $"{prefix.value}/" if {
	prefix.state == "known"
} else := ""

# METADATA
# description: |
#   what lets the account administer a key, and these services use it: CloudWatch Logs for log groups, given by ARN,
#   and the delivery service for flow logs
key(own, log_groups, flow_logs) := {
	"Version": "2012-10-17",
	"Statement": array.flatten([
		{
			"Sid": "AdministerThroughIam",
			"Effect": "Allow",
			"Principal": {"AWS": $"arn:{own.partition}:iam::{own.account}:root"},
			"Action": "kms:*",
			"Resource": "*",
		},
		[{
			"Sid": "EncryptLogGroups",
			"Effect": "Allow",
			"Principal": {"Service": $"logs.{own.region}.amazonaws.com"},
			"Action": _use,
			"Resource": "*",
			"Condition": {"ArnEquals": {"kms:EncryptionContext:aws:logs:arn": log_groups}},
		} |
			count(log_groups) > 0
		],
		[{
			"Sid": "DeliverFlowLogs",
			"Effect": "Allow",
			"Principal": _service,
			"Action": _use,
			"Resource": "*",
			"Condition": _conditions(flow_logs, {}),
		} |
			count(flow_logs) > 0
		],
	]),
}

_use := ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"]

# The service acts for every customer of AWS: only for these.
_conditions(flow_logs, more) := {
	"StringEquals": object.union(more, {"aws:SourceAccount": _one_or_many({flow_log.own.account |
		some flow_log in flow_logs
	})}),
	"ArnLike": {"aws:SourceArn": _one_or_many({$"arn:{own.partition}:logs:{own.region}:{own.account}:*" |
		some flow_log in flow_logs
		own := flow_log.own
	})},
}

_one_or_many(texts) := text if {
	count(texts) == 1
	some text in texts
} else := sort(texts)

# METADATA
# description: a finding with the corrected policy of a bucket, where all that it would name is known
with_bucket(finding, arn, flow_logs) := object.union(finding, {"corrected": bucket(arn, flow_logs)}) if {
	count(flow_logs) > 0
	every flow_log in flow_logs {
		is_told(flow_log.own)
		flow_log.prefix.state in {"known", "absent"}
	}
} else := finding

# METADATA
# description: a finding with the corrected policy of a key, where all that it would name is known
with_key(finding, own, log_groups, flow_logs) := object.union(finding, {"corrected": key(own, log_groups, flow_logs)}) if {
	is_told(own)
	every flow_log in flow_logs { is_told(flow_log.own) }
} else := finding

# METADATA
# scope: document
# description: are partition, region and account known, as literals or references
is_told(own) if {
	own.partition != ""
	own.region != ""
	own.account != ""
}
