package flowgate.layout_test

import data.flowgate.layout
import data.flowgate.testing as models

import future.keywords.not

plain := ["AWSLogs", "*", "vpcflowlogs", "*", "*", "*", "*"]

hive := ["AWSLogs", "aws-account-id=*", "aws-service=vpcflowlogs", "aws-region=*", "year=*", "month=*", "day=*"]

# Where a table looks, where the files lie, and whether it looks there: down to the files, and on the way there.
looks := {
	"the same folders": {"in": plain, "for": plain, "is": [true, true]},
	"the same Hive-compatible folders": {"in": hive, "for": hive, "is": [true, true]},
	"a folder on the way": {"in": ["AWSLogs"], "for": plain, "is": [false, true]},
	"nowhere yet": {"in": [], "for": plain, "is": [false, true]},
	"a folder too deep": {"in": array.concat(plain, ["*"]), "for": plain, "is": [false, false]},
	"another folder": {"in": ["Logs"], "for": plain, "is": [false, false]},
	"one of the accounts": {"in": ["AWSLogs", "111122223333"], "for": plain, "is": [false, true]},
	"one of the years": {"in": ["year=2026"], "for": ["year=*"], "is": [true, true]},
	"any of the years, of which there is one": {"in": ["year=*"], "for": ["year=2026"], "is": [true, true]},
	"a month for a year": {"in": ["month=01"], "for": ["year=*"], "is": [false, false]},
	"any month for a year": {"in": ["month=*"], "for": ["year=2026"], "is": [false, false]},
	"any folder, of which there is one": {"in": ["*"], "for": ["vpcflowlogs"], "is": [true, true]},
	"any folder that is not Hive-compatible": {"in": ["*"], "for": ["year=*"], "is": [false, false]},
	"a Hive-compatible folder among others": {"in": ["year=2026"], "for": ["*"], "is": [false, false]},
}

test_folders_fit[note] if {
	some note, case in looks
	answers := [fits(case["in"], case.for, whole) | some whole in [true, false]]
	answers == case.is
}

default fits(_, _, _) := false

fits(folders, expected, whole) if layout.fits(folders, expected, whole)

flow_log(changes) := models.bucket_flow_log(changes)

test_files_lie_below_the_prefix if {
	layout.root(flow_log({})) == ["AWSLogs"]
	layout.root(flow_log({"prefix": models.known("net/flow")})) == ["net", "flow", "AWSLogs"]
	layout.root(flow_log({"prefix": models.known("net//flow/")})) == ["net", "flow", "AWSLogs"]
}

test_each_layout_has_its_folders if {
	layout.path(flow_log({}), false, false) == plain
	layout.path(flow_log({}), false, true) == array.concat(plain, ["*"])
	layout.path(flow_log({}), true, false) == hive
	layout.path(flow_log({}), true, true) == array.concat(hive, ["hour=*"])
}

test_two_folders_say_whose_the_files_are if {
	layout.homes(flow_log({}), false) == [
		{"at": 1, "of": "account", "folder": "111122223333"},
		{"at": 3, "of": "region", "folder": "eu-west-1"},
	]
	layout.homes(flow_log({"prefix": models.known("net")}), true) == [
		{"at": 2, "of": "account", "folder": "aws-account-id=111122223333"},
		{"at": 4, "of": "region", "folder": "aws-region=eu-west-1"},
	]
	layout.homes(flow_log({"own": {"partition": "aws", "region": "", "account": ""}}), true) == [
		{"at": 1, "of": "account", "folder": ""},
		{"at": 3, "of": "region", "folder": ""},
	]
}

test_a_path_looks_in_the_folders_that_it_names_or_lists if {
	region := {"at": 1, "of": "region", "folder": "eu-west-1"}
	layout.looks_in({"folders": ["AWSLogs", "eu-west-1"], "listed": []}, region) == ["eu-west-1"]
	layout.looks_in({"folders": ["AWSLogs", "*"], "listed": []}, region) == []
	layout.looks_in({"folders": ["AWSLogs", "aws-region=*"], "listed": []}, region) == []
	layout.looks_in({"folders": ["AWSLogs", "*"], "listed": [[], ["eu-west-1"]]}, region) == ["eu-west-1"]
	layout.looks_in({"folders": ["AWSLogs", "eu-west-1"], "listed": [[], []]}, region) == ["eu-west-1"]
	layout.looks_in({"folders": ["AWSLogs"], "listed": []}, region) == []
}

test_a_reference_is_known_to_terraform_alone if {
	layout.is_reference("")
	layout.is_reference("aws-region=${data.aws_region.own.name}")
	not layout.is_reference("eu-west-1")
}

# What an option may be: where the block is not known, and where the flag is not.
options := {
	"no options": {"state": "absent", "flag": models.absent, "are": {false}},
	"an option that is on": {"state": "given", "flag": models.known(true), "are": {true}},
	"an option that is off": {"state": "given", "flag": models.known(false), "are": {false}},
	"options without this one": {"state": "given", "flag": models.absent, "are": {false}},
	"an option that is not known": {"state": "given", "flag": models.unknown, "are": {true, false}},
	"an option of a wrong type": {"state": "given", "flag": models.wrong_type, "are": {true, false}},
	"options that are not known": {"state": "unknown", "flag": models.absent, "are": {true, false}},
}

test_options[note] if {
	some note, case in options
	made := {name: flow_log({"options": {"state": case.state, "file_format": models.absent, "hive": models.absent, "hourly": models.absent, name: case.flag}}) |
		some name in ["hive", "hourly"]
	}
	[layout.hives(made.hive), layout.hours(made.hourly)] == [case.are, case.are]
}

formats := {
	"plain text where nothing is said": {"state": "absent", "format": models.absent, "is": ["text"]},
	"plain text": {"state": "given", "format": models.known("plain-text"), "is": ["text"]},
	"Parquet": {"state": "given", "format": models.known("parquet"), "is": ["parquet"]},
	"a format that there is not": {"state": "given", "format": models.known("orc"), "is": []},
	"a format that is not known": {"state": "given", "format": models.unknown, "is": []},
	"a format of a wrong type": {"state": "given", "format": models.wrong_type, "is": []},
	"options that are not known": {"state": "unknown", "format": models.absent, "is": []},
}

test_formats[note] if {
	some note, case in formats
	made := flow_log({"options": {"state": case.state, "file_format": case.format, "hive": models.absent, "hourly": models.absent}})
	[format | format := layout.format_of(made)] == case.is
}

test_the_one_account_that_is_named_is_the_own_where_that_is_a_reference if {
	own := {"at": 1, "of": "account", "folder": "${data.aws_caller_identity.c.account_id}"}
	layout.is_among(own, ["111122223333"])
	not layout.is_among(own, ["111122223333", "999988887777"])
	not layout.is_among(own, ["${data.aws_caller_identity.other.account_id}"])
	not layout.is_among(object.union(own, {"of": "region"}), ["eu-west-1"])
	not layout.is_among(object.union(own, {"folder": "111122223333"}), ["999988887777"])
}
