package flowgate.lacking_test

import data.flowgate.lacking

days := {
	"verdict": "undecided",
	"source": 0,
	"message": "the retention is not known before apply (${var.days})",
	"fix": "write it",
}

told(finding, open) := answer if {
	answer := lacking.told(finding) with input as {"lacking": open}
}

test_a_value_that_a_variable_leaves_open_names_the_variable if {
	answer := told(days, [{"source": 0, "name": "var.days", "variables": ["days"]}])
	answer.message == "the retention is not known (${var.days}): var.days has no value"
	answer.fix == "give var.days a default or a value in a .tfvars file, or judge the plan"
}

test_what_the_input_does_not_hold_is_named if {
	role := object.union(days, {"message": "what it may do cannot be seen, because the input does not hold the role (${try(aws_iam_role.r[0].arn, var.role)})"})
	answer := told(role, [
		{"source": 0, "name": "aws_iam_role.r", "variables": ["create"]},
		{"source": 0, "name": "var.role", "variables": ["role"]},
	])
	answer.message == "what it may do cannot be seen (${try(aws_iam_role.r[0].arn, var.role)}): var.create and var.role have no value"
	answer.fix == "give var.create and var.role a default or a value in a .tfvars file, or judge the plan"
}

test_another_name_another_source_and_a_failure_stay_as_they_are[name] if {
	some name, [finding, open] in {
		"longer name": [days, [{"source": 0, "name": "var.day", "variables": ["day"]}]],
		"end of another name": [
			object.union(days, {"message": "the retention is not known before apply (${module.var.days})"}),
			[{"source": 0, "name": "var.days", "variables": ["days"]}],
		],
		"other source": [days, [{"source": 1, "name": "var.days", "variables": ["days"]}]],
		"failure": [object.union(days, {"verdict": "fail"}), [{"source": 0, "name": "var.days", "variables": ["days"]}]],
		"no brackets": [object.union(days, {"message": "var.days"}), [{"source": 0, "name": "var.days", "variables": ["days"]}]],
		"none": [days, []],
	}
	told(finding, open) == finding
}
