package flowgate.period_test

import data.flowgate.period
import data.flowgate.testing as models

test_the_periods_are_those_of_cloudwatch_logs if {
	sort(period.accepted) == [
		1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
	]
}

# The shortest accepted period of at least so many days.
cases := {
	"no days at all": {"days": 0, "is": 1},
	"fewer than none": {"days": -5, "is": 1},
	"an accepted period is its own": {"days": 30, "is": 30},
	"one day more takes the next": {"days": 31, "is": 60},
	"a part of a day takes the next": {"days": 0.5, "is": 1},
	"the longest is its own": {"days": 3653, "is": 3653},
	"beyond the longest there is only the longest": {"days": 3654, "is": 3653},
}

test_at_least[note] if {
	some note, case in cases
	period.at_least(case.days) == case.is
}

# What is said of a log group's retention.
retentions := {
	"a number can be compared": {"group": {"retention": models.known(7)}, "says": []},
	"zero can be compared": {"group": {"retention": models.known(0)}, "says": []},
	"none is another rule's": {"group": {"retention": models.absent}, "says": []},
	"one that is not known": {
		"group": {"retention": models.unknown},
		"says": [["undecided", "u", "the retention of the log group is not known before apply (${var.x})"]],
	},
	"one that is no number": {
		"group": {"retention": models.wrong_type},
		"says": [["undecided", "w", "the retention of the log group is not a number ([])"]],
	},
	"the source does not say what it is": {
		"group": {"retention": {"state": "unknown"}},
		"says": [["undecided", "u", "the retention of the log group is not known before apply"]],
	},
	"a log group that no flow log writes to is nobody's business": {
		"group": {"retention": models.unknown, "flow_logs": []},
		"says": [],
	},
}

test_unreadable[note] if {
	some note, case in retentions
	findings := period.unreadable("u", "w") with input as models.model({"log_groups": [models.log_group(case.group)]})
	[[finding.verdict, finding.cause, finding.message] | some finding in findings] == case.says
}

test_unreadable_leads_to_the_log_group_and_its_flow_logs if {
	model := models.model({"log_groups": [models.log_group({"retention": models.unknown})]})
	findings := period.unreadable("u", "w") with input as model
	[object.filter(finding, ["source", "address", "related", "fix"]) | some finding in findings] == [{
		"source": 0,
		"address": "aws_cloudwatch_log_group.this",
		"related": [{"source": 0, "address": "aws_flow_log.this"}],
		"fix": "write retention_in_days as a plain number of days",
	}]
}
