# METADATA
# title: whom a statement names
# description: Whether Principal or NotPrincipal concern who makes a request.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
# schemas:
#   - input: schema["model.schema"]
package flowgate.iam.principal

import data.flowgate.iam.trust
import data.flowgate.iam.truth

import future.keywords.not

# METADATA
# description: |
#   does a statement of a bucket's or key's policy concern the service that it is read for, or everybody (yes, no,
#   unknown)
concerns(statement) := truth.negation(_named(statement.not_principals, statement)) if {
	count(statement.not_principals) > 0
} else := _named(statement.principals, statement)

_named(principals, statement) := truth.disjunction(array.concat(
	[_who(principal) | some principal in principals],
	["unknown" | some element in statement.unknown; element == "principal"],
))

_who(principal) := "yes" if {
	trust.anybody(principal)
} else := principal.own

# METADATA
# description: does the statement concern everybody, without exception (yes, no, unknown)
concerns_everybody(statement) := "no" if {
	count(statement.not_principals) > 0
} else := "yes" if {
	some principal in statement.principals
	trust.anybody(principal)
} else := "unknown" if {
	"unknown" in {_who(principal) | some principal in statement.principals}
} else := "unknown" if {
	"principal" in statement.unknown
} else := "no"

# METADATA
# scope: document
# description: |
#   does the statement name nobody, or somebody with an empty name? IAM, S3 and KMS refuse the whole document ("Policy
#   contains a statement with no principal"), whichever statement it is
is_empty(statement) if {
	count(statement.principals) + count(statement.not_principals) == 0
	not "principal" in statement.unknown
}

is_empty(statement) if {
	some principal in array.concat(statement.principals, statement.not_principals)
	principal.id == ""
}
