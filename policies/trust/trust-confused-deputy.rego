# METADATA
# title: The flow-logs service may use the role for somebody else's account
# description: >-
#   The service acts for every AWS customer. Without aws:SourceAccount or aws:SourceArn, a stranger who knows
#   the role's ARN may have it used for flow logs of their own.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: true
#   causes:
#     unrestricted: no condition says for whom the service may act
#     trust-unread: the trust document cannot be read
#     condition-unknown: a principal, action or condition is not known before apply
#   help: >-
#     Add StringEquals aws:SourceAccount with your account and ArnLike aws:SourceArn with
#     arn:PARTITION:ec2:REGION:ACCOUNT:vpc-flow-log/*.
#   controls: []
package flowgate.rules.trust_confused_deputy

import data.flowgate.iam.guard
import data.flowgate.iam.trust
import data.flowgate.subject
import data.flowgate.verdict as answer

import future.keywords.not

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(subject.roles), findings) if input.version == 1

findings := array.concat(trust.unread("trust-unread"), trust.of_cases(abouts))

# For delivery.logs.amazonaws.com AWS documents no such condition, nor what its request would meet.
abouts := {case: about |
	some case in trust.cases
	case[1] != "firehose"
	about := about_case(case)
}

about_case(case) := {
	"verdict": "fail",
	"cause": "unrestricted",
	"message": "the flow-logs service may use the role on behalf of any AWS account: no condition on aws:SourceAccount or aws:SourceArn",
	"fix": "add StringEquals aws:SourceAccount and ArnLike aws:SourceArn with your own account to the trust policy",
} if {
	count(guard.denials(case)) == 0
	not guard.may_deny_others(case)
	some statement in unguarded(trust.letting_service_in(case))
	not "condition" in statement.unknown
} else := {
	"verdict": "undecided",
	"cause": "condition-unknown",
	"message": "whether the flow-logs service may use the role on behalf of any AWS account is not known before apply",
	"fix": "write principals, actions and conditions of the trust policy literally",
} if {
	count(guard.denials(case)) == 0
	letting := array.concat(trust.letting_service_in(case), trust.perhaps_letting_service_in(case))
	count(unguarded(letting)) > 0
}

unguarded(statements) := [statement | some statement in statements; count(guard.of_statement(statement)) == 0]
