package flowgate.iam.storage_document_test

import data.flowgate.iam.storage_document
import data.flowgate.testing as models

flow_log := models.bucket_flow_log({})

other := models.bucket_flow_log({
	"prefix": models.known("lake"),
	"own": {"partition": "aws", "region": "us-east-1", "account": "999999999999"},
})

finding := {"cause": "any"}

test_a_bucket_lets_in_what_is_delivered_below_aws_logs_and_nothing_without_tls if {
	storage_document.bucket("arn:aws:s3:::records", [flow_log]) == {
		"Version": "2012-10-17",
		"Statement": [
			{
				"Sid": "AWSLogDeliveryWrite",
				"Effect": "Allow",
				"Principal": {"Service": "delivery.logs.amazonaws.com"},
				"Action": "s3:PutObject",
				"Resource": [
					"arn:aws:s3:::records/AWSLogs/111122223333/*",
					"arn:aws:s3:::records/AWSLogs/aws-account-id=111122223333/*",
				],
				"Condition": {
					"StringEquals": {"s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceAccount": "111122223333"},
					"ArnLike": {"aws:SourceArn": "arn:aws:logs:eu-west-1:111122223333:*"},
				},
			},
			{
				"Sid": "AWSLogDeliveryAclCheck",
				"Effect": "Allow",
				"Principal": {"Service": "delivery.logs.amazonaws.com"},
				"Action": ["s3:GetBucketAcl", "s3:ListBucket"],
				"Resource": "arn:aws:s3:::records",
				"Condition": {
					"StringEquals": {"aws:SourceAccount": "111122223333"},
					"ArnLike": {"aws:SourceArn": "arn:aws:logs:eu-west-1:111122223333:*"},
				},
			},
			{
				"Sid": "DenyInsecureTransport",
				"Effect": "Deny",
				"Principal": "*",
				"Action": "s3:*",
				"Resource": ["arn:aws:s3:::records", "arn:aws:s3:::records/*"],
				"Condition": {"Bool": {"aws:SecureTransport": "false"}},
			},
		],
	}
}

test_a_bucket_of_several_accounts_names_each if {
	written := storage_document.bucket("arn:aws:s3:::records", [flow_log, other]).Statement[0]
	written.Resource == [
		"arn:aws:s3:::records/AWSLogs/111122223333/*",
		"arn:aws:s3:::records/AWSLogs/aws-account-id=111122223333/*",
		"arn:aws:s3:::records/lake/AWSLogs/999999999999/*",
		"arn:aws:s3:::records/lake/AWSLogs/aws-account-id=999999999999/*",
	]
	written.Condition.StringEquals["aws:SourceAccount"] == ["111122223333", "999999999999"]
	written.Condition.ArnLike["aws:SourceArn"] == [
		"arn:aws:logs:eu-west-1:111122223333:*",
		"arn:aws:logs:us-east-1:999999999999:*",
	]
}

test_a_key_lets_in_its_account_and_the_services_that_use_it if {
	storage_document.key(models.own, [models.group_arn], [flow_log]) == {
		"Version": "2012-10-17",
		"Statement": [
			{
				"Sid": "AdministerThroughIam",
				"Effect": "Allow",
				"Principal": {"AWS": "arn:aws:iam::111122223333:root"},
				"Action": "kms:*",
				"Resource": "*",
			},
			{
				"Sid": "EncryptLogGroups",
				"Effect": "Allow",
				"Principal": {"Service": "logs.eu-west-1.amazonaws.com"},
				"Action": ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
				"Resource": "*",
				"Condition": {"ArnEquals": {"kms:EncryptionContext:aws:logs:arn": [models.group_arn]}},
			},
			{
				"Sid": "DeliverFlowLogs",
				"Effect": "Allow",
				"Principal": {"Service": "delivery.logs.amazonaws.com"},
				"Action": ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
				"Resource": "*",
				"Condition": {
					"StringEquals": {"aws:SourceAccount": "111122223333"},
					"ArnLike": {"aws:SourceArn": "arn:aws:logs:eu-west-1:111122223333:*"},
				},
			},
		],
	}
}

test_a_key_of_one_use_lets_in_one_service if {
	[each.Sid | some each in storage_document.key(models.own, [], [flow_log]).Statement] == ["AdministerThroughIam", "DeliverFlowLogs"]
	[each.Sid | some each in storage_document.key(models.own, [models.group_arn], []).Statement] == ["AdministerThroughIam", "EncryptLogGroups"]
}

test_a_bucket_policy_is_shown_with_a_prefix if {
	below := models.bucket_flow_log({"prefix": models.known("net")})
	storage_document.with_bucket(finding, "arn:aws:s3:::records", [below]).corrected.Version == "2012-10-17"
}

not_told := {"partition": "aws", "region": "eu-west-1", "account": ""}

test_nothing_is_shown_where_a_part_of_it_is_not_known[note] if {
	some note, flow_logs in {
		"no flow log": [],
		"the account is not known": [models.bucket_flow_log({"own": not_told})],
		"the prefix is not known": [models.bucket_flow_log({"prefix": models.unknown})],
	}
	storage_document.with_bucket(finding, "arn:aws:s3:::records", flow_logs) == finding
}

test_no_key_policy_is_shown_where_a_part_of_it_is_not_known[note] if {
	some note, case in {
		"the account of the key is not known": {"own": not_told, "flow_logs": []},
		"that of a flow log is not known": {"own": models.own, "flow_logs": [models.bucket_flow_log({"own": not_told})]},
	}
	storage_document.with_key(finding, case.own, [], case.flow_logs) == finding
}

test_own_text_is_told_where_each_part_is[note] if {
	some note, own in {
		"no partition": object.union(models.own, {"partition": ""}),
		"no region": object.union(models.own, {"region": ""}),
		"no account": not_told,
	}
	not storage_document.is_told(own)
}
