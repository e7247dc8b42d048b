package flowgate.rules.change_shortens_retention_test

import data.flowgate.rules.change_shortens_retention as rule
import data.flowgate.testing as models

import future.keywords.not

verdict_of(before, after) := verdict if {
	changed := models.change({"action": "update", "retention": before, "retention_after": after})
	verdict := rule.verdict with input as models.model({"changes": [changed]})
}

test_change_shortens_retention[note] if {
	some note, case in cases
	models.says(verdict_of(case.before, case.after)) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

cases := {
	"fewer days": {
		"before": models.known(365), "after": models.known(30),
		"says": ["fail shortened: the plan shortens the retention of the log group from 365 days to 30 days, so older records are deleted"],
	},
	"more days": {"before": models.known(30), "after": models.known(365), "says": []},
	"as many days": {"before": models.known(30), "after": models.known(30), "says": []},
	"0 days are for ever, which is longer": {"before": models.known(30), "after": models.known(0), "says": []},
	"no retention is for ever, which is longer": {"before": models.known(30), "after": models.absent, "says": []},
	"from for ever to some days": {
		"before": models.known(0), "after": models.known(3653),
		"says": ["fail shortened: the plan shortens the retention of the log group from for ever to 3653 days, so older records are deleted"],
	},
	"from none to some days": {
		"before": models.absent, "after": models.known(30),
		"says": ["fail shortened: the plan shortens the retention of the log group from for ever to 30 days, so older records are deleted"],
	},
	"to what is not known": {
		"before": models.known(30), "after": models.unknown,
		"says": ["undecided unknown: the plan changes the log group, which keeps records for 30 days, and its new retention is not known (${var.x})"],
	},
	"from for ever to a wrong type": {
		"before": models.known(0), "after": models.wrong_type,
		"says": ["undecided unknown: the plan changes the log group, which keeps records for ever, and its new retention is not known ([])"],
	},
	"to the shortest that there is": {
		"before": models.known(3), "after": models.known(1),
		"says": ["fail shortened: the plan shortens the retention of the log group from 3 days to 1 day, so older records are deleted"],
	},
	"two days may become one": {
		"before": models.known(2), "after": models.unknown,
		"says": ["undecided unknown: the plan changes the log group, which keeps records for 2 days, and its new retention is not known (${var.x})"],
	},
	"nothing is shorter than one day": {"before": models.known(1), "after": models.unknown, "says": []},
}

test_a_log_group_that_is_deleted_is_another_rules if {
	verdict := rule.verdict with input as models.model({"changes": [models.change({"retention_after": models.known(1)})]})
	[verdict.judged, verdict.findings] == [0, []]
}

test_only_log_groups_have_a_retention if {
	changes := [models.change({"action": "update", "kind": kind}) | some kind in ["log-group", "bucket", "flow-log"]]
	verdict := rule.verdict with input as models.model({"changes": changes})
	verdict.judged == 1
}

test_the_finding_says_what_to_do if {
	some finding in verdict_of(models.known(365), models.known(30)).findings
	[finding.address, finding.related, finding.fix] == [
		"aws_cloudwatch_log_group.this",
		[{"source": 0, "address": "aws_flow_log.this"}],
		"keep 365 days, or export what is older than 30 days first",
	]
}
