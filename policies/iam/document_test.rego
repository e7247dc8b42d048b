package flowgate.iam.document_test

import data.flowgate.iam.document
import data.flowgate.testing as models

import future.keywords.not

own := {"partition": "aws-cn", "region": "cn-north-1", "account": "111122223333"}

finding := {"verdict": "fail", "cause": "because"}

test_a_permission_document_allows_delivery_to_the_group_and_no_more if {
	document.permission("arn:x") == {
		"Version": "2012-10-17",
		"Statement": [
			{
				"Sid": "WriteRecords",
				"Effect": "Allow",
				"Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
				"Resource": "arn:x:log-stream:*",
			},
			{
				"Sid": "DescribeStreams",
				"Effect": "Allow",
				"Action": "logs:DescribeLogStreams",
				"Resource": ["arn:x", "arn:x:*"],
			},
			{
				"Sid": "DescribeGroups",
				"Effect": "Allow",
				"Action": "logs:DescribeLogGroups",
				"Resource": "*",
			},
		],
	}
}

flow_logs_service := "vpc-flow-logs.amazonaws.com"

test_the_log_delivery_service_is_let_in_without_a_condition if {
	document.trust(own, "delivery.logs.amazonaws.com").Version == "2012-10-17"
	document.trust(own, "delivery.logs.amazonaws.com").Statement == [{
		"Sid": "LogDeliveryAssume",
		"Effect": "Allow",
		"Principal": {"Service": "delivery.logs.amazonaws.com"},
		"Action": "sts:AssumeRole",
	}]
}

test_a_trust_document_lets_in_the_service_for_the_own_account_in_the_own_partition if {
	document.trust(own, flow_logs_service) == {
		"Version": "2012-10-17",
		"Statement": [{
			"Sid": "VpcFlowLogsAssume",
			"Effect": "Allow",
			"Principal": {"Service": "vpc-flow-logs.amazonaws.com"},
			"Action": "sts:AssumeRole",
			"Condition": {
				"StringEquals": {"aws:SourceAccount": "111122223333"},
				"ArnLike": {"aws:SourceArn": "arn:aws-cn:ec2:cn-north-1:111122223333:vpc-flow-log/*"},
			},
		}],
	}
}

# Whether a finding carries the corrected permission document.
permission_cases := {
	"one log group is corrected": {"groups": {"arn:x"}, "corrected": ["arn:x:log-stream:*"]},
	"of two log groups none is chosen": {"groups": {"arn:x", "arn:y"}, "corrected": []},
	"without a log group there is nothing to correct": {"groups": set(), "corrected": []},
	"a log group whose ARN is not known is not corrected": {"groups": {""}, "corrected": []},
	"one that is not known beside one that is leaves both": {"groups": {"", "arn:x"}, "corrected": []},
}

test_corrected_permission[note] if {
	some note, case in permission_cases
	found := document.with_permission(finding, case.groups)
	[found.corrected.Statement[0].Resource | found.corrected] == case.corrected
	object.remove(found, ["corrected"]) == finding
}

# Whether a finding carries the corrected trust document.
trust_cases := {
	"all of the own account is known": {"own": own, "corrected": true},
	"the partition is not known": {"own": models.but(own, {"partition": ""}), "corrected": false},
	"the region is not known": {"own": models.but(own, {"region": ""}), "corrected": false},
	"the account is not known": {"own": models.but(own, {"account": ""}), "corrected": false},
}

test_corrected_trust[note] if {
	some note, case in trust_cases
	found := document.with_trust(finding, case.own, [flow_logs_service])
	[object.get(found, "corrected", {}) == document.trust(case.own, flow_logs_service), object.remove(found, ["corrected"])] == [
		case.corrected,
		finding,
	]
}

test_a_finding_that_is_not_corrected_has_no_empty_document if {
	not document.with_permission(finding, set()).corrected
	not document.with_trust(finding, models.but(own, {"account": ""}), [flow_logs_service]).corrected
}
