package flowgate.rules.delivery_policy_unattached_test

import data.flowgate.rules.delivery_policy_unattached as rule
import data.flowgate.testing as models

import future.keywords.not

test_delivery_policy_unattached[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

test_only_a_role_of_the_input_is_judged if {
	judged := {state: verdict.judged |
		some state, role in {"resolved": models.resolved, "external": models.external, "none": models.none}
		verdict := rule.verdict with input as models.model({"flow_logs": [models.flow_log({"role": role})]})
	}
	judged == {"resolved": 1, "external": 0, "none": 0}
}

test_the_role_of_a_log_group_lacks_the_right_to_write if {
	verdict := rule.verdict with input as models.model({"roles": [models.role({"permissions": []})]})
	verdict.findings[0].fix == "give aws_iam_role.this an aws_iam_role_policy that allows writing to the log group"
}

test_an_exclusive_list_is_to_name_what_it_takes_off if {
	permission := models.permission({"adopted": true, "detached_by": [{"source": 0, "address": "aws_iam_role_policies_exclusive.this"}]})
	verdict := rule.verdict with input as models.model({"roles": [models.role({"permissions": [permission]})]})
	verdict.findings[0].fix == "name aws_iam_role_policy.this in aws_iam_role_policies_exclusive.this"
	[each.address | some each in verdict.findings[0].related] == ["aws_iam_role_policies_exclusive.this", "aws_iam_role_policy.this", "aws_iam_role.this", "aws_cloudwatch_log_group.this"]
}

test_the_role_of_a_stream_lacks_the_right_to_take_on_the_other if {
	model := models.model({"flow_logs": [models.flow_log(models.across_accounts)], "roles": [models.role({"permissions": []})]})
	verdict := rule.verdict with input as model
	[[finding.cause, finding.fix] | some finding in verdict.findings] == [[
		"no-policy",
		"give aws_iam_role.this an aws_iam_role_policy that allows sts:AssumeRole on the role of the destination's account",
	]]
}

cases := {
	"an attached policy is right": {
		"model": models.model({}),
		"says": [],
	},
	"a policy that hangs on nothing grants nothing": {
		"model": models.model({"roles": [models.role({"permissions": [models.permission({"adopted": true})]})]}),
		"says": ["fail unattached: aws_iam_role_policy.this grants log delivery and is attached to nothing, so role aws_iam_role.this may not write records"],
	},
	"a policy that an exclusive list leaves out is taken off": {
		"model": models.model({"roles": [models.role({"permissions": [models.permission({"adopted": true, "detached_by": [
			{"source": 0, "address": "aws_iam_role_policies_exclusive.this"},
			{"source": 0, "address": "aws_iam_role_policies_exclusive.this"},
		]})]})]}),
		"says": ["fail unattached: aws_iam_role_policies_exclusive.this lists the only policies of role aws_iam_role.this without aws_iam_role_policy.this, and so takes it off: the role may not write records"],
	},
	"a role without policy may do nothing": {
		"model": models.model({"roles": [models.role({"permissions": []})], "loose_policies": [0]}),
		"says": ["fail no-policy: role aws_iam_role.this has no permission policy, so it may not write records"],
	},
	"a policy whose role cannot be told may be the role's": {
		"model": models.model({"roles": [models.role({"permissions": [models.permission({"adopted": true})]})], "sources": [models.source({"unplaced_permissions": [{"source": 0, "address": "aws_iam_role_policy.x"}]})]}),
		"says": ["undecided attachment-unknown: whether any policy is attached to the role cannot be told, because the role of aws_iam_role_policy.x is not known"],
	},
	"a managed policy outside the input is a policy": {
		"model": models.model({"roles": [models.role({"permissions": [], "foreign_policies": [{"source": 0, "address": "x", "given": "arn", "known": true}]})]}),
		"says": [],
	},
	"a role with a policy is right, whatever another one hangs on": {
		"model": models.model({"sources": [models.source({"unplaced_permissions": [{"source": 0, "address": "aws_iam_role_policy.x"}]})]}),
		"says": [],
	},
	"S3 needs no role, so no policy either": {
		"model": models.model({"flow_logs": [models.flow_log(models.but(models.to_bucket, {"role": models.resolved}))], "roles": [models.role({"permissions": []})]}),
		"says": [],
	},
	"a role outside the input is not judged": {
		"model": models.model({"flow_logs": [models.flow_log({"role": models.external})]}),
		"says": [],
	},
}
