package flowgate.rules.key_policy_denies_logs_test

import data.flowgate.rules.key_policy_denies_logs as rule
import data.flowgate.testing as models

# A key without a policy that could not be used with one either.
unfit := {
	"a disabled key": {"key": {"fitness": "disabled"}, "user": {}, "cause": "key-disabled"},
	"an asymmetric key": {"key": {"fitness": "asymmetric"}, "user": {}, "cause": "key-asymmetric"},
	"a key of another region": {"key": {}, "user": {"same_region": "no"}, "cause": "other-region"},
}

test_a_key_that_cannot_be_used_is_told_before_it_has_no_policy[note] if {
	some note, case in unfit
	users := [models.key_user(object.union(case.user, {"policies": []}))]
	verdict := rule.verdict with input as with_key(object.union(case.key, {"users": users}))
	[finding.cause | some finding in verdict.findings] == [case.cause]
}

test_a_disabled_key_that_nothing_uses_is_nobodys_business if {
	verdict := rule.verdict with input as with_key({"fitness": "disabled", "users": []})
	verdict.findings == []
}

test_the_key_of_a_log_group_is_to_let_in_cloudwatch_logs if {
	verdict := rule.verdict with input as object.union(keyed({}, []), {
		"log_groups": [models.log_group({"key": models.resolved})],
		"keys": [models.key({"users": [models.key_user({"log_group": 0, "bucket": -1, "service": "logs.eu-west-1.amazonaws.com", "policies": []})]})],
	})
	finding := verdict.findings[0]
	finding.related == [
		{"source": 0, "address": "aws_cloudwatch_log_group.this"},
		{"source": 0, "address": "aws_flow_log.this"},
	]
	finding.corrected.Statement[1].Condition == {"ArnEquals": {"kms:EncryptionContext:aws:logs:arn": [models.group_arn]}}
}
