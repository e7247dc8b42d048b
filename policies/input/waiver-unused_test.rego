package flowgate.rules.waiver_unused_test

import data.flowgate.rules.waiver_unused as rule
import data.flowgate.testing as models
import data.flowgate.waiver

found(address, cause, source) := {
	"rule": "retention-too-short", "source": source, "address": address, "verdict": "fail", "cause": cause,
	"related": [], "message": "m", "fix": "f",
}

findings := [found("aws_cloudwatch_log_group.flow_logs", "too-short", 0), found("module.m[\"a.b\"].aws_cloudwatch_log_group.g", "unknown", 1)]

sources := [{"path": "net.tf.json"}, {"path": "app.tf.json"}]

waived(changes) := models.but(
	{"rule": "retention-too-short", "address": "aws_cloudwatch_log_group.flow_logs", "reason": "r", "until": "2026-12-01"},
	changes,
)

verdict_of(given) := rule.verdict_on(waiver.dated(given, "2026-11-21"), findings, findings, {"retention-invalid"}, sources)

test_waiver_unused[note] if {
	some note, case in cases
	verdict := verdict_of([waived(case.waiver)])
	[models.says(verdict), [finding.fix | some finding in verdict.findings]] == [case.says, case.fixes]
}

unused(address) := [concat("", ["fail unused: the waiver of retention-too-short for ", address, " matches no finding"])]

cases := {
	"a waiver of a finding is used": {"waiver": {}, "says": [], "fixes": []},
	"one that has run out is used too": {"waiver": {"until": "2025-01-01"}, "says": [], "fixes": []},
	"keys with dots and quotes are compared as they are": {
		"waiver": {"address": "module.m[\"a.b\"].aws_cloudwatch_log_group.g", "path": "app.tf.json"},
		"says": [],
		"fixes": [],
	},
	"a misspelt address is told the nearest": {
		"waiver": {"address": "aws_cloudwatch_log_group.flow-logs"},
		"says": unused("aws_cloudwatch_log_group.flow-logs"),
		"fixes": ["write the address aws_cloudwatch_log_group.flow_logs, where its rule finds something, or take the waiver out"],
	},
	"an address without its key is told the nearest": {
		"waiver": {"address": "module.m.aws_cloudwatch_log_group.g"},
		"says": unused("module.m.aws_cloudwatch_log_group.g"),
		"fixes": ["write the address module.m[\"a.b\"].aws_cloudwatch_log_group.g, where its rule finds something, or take the waiver out"],
	},
	"another cause": {
		"waiver": {"cause": "unknown"},
		"says": unused("aws_cloudwatch_log_group.flow_logs"),
		"fixes": ["write the cause too-short, which its rule finds there, or take the waiver out"],
	},
	"another path": {
		"waiver": {"path": "app.tf.json"},
		"says": unused("aws_cloudwatch_log_group.flow_logs"),
		"fixes": ["write the path net.tf.json, where its rule finds that, or take the waiver out"],
	},
	"a rule that finds nothing": {
		"waiver": {"rule": "retention-unset"},
		"says": ["fail unused: the waiver of retention-unset for aws_cloudwatch_log_group.flow_logs matches no finding"],
		"fixes": ["take the waiver out"],
	},
	"a rule that cannot be waived": {
		"waiver": {"rule": "retention-invalid"},
		"says": ["fail not-waivable: retention-invalid cannot be waived, so what it finds on aws_cloudwatch_log_group.flow_logs stands"],
		"fixes": ["take the waiver out, and correct what the rule finds"],
	},
}

test_waivers_of_one_address_are_one_subject if {
	verdict_of([waived({}), waived({"cause": "too-short"}), waived({"source": 0})]).judged == 2
}
