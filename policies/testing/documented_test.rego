# METADATA
# title: the documented Terraform
# description: The published guide, as a model made by hand, gives the rules of the catalogue and no others.
package flowgate.testing.documented_test

import data.flowgate.testing as models

model := models.model({
	"flow_logs": [models.flow_log({
		"log_group_arn": "arn:${data.aws_partition.current.partition}:logs:eu-west-1:111122223333:log-group:/aws/vpc/vpc-flow-logs",
		"permissions": [{"coverage": 0, "order": "not-after", "missing": [{"source": 0, "address": "aws_iam_policy.this"}]}],
	})],
	"log_groups": [models.log_group({"retention": models.known(7)})],
	"roles": [models.role({"permissions": [models.permission({"adopted": true})]})],
	"policies": [models.policy({"address": "aws_iam_policy.this", "kind": "managed"})],
	"documents": [
		{"statements": [models.trusting({"conditions": []})]},
		{"statements": [models.statement({
			"actions": [
				"logs:createloggroup", "logs:createlogstream", "logs:putlogevents", "logs:describeloggroups",
				"logs:describelogstreams",
			],
			"covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"],
			"resources": [
				"arn:aws:logs:*:*:log-group:/aws/vpc/flow-logs*",
				"arn:aws:logs:*:*:log-stream:/aws/vpc/flow-logs*",
			],
		})]},
	],
	"coverages": [{"statements": [{
		"resources": [
			{"streams": "none", "group": "no", "reach": "other", "form": "wildcard-scope"},
			models.malformed,
		],
		"not_resources": [],
	}]}],
})

test_documented_terraform_breaks_seven_rules if {
	report := data.flowgate.report with input as model
	{[finding.rule, finding.cause] | some finding in report.findings} == {
		["delivery-not-granted", "other-log-group"],
		["delivery-not-granted", "malformed-arn"],
		["delivery-policy-unattached", "unattached"],
		["privilege-create-log-group", "create-log-group"],
		["privilege-wildcard-resource", "wildcard-scope"],
		["trust-confused-deputy", "unrestricted"],
		["retention-too-short", "too-short"],
		["delivery-race", "no-dependency"],
	}
	report.verdict == "fail"
	report.exit_code == 1
}

test_what_flow_logs_makes_breaks_none if {
	report := data.flowgate.report with input as models.model({})
	report.findings == []
	report.verdict == "pass"
	report.exit_code == 0
	count(report.rules) > 0
	every counted in report.rules { counted.fail + counted.undecided == 0 }
}
