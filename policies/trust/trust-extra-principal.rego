# METADATA
# title: Somebody other than the flow-logs service may assume the role
# description: >-
#   Each further principal may write records, and whatever else the role allows. Records that others can write
#   prove nothing.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: true
#   causes:
#     extra: another service, account, role, user or provider is trusted
#     trust-unread: the trust document cannot be read
#     principal-unknown: a principal is not known before apply
#   help: >-
#     Trust the service vpc-flow-logs.amazonaws.com and nobody else; for Firehose of another account, delivery.logs.amazonaws.com.
#   controls: []
package flowgate.rules.trust_extra_principal

import data.flowgate.evidence
import data.flowgate.iam.trust
import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

import future.keywords.not

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(subject.roles), findings) if input.version == 1

findings := array.flatten([
	trust.unread("trust-unread"),
	trust.of_cases(unknown),
	trust.of_cases(strangers),
])

unknown := {case: about |
	some case in trust.cases
	some statement in trust.statements(case, "Allow")
	trust.may_be_service(statement)
	about := {
		"verdict": "undecided",
		"cause": "principal-unknown",
		"message": "who may assume the role is not known before apply: a principal is a reference that cannot be followed",
		"fix": "write the principals literally",
	}
}

strangers := {case: about |
	some case in trust.cases
	not only_others(case)
	extra := sort({principal.id |
		some statement in trust.statements(case, "Allow")
		some principal in statement.principals
		stranger(principal, case)
	})
	first := extra[0]
	about := {
		"verdict": "fail",
		"cause": "extra",
		"message": $"the trust policy lets {phrase.quoted(extra)} assume the role, where only the {trust.service_name(case)} should",
		"fix": $"remove {phrase.quoted(extra)} from the trust policy",
		"evidence": evidence.whole(first),
	}
}

# Others in place of the service: trust-service-missing says so.
only_others(case) if {
	every statement in trust.statements(case, "Allow") { trust.concerns(statement, case) == "no" }
}

stranger(principal, case) if {
	principal.id != ""
	not may_be_right(principal)
	not trust.anybody(principal)
	not trust.right_service(principal, case)
}

may_be_right(principal) if {
	principal.known == false
	principal.kind == "service"
}
