# METADATA
# title: for whom the service may use a role
# description: |
#   The conditions of a trust document that keep out a service which acts for somebody else, in a statement that
#   allows or in one that denies.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
package flowgate.iam.guard

import data.flowgate.iam.condition
import data.flowgate.iam.trust
import data.flowgate.iam.truth

import future.keywords.not

_guarding := {"aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths"}

# METADATA
# description: the conditions of a statement that say for whom the service may act
of_statement(statement) := [each | some each in statement.conditions; each.key in _guarding]

# METADATA
# description: the conditions of a statement about anything else
other_conditions(statement) := [each | some each in statement.conditions; not each.key in _guarding]

# METADATA
# description: do the guards of an Allow let the service in for the own flow logs (yes, no, unknown)
admits_own(statement) := truth.conjunction([condition.of_one(each, "trust") | some each in of_statement(statement)])

# METADATA
# description: does an Allow keep out a service that acts for somebody else (yes, no, unknown)
restricts(statement) := "yes" if {
	some each in of_statement(statement)
	condition.when_present(each, "foreign") == "no"
	_demanded(each.key, statement)
} else := "unknown" if {
	some each in of_statement(statement)
	condition.when_present(each, "foreign") == "unknown"
	_demanded(each.key, statement)
} else := "unknown" if {
	some each in of_statement(statement)
	condition.when_absent(each) == "unknown"
} else := "unknown" if {
	"condition" in statement.unknown
} else := "no"

# A request without the key is let out: by the condition itself, or by another about the same key.
_demanded(key, statement) if {
	some each in statement.conditions
	each.key == key
	condition.when_absent(each) == "no"
}

# METADATA
# description: the Deny statements that are, or may be, to keep out a service that acts for somebody else
denials(case) := [statement |
	some statement in trust.statements(case, "Deny")
	count(of_statement(statement)) > 0
	not _applies(statement, case) == "no"
]

# METADATA
# description: does a guarding Deny keep out the own flow logs (yes, no, unknown)
refuses_own(statement, case) := truth.conjunction([
	_applies(statement, case),
	condition.holds(statement, "trust"),
])

# METADATA
# description: does a Deny of the role keep out every service that acts for somebody else (yes, no, unknown)
denied_to_others(case) := truth.disjunction([_denies_others(statement, case) | some statement in denials(case)])

_denies_others(statement, case) := truth.conjunction(array.flatten([
	_applies(statement, case),
	[condition.of_others(each) | some each in of_statement(statement)],
	[condition.when_absent(each) | some each in of_statement(statement)],
	[condition.of_one(each, "trust") | some each in other_conditions(statement)],
	["unknown" | some element in statement.unknown; element == "condition"],
]))

_applies(statement, case) := truth.conjunction([trust.concerns(statement, case), trust.assumes(statement)])

# METADATA
# scope: document
# description: may a Deny with a condition that is not known keep out a service that acts for somebody else
may_deny_others(case) if {
	some statement in trust.statements(case, "Deny")
	"condition" in statement.unknown
	not _applies(statement, case) == "no"
}
