package flowgate.rules.table_layout_mismatch_test

import data.flowgate.rules.table_layout_mismatch as rule
import data.flowgate.testing as models

import future.keywords.not

test_table_layout_mismatch[note] if {
	some note, case in cases
	flow_log := models.flow_log(models.but(models.to_bucket, object.get(case, "flow_log", {})))
	model := models.model({
		"flow_logs": array.concat([flow_log], object.get(case, "beside", [])),
		"buckets": [{"source": 0, "address": "aws_s3_bucket.this"}],
		"tables": [models.table(object.get(case, "table", {}))],
	})
	verdict := rule.verdict with input as model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

path(changes) := {"path": models.table_path(changes)}

folders(names) := path({"folders": names})

options(changes) := {"options": models.but({"state": "given", "file_format": models.absent, "hive": models.absent, "hourly": models.absent}, changes)}

hive := ["AWSLogs", "aws-account-id=*", "aws-service=vpcflowlogs", "aws-region=*", "year=*", "month=*", "day=*"]

unprojected(names) := {
	"projected": "no", "projections": [], "partition_keys": {"known": true, "names": names},
	"path": models.table_path({"whole": false, "folders": ["AWSLogs"], "variables": [], "given": ""}),
}

doubt := ["undecided unknown: whether the table looks where the flow log writes is not known before apply (s3://records/AWSLogs/$${account}/vpcflowlogs/$${region_code}/$${day}/)"]

cases := {
	"a table that fits": {"says": []},
	"literal folders fit": {"table": folders(["AWSLogs", "111122223333", "vpcflowlogs", "eu-west-1", "*", "*", "*"]), "says": []},
	"a table of other logs in the bucket is nobody's": {
		"table": object.union(folders(["AWSLogs", "*", "CloudTrail"]), {"columns": {"known": true, "names": ["eventid"]}}),
		"says": [],
	},
	"a prefix that the flow log has not": {
		"table": folders(["net", "AWSLogs", "*", "vpcflowlogs", "*", "*", "*", "*"]),
		"says": ["fail prefix: the table looks below net/AWSLogs/*/vpcflowlogs/*/*/*/*/, where the flow log writes below AWSLogs/"],
	},
	"a prefix that the table has not": {
		"flow_log": {"prefix": models.known("net/flow")},
		"says": ["fail prefix: the table looks below AWSLogs/*/vpcflowlogs/*/*/*/*/, where the flow log writes below net/flow/AWSLogs/"],
	},
	"a prefix that both have": {
		"flow_log": {"prefix": models.known("net/flow")},
		"table": folders(["net", "flow", "AWSLogs", "*", "vpcflowlogs", "*", "*", "*", "*"]),
		"says": [],
	},
	"Hive-compatible folders where the flow log's are not": {
		"table": folders(hive),
		"says": ["fail hive: the table looks in AWSLogs/aws-account-id=*/aws-service=vpcflowlogs/aws-region=*/year=*/month=*/day=*/, where the flow log writes to AWSLogs/*/vpcflowlogs/*/*/*/*/: one of them is Hive-compatible, the other is not"],
	},
	"plain folders where the flow log's are Hive-compatible": {
		"flow_log": options({"hive": models.known(true)}),
		"says": ["fail hive: the table looks in AWSLogs/*/vpcflowlogs/*/*/*/*/, where the flow log writes to AWSLogs/aws-account-id=*/aws-service=vpcflowlogs/aws-region=*/year=*/month=*/day=*/: one of them is Hive-compatible, the other is not"],
	},
	"Hive-compatible folders that both have": {
		"flow_log": options({"hive": models.known(true), "hourly": models.known(true)}),
		"table": folders(array.concat(hive, ["hour=*"])),
		"says": [],
	},
	"hours that the table does not know": {
		"flow_log": options({"hourly": models.known(true)}),
		"says": ["fail hourly: the table looks in AWSLogs/*/vpcflowlogs/*/*/*/*/, where the flow log writes to AWSLogs/*/vpcflowlogs/*/*/*/*/*/: one of them has a folder for each hour, the other has not"],
	},
	"hours that the flow log does not have": {
		"table": folders(["AWSLogs", "*", "vpcflowlogs", "*", "*", "*", "*", "*"]),
		"says": ["fail hourly: the table looks in AWSLogs/*/vpcflowlogs/*/*/*/*/*/, where the flow log writes to AWSLogs/*/vpcflowlogs/*/*/*/*/: one of them has a folder for each hour, the other has not"],
	},
	"other folders altogether": {
		"table": folders(["AWSLogs", "vpcflowlogs", "*"]),
		"says": ["fail path: the table looks in AWSLogs/vpcflowlogs/*/, where the flow log writes to AWSLogs/*/vpcflowlogs/*/*/*/*/: the folders are others"],
	},
	"Parquet where the flow log writes text": {
		"table": {"file_format": "parquet"},
		"says": ["fail file-format: the table reads Parquet, where the flow log writes plain text"],
	},
	"text where the flow log writes Parquet": {
		"flow_log": options({"file_format": models.known("parquet")}),
		"says": ["fail file-format: the table reads plain text, where the flow log writes Parquet"],
	},
	"ORC": {
		"table": {"file_format": "other"},
		"says": ["fail file-format: the table reads something that is neither plain text nor Parquet, where the flow log writes plain text"],
	},
	"a partition key that is a column": {
		"table": {"partition_keys": {"known": true, "names": ["version"]}},
		"says": [`fail partition-keys: "version" is a partition key and a column, where each name may stand once`],
	},
	"a variable that is no partition key": {
		"table": {"partition_keys": {"known": true, "names": ["account", "day"]}},
		"says": [`fail partition-keys: the template has the variables "account", "day" and "region_code", the table the partition keys "account" and "day"`],
	},
	"a partition key that is not projected": {
		"table": {"projections": ["account", "day"]},
		"says": [`fail partition-keys: the partition keys "region_code" are not projected, where projection is on`],
	},
	"partitions that somebody else adds": {"table": unprojected(["day"]), "says": []},
	"partitions that are found by their folders": {
		"flow_log": options({"hive": models.known(true)}),
		"table": unprojected(["aws-account-id", "aws-service", "aws-region", "year", "month", "day"]),
		"says": [],
	},
	"partitions that are not found by their folders": {
		"flow_log": options({"hive": models.known(true)}),
		"table": unprojected(["year", "month", "day"]),
		"says": [`fail partition-keys: the table has the partition keys "year", "month" and "day", where the flow log's folders are "aws-account-id", "aws-service", "aws-region", "year", "month" and "day"`],
	},
	"columns that change places": {
		"table": {"columns": {"known": true, "names": ["version", "account_id", "interface_id", "dstaddr", "srcaddr", "srcport", "dstport", "protocol", "packets", "bytes", "start", "end", "action", "log_status"]}},
		"says": [`fail columns: the columns of the table are not the fields of the records: "dstaddr" and "srcaddr" stands in the place of another field`],
	},
	"columns of another number": {
		"flow_log": {"log_format": models.format({"state": "known", "fields": ["version", "srcaddr"]})},
		"says": ["fail columns: the columns of the table are not the fields of the records: there are 14 columns for 2 fields"],
	},
	"text columns may have names of their own": {
		"flow_log": {"log_format": models.format({"state": "known", "fields": ["srcaddr", "dstaddr"]})},
		"table": {"columns": {"known": true, "names": ["source", "destination"]}},
		"says": [],
	},
	"a Parquet column that no record has": {
		"flow_log": object.union(options({"file_format": models.known("parquet")}), {"log_format": models.format({"state": "known", "fields": ["srcaddr", "dstaddr"]})}),
		"table": {"file_format": "parquet", "columns": {"known": true, "names": ["srcaddr", "dstaddr", "sourceport"]}},
		"says": [`fail columns: the columns of the table are not the fields of the records: "sourceport" is in no record`],
	},
	"Parquet columns in any order": {
		"flow_log": object.union(options({"file_format": models.known("parquet")}), {"log_format": models.format({"state": "known", "fields": ["srcaddr", "dstaddr", "vpc-id"]})}),
		"table": {"file_format": "parquet", "columns": {"known": true, "names": ["vpc_id", "srcaddr"]}},
		"says": [],
	},
	"a variable with one dollar sign": {
		"table": path({"state": "unknown", "unescaped": ["account"], "folders": []}),
		"says": ["fail template-unescaped: the template writes account with one dollar sign, which Terraform reads as a reference"],
	},
	"a second flow log that the table is for": {
		"flow_log": {"prefix": models.known("other")},
		"table": {"flow_logs": [0, 1]},
		"beside": [models.flow_log(models.to_bucket)],
		"says": [],
	},
	"the folder of another account": {
		"table": folders(["AWSLogs", "999988887777", "vpcflowlogs", "eu-west-1", "*", "*", "*"]),
		"says": [`fail other-account: the table looks in the folder "999988887777" of the account, where the flow log writes to "111122223333"`],
	},
	"the folder of another region": {
		"table": folders(["AWSLogs", "*", "vpcflowlogs", "us-east-1", "*", "*", "*"]),
		"says": [`fail other-region: the table looks in the folder "us-east-1" of the region, where the flow log writes to "eu-west-1"`],
	},
	"the Hive-compatible folder of another region": {
		"flow_log": options({"hive": models.known(true)}),
		"table": folders(["AWSLogs", "aws-account-id=111122223333", "aws-service=vpcflowlogs", "aws-region=us-east-1", "year=*", "month=*", "day=*"]),
		"says": [`fail other-region: the table looks in the folder "aws-region=us-east-1" of the region, where the flow log writes to "aws-region=eu-west-1"`],
	},
	"a Hive-compatible folder for each service": {
		"flow_log": options({"hive": models.known(true)}),
		"table": folders(["AWSLogs", "aws-account-id=*", "aws-service=*", "aws-region=*", "year=*", "month=*", "day=*"]),
		"says": [],
	},
	"the folder of another region below a prefix": {
		"flow_log": {"prefix": models.known("net")},
		"table": folders(["net", "AWSLogs", "*", "vpcflowlogs", "us-east-1", "*", "*", "*"]),
		"says": [`fail other-region: the table looks in the folder "us-east-1" of the region, where the flow log writes to "eu-west-1"`],
	},
	"listed regions without the flow log's": {
		"table": path({"listed": [[], [], [], ["us-east-1", "us-west-2"], [], [], []]}),
		"says": [`fail other-region: the table looks in the folder "us-east-1" and "us-west-2" of the region, where the flow log writes to "eu-west-1"`],
	},
	"listed regions with the flow log's": {
		"table": path({"listed": [[], ["111122223333"], [], ["us-east-1", "eu-west-1"], [], [], []]}),
		"says": [],
	},
	"the folder of one region, where nobody knows the flow log's": {
		"flow_log": {"own": models.but(models.own, {"region": ""})},
		"table": folders(["AWSLogs", "*", "vpcflowlogs", "us-east-1", "*", "*", "*"]),
		"says": doubt,
	},
	"the one account that is named, where the flow log's is a reference": {
		"flow_log": {"own": models.but(models.own, {"account": "${data.aws_caller_identity.this.account_id}"})},
		"table": folders(["AWSLogs", "111122223333", "vpcflowlogs", "*", "*", "*", "*"]),
		"says": [],
	},
	"accounts, where the flow log's is a reference": {
		"flow_log": {"own": models.but(models.own, {"account": "${data.aws_caller_identity.this.account_id}"})},
		"table": path({"listed": [[], ["111122223333", "999988887777"], [], [], [], [], []]}),
		"says": doubt,
	},
	"the folder of the own account, as a reference": {
		"flow_log": {"own": models.but(models.own, {"account": "${data.aws_caller_identity.this.account_id}"})},
		"table": folders(["AWSLogs", "${data.aws_caller_identity.this.account_id}", "vpcflowlogs", "*", "*", "*", "*"]),
		"says": [],
	},
	"the folder of a region that is a reference, where the flow log's is known": {
		"table": folders(["AWSLogs", "*", "vpcflowlogs", "${data.aws_region.other.name}", "*", "*", "*"]),
		"says": doubt,
	},
	"the folder of every region, where nobody knows the flow log's": {
		"flow_log": {"own": models.but(models.own, {"region": ""})},
		"says": [],
	},
	"a prefix that is not known, of a table below another": {
		"flow_log": {"prefix": models.unknown},
		"table": folders(["net", "AWSLogs", "*", "vpcflowlogs", "*", "*", "*", "*"]),
		"says": doubt,
	},
	"a prefix that is not known, of a table of other folders": {
		"flow_log": {"prefix": models.unknown},
		"table": folders(["AWSLogs", "vpcflowlogs", "*"]),
		"says": doubt,
	},
	"a prefix that is not known, of a table of another region": {
		"flow_log": {"prefix": models.unknown},
		"table": folders(["AWSLogs", "*", "vpcflowlogs", "us-east-1", "*", "*", "*"]),
		"says": doubt,
	},
	"other folders below a prefix": {
		"flow_log": {"prefix": models.known("net")},
		"table": folders(["net", "AWSLogs", "vpcflowlogs", "*"]),
		"says": ["fail path: the table looks in net/AWSLogs/vpcflowlogs/*/, where the flow log writes to net/AWSLogs/*/vpcflowlogs/*/*/*/*/: the folders are others"],
	},
	"the own folders, where nobody knows whether they are Hive-compatible": {
		"flow_log": options({"hive": models.unknown}),
		"table": folders(["AWSLogs", "111122223333", "vpcflowlogs", "eu-west-1", "*", "*", "*"]),
		"says": doubt,
	},
	"a second flow log of which all is known": {
		"flow_log": {"prefix": models.unknown},
		"table": {"flow_logs": [0, 1]},
		"beside": [models.flow_log(models.to_bucket)],
		"says": [],
	},
	"a path that is not known": {"table": path({"state": "unknown", "folders": []}), "says": doubt},
	"a prefix that is not known": {"flow_log": {"prefix": models.unknown}, "says": doubt},
	"files that are not known": {"table": {"file_format": "unknown"}, "says": doubt},
	"options that are not known": {
		"flow_log": {"options": {"state": "unknown", "file_format": models.unknown, "hive": models.unknown, "hourly": models.unknown}},
		"says": doubt,
	},
	"an hourly setting of a wrong type": {"flow_log": options({"hourly": models.wrong_type}), "says": doubt},
	"columns that are not known": {"table": {"columns": {"known": false, "names": []}}, "says": doubt},
	"keys that are not known": {"table": {"partition_keys": {"known": false, "names": []}}, "says": doubt},
	"a format that is not known": {"flow_log": {"log_format": models.format({"state": "unknown", "given": ""})}, "says": doubt},
}
