# METADATA
# title: where the files of a flow log lie
# description: The folders and files that the service makes in a bucket. `*` stands for what changes.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-path.html
package flowgate.layout

import future.keywords.not

# METADATA
# scope: document
# description: do the folders lead to those expected; down to the files, or on the way there
fits(folders, expected, true) if {
	count(folders) == count(expected)
	every at, folder in folders { _is_folder(folder, expected[at]) }
}

fits(folders, expected, false) if {
	every at, folder in folders { _is_folder(folder, expected[at]) }
}

_is_folder(folder, expected) if folder == expected

_is_folder("*", expected) if not contains(expected, "=")

_is_folder(folder, "*") if not contains(folder, "=")

_is_folder(folder, expected) if {
	[key, "*"] = split(expected, "=")
	startswith(folder, $"{key}=")
}

_is_folder(folder, expected) if {
	[key, "*"] = split(folder, "=")
	startswith(expected, $"{key}=")
}

# METADATA
# description: the folders that all files of a flow log are below
root(flow_log) := array.concat(
	[folder | some folder in split(object.get(flow_log.prefix, "value", ""), "/"); folder != ""],
	["AWSLogs"],
)

# METADATA
# description: the folders of the files themselves
path(flow_log, hive, hourly) := array.flatten([
	root(flow_log),
	_layouts[hive],
	[folder | hourly; folder := {true: "hour=*", false: "*"}[hive]],
])

# METADATA
# description: |
#   the folders that name the flow log's account and region: where each stands in the path, and what it is called: ""
#   where nobody knows, a reference where only Terraform does
homes(flow_log, hive) := [
	_home(root_length, "account", flow_log.own.account, {true: "aws-account-id=", false: ""}[hive]),
	_home(root_length + 2, "region", flow_log.own.region, {true: "aws-region=", false: ""}[hive]),
] if {
	root_length := count(root(flow_log))
}

_home(at, of, name, key) := {"at": at, "of": of, "folder": folder} if {
	name != ""
	folder := $"{key}{name}"
} else := {"at": at, "of": of, "folder": ""}

# METADATA
# description: the folders that a table looks in for an account or a region; none where it looks in any
looks_in(path, home) := listed if {
	listed := path.listed[home.at]
	count(listed) > 0
} else := [folder |
	folder := path.folders[home.at]
	not endswith(folder, "*")
]

# METADATA
# scope: document
# description: |
#   is the folder of the account or region one of those; the one account that a configuration names, beside a reference to
#   the own, is the own
is_among(home, listed) if home.folder in listed

is_among(home, [folder]) if {
	home.of == "account"
	is_reference(home.folder)
	not is_reference(folder)
}

# METADATA
# scope: document
# description: is the folder known to Terraform alone
is_reference("")

is_reference(folder) if contains(folder, "${")

_layouts := {
	true: ["aws-account-id=*", "aws-service=vpcflowlogs", "aws-region=*", "year=*", "month=*", "day=*"],
	false: ["*", "vpcflowlogs", "*", "*", "*", "*"],
}

# METADATA
# description: may they be Hive-compatible, or not, or either
hives(flow_log) := _possible(flow_log.options.state, flow_log.options.hive)

# METADATA
# description: may there be one for each hour, or not, or either
hours(flow_log) := _possible(flow_log.options.state, flow_log.options.hourly)

_possible(state, flag) := {default_of(flag)} if {
	state != "unknown"
	flag.state in {"known", "absent"}
} else := {true, false}

# METADATA
# description: an option as AWS takes it where it is not given
default_of(flag) := object.get(flag, "value", false)

# METADATA
# description: which files the flow log writes; undefined where that is not known
format_of(flow_log) := {"plain-text": "text", "parquet": "parquet"}[object.get(flow_log.options.file_format, "value", "plain-text")] if {
	flow_log.options.state != "unknown"
	flow_log.options.file_format.state in {"known", "absent"}
}
