package flowgate.testing

# METADATA
# description: changes that make the flow log write to a bucket of the input, without a role
to_bucket := {
	"destination_type": known("s3"),
	"destination": known("arn:aws:s3:::records"),
	"destination_service": "s3",
	"log_group": none,
	"log_group_arn": "",
	"destination_home": "none",
	"bucket": resolved,
	"role": none,
	"permissions": [],
}

# METADATA
# description: changes that make the flow log write to a delivery stream of the input, without a role
to_stream := but(to_bucket, {
	"destination_type": known("kinesis-data-firehose"),
	"destination": known("arn:aws:firehose:eu-west-1:111122223333:deliverystream/records"),
	"destination_service": "firehose",
	"bucket": none,
	"stream": resolved,
})

# METADATA
# description: the same for one of another account, with both roles
across_accounts := but(to_stream, {
	"role": resolved,
	"destination": known("arn:aws:firehose:eu-west-1:444455556666:deliverystream/records"),
	"destination_home": "other-account",
	"stream": external,
	"cross_account_role": external,
	"cross_account_role_name": known("AWSLogDeliveryFirehoseCrossAccountRole"),
	"permissions": [{"coverage": -1, "order": "after", "missing": []}],
})

delivery_stream(changes) := but(
	{
		"source": 0,
		"address": "aws_kinesis_firehose_delivery_stream.this",
		"exists": "yes",
		"name": known("records"),
		"arn": "arn:aws:firehose:eu-west-1:111122223333:deliverystream/records",
		"feed": "direct-put",
		"delivery_tag": known("true"),
		"flow_logs": [0],
	},
	changes,
)

# METADATA
# description: a table that is right for a bucket with the default layout and the default fields
table(changes) := but(
	{
		"source": 0,
		"address": "aws_glue_catalog_table.this",
		"exists": "yes",
		"bucket": 0,
		"flow_logs": [0],
		"projected": "yes",
		"path": table_path({}),
		"partition_keys": {"known": true, "names": ["account", "region_code", "day"]},
		"projections": ["account", "region_code", "day"],
		"columns": {"known": true, "names": [
			"version", "account_id", "interface_id", "srcaddr", "dstaddr", "srcport", "dstport", "protocol", "packets",
			"bytes", "start", "end", "action", "log_status",
		]},
		"file_format": "text",
	},
	changes,
)

table_path(changes) := but(
	{
		"state": "known",
		"whole": true,
		"folders": ["AWSLogs", "*", "vpcflowlogs", "*", "*", "*", "*"],
		"listed": [],
		"variables": ["account", "region_code", "day"],
		"unescaped": [],
		"given": "s3://records/AWSLogs/$${account}/vpcflowlogs/$${region_code}/$${day}/",
	},
	changes,
)
