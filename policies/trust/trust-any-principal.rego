# METADATA
# title: Anybody may assume the role
# description: >-
#   A principal of * stands for every account and service there is, and NotPrincipal for all but a few. A
#   condition beside it does not excuse it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: false
#   causes:
#     any-principal: a principal is a wildcard
#     negated-principal: NotPrincipal in a statement that allows
#     trust-unread: the trust document cannot be read
#   help: >-
#     Trust the service vpc-flow-logs.amazonaws.com and nobody else.
#   controls: []
package flowgate.rules.trust_any_principal

import data.flowgate.iam.trust
import data.flowgate.subject
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(subject.roles), findings) if input.version == 1

findings := array.flatten([
	trust.unread("trust-unread"),
	trust.of_cases(anybody),
	trust.of_cases(everybody_else),
])

anybody := {case: about |
	some case in trust.cases
	some statement in trust.statements(case, "Allow")
	some principal in statement.principals
	trust.anybody(principal)
	about := {
		"verdict": "fail",
		"cause": "any-principal",
		"message": "the trust policy lets anybody assume the role (principal *), where only the flow-logs service should",
		"fix": $"replace the principal * by the service {trust.service}",
	}
}

everybody_else := {case: about |
	some case in trust.cases
	some statement in trust.statements(case, "Allow")
	count(statement.not_principals) > 0
	about := {
		"verdict": "fail",
		"cause": "negated-principal",
		"message": "the trust policy lets everybody but a few assume the role (NotPrincipal), where only the flow-logs service should",
		"fix": $"replace NotPrincipal by Principal with the service {trust.service}",
	}
}
