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
#     principal-unknown: a principal is not known before apply and may be a wildcard
#   help: >-
#     Trust the service vpc-flow-logs.amazonaws.com and nobody else; for Firehose of another account, delivery.logs.amazonaws.com.
#   controls: []
package flowgate.rules.trust_any_principal

import data.flowgate.iam.trust
import data.flowgate.subject
import data.flowgate.verdict as answer

import future.keywords.not

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(subject.roles), findings) if input.version == 1

findings := array.flatten([
	trust.unread("trust-unread"),
	trust.of_cases(anybody),
	trust.of_cases(everybody_else),
	trust.of_cases(perhaps_anybody),
])

anybody := {case: about |
	some case in trust.cases
	some statement in trust.statements(case, "Allow")
	some principal in statement.principals
	trust.anybody(principal)
	about := {
		"verdict": "fail",
		"cause": "any-principal",
		"message": $"the trust policy lets anybody assume the role (principal *), where only the {trust.service_name(case)} should",
		"fix": $"replace the principal * by the service {trust.service(case)}",
	}
}

everybody_else := {case: about |
	some case in trust.cases
	some statement in trust.statements(case, "Allow")
	count(statement.not_principals) > 0
	about := {
		"verdict": "fail",
		"cause": "negated-principal",
		"message": $"the trust policy lets everybody but a few assume the role (NotPrincipal), where only the {trust.service_name(case)} should",
		"fix": $"replace NotPrincipal by Principal with the service {trust.service(case)}",
	}
}

perhaps_anybody := {case: about |
	some case in trust.cases
	some statement in trust.statements(case, "Allow")
	may_be_anybody(statement)
	not case in object.keys(anybody)
	about := {
		"verdict": "undecided",
		"cause": "principal-unknown",
		"message": "whether the trust policy lets anybody assume the role is not known before apply: a principal is a reference that cannot be followed",
		"fix": "write the principals literally",
	}
}

may_be_anybody(statement) if "principal" in statement.unknown

# What starts or ends as an ARN does is no *.
may_be_anybody(statement) if {
	some principal in statement.principals
	principal.known == false
	startswith(principal.id, "${")
	not endswith(principal.id, ".arn}")
}
