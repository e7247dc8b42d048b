package flowgate.rules.delivery_not_granted_test

import data.flowgate.rules.delivery_not_granted as rule
import data.flowgate.testing as models

test_finding_leads_to_policy_role_and_log_group if {
	verdict := rule.verdict with input as cases["another log group is not the flow log's own"].model
	[party.address | some party in verdict.findings[0].related] == [
		"aws_iam_role_policy.this",
		"aws_iam_role.this",
		"aws_cloudwatch_log_group.this",
	]
}

test_the_fix_of_a_condition_is_to_remove_it if {
	verdict := rule.verdict with input as cases["the service's session carries no aws:SourceAccount"].model
	verdict.findings[0].fix == "remove the condition from aws_iam_role_policy.this"
}

test_the_fix_of_a_wrong_resource_names_the_own_group if {
	verdict := rule.verdict with input as cases["another log group is not the flow log's own"].model
	verdict.findings[0].fix == concat("", ["allow the role to write to ", models.group_arn, ":log-stream:*, and to describe its streams"])
}

test_the_fix_names_what_the_source_says_where_no_arn_is_known if {
	model := models.model({
		"flow_logs": [models.flow_log({"log_group_arn": "", "log_group": models.but(models.external, {"given": "${data.g.arn}"})})],
		"coverages": [{"statements": [
			{"resources": [models.other_group], "not_resources": []},
			{"resources": [models.other_group], "not_resources": []},
			{"resources": [models.other_group], "not_resources": []},
		]}],
	})
	verdict := rule.verdict with input as model
	{finding.fix | some finding in verdict.findings} == {"allow the role to write to ${data.g.arn}:log-stream:*, and to describe its streams"}
}

test_a_finding_has_nothing_that_reports_do_not_know if {
	verdict := rule.verdict with input as cases["whether the streams alone are enough to describe them is not known"].model
	object.keys(verdict.findings[0]) == {"verdict", "cause", "source", "address", "related", "message", "fix"}
}

test_evidence_of_a_malformed_arn_begins_at_the_stream if {
	verdict := rule.verdict with input as cases["an ARN of no form grants nothing"].model
	verdict.findings[0].evidence == {"text": "arn:aws:logs:*:*:log-stream:x", "start": 17, "end": 29}
}

test_corrected_policy_names_the_own_group if {
	verdict := rule.verdict with input as cases["another log group is not the flow log's own"].model
	verdict.findings[0].corrected.Statement[0].Resource == concat("", [models.group_arn, ":log-stream:*"])
}

test_evidence_shows_where_the_other_group_is_named if {
	text := "arn:aws:logs:eu-west-1:111122223333:log-group:/other:*"
	statement := models.writing({
		"covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"],
		"resources": [text],
	})
	verdict := rule.verdict with input as models.permitting([statement], [[models.other_group]])
	verdict.findings[0].evidence == {"text": text, "start": 36, "end": 54}
}
