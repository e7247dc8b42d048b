# METADATA
# title: what a condition means
# description: |
#   Whether a condition holds for the requests that the service makes: "permission" and "trust" with a role, "object",
#   "bucket", "bucket-key" and "log-group-key" of the policies of buckets and keys, "plain" for anybody's without TLS.
#   The model says what each value matches; polarity, quantifier, IfExists and the presence of keys are applied here.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
# schemas:
#   - input: schema["model.schema"]
package flowgate.iam.condition

import data.flowgate.iam.truth

# Which keys each request carries. A key that stands in neither list may or may not be there.
_carried := {
	"permission": {
		"aws:sourceaccount": "absent",
		"aws:sourcearn": "absent",
		"aws:calledvia": "absent",
		"sts:externalid": "absent",
		"aws:requestedregion": "present",
		"aws:principalaccount": "present",
		"aws:resourceaccount": "present",
		"aws:principalarn": "present",
		"aws:securetransport": "present",
	},
	"trust": {
		"aws:sourceaccount": "present",
		"aws:sourcearn": "present",
		"aws:sourceorgid": "present",
		"aws:sourceorgpaths": "present",
		"aws:securetransport": "present",
		"aws:principalisawsservice": "present",
		"aws:principalservicename": "present",
		"aws:principalorgid": "absent",
		"aws:principalorgpaths": "absent",
		"aws:calledvia": "absent",
		"sts:externalid": "absent",
	},
	"object": object.union(_delivered, {"s3:x-amz-acl": "present", "s3:tlsversion": "present"}),
	"bucket": object.union(_delivered, {"s3:x-amz-acl": "absent", "s3:tlsversion": "present"}),
	"bucket-key": object.union(_delivered, {
		"kms:encryptioncontext:aws:s3:arn": "present",
		"kms:encryptioncontext:aws:logs:arn": "absent",
	}),
	"log-group-key": object.union(_serviced, {
		"kms:encryptioncontext:aws:logs:arn": "present",
		"kms:encryptioncontext:aws:s3:arn": "absent",
	}),
	"plain": {"aws:securetransport": "present", "s3:tlsversion": "absent"},
}

# Requests that a service makes itself, with what policies of buckets and keys are read for.
_serviced := {
	"aws:securetransport": "present",
	"aws:principalisawsservice": "present",
	"aws:principalservicename": "present",
	"aws:principalorgid": "absent",
	"aws:principalorgpaths": "absent",
	"aws:calledvia": "absent",
	"sts:externalid": "absent",
}

# The delivery service says for whom it delivers.
_delivered := object.union(_serviced, {
	"aws:sourceaccount": "present",
	"aws:sourcearn": "present",
	"aws:sourceorgid": "present",
	"aws:sourceorgpaths": "present",
	"aws:resourceaccount": "present",
	"s3:resourceaccount": "present",
	"aws:requestedregion": "present",
})

_multivalued := {"aws:sourceorgpaths", "aws:calledvia", "aws:principalorgpaths"}

_negated := {
	"stringnotequals", "stringnotequalsignorecase", "stringnotlike", "arnnotequals", "arnnotlike",
	"notipaddress", "numericnotequals", "datenotequals",
}

_positive := {
	"stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike", "ipaddress", "bool",
	"binaryequals", "numericequals", "numericlessthan", "numericlessthanequals", "numericgreaterthan",
	"numericgreaterthanequals", "dateequals", "datelessthan", "datelessthanequals", "dategreaterthan",
	"dategreaterthanequals",
}

# METADATA
# description: do all conditions of a statement hold in a request for the own flow logs
holds(statement, request) := truth.conjunction(array.concat(
	[of_one(condition, request) | some condition in statement.conditions],
	["unknown" | some element in statement.unknown; element == "condition"],
))

# METADATA
# description: does one condition hold in a request for the own flow logs
of_one(condition, request) := _of_presence(
	condition,
	object.get(_carried[request], condition.key, "unknown"),
)

_of_presence(condition, "present") := when_present(condition, "own")

_of_presence(condition, "absent") := when_absent(condition)

_of_presence(condition, "unknown") := agreed if {
	agreed := when_absent(condition)
	agreed == when_present(condition, "own")
} else := "unknown"

# METADATA
# description: does the condition hold where the request does not carry its key
when_absent(condition) := _null(condition, "true") if {
	condition.operator == "null"
} else := "yes" if {
	condition.if_exists
} else := "yes" if {
	condition.quantifier == "forallvalues"
} else := "no" if {
	condition.quantifier == "foranyvalue"
} else := "yes" if {
	condition.operator in _negated
} else := "no" if {
	condition.operator in _positive
} else := "unknown"

# METADATA
# description: |
#   does the condition hold where the request carries its key, with the value of the "own" flow logs or of a
#   "foreign" account or resource
when_present(condition, who) := _null(condition, "false") if {
	condition.operator == "null"
} else := {"own": "unknown", "foreign": "yes"}[who] if {
	condition.key in _multivalued
	condition.quantifier == ""
} else := _matches(condition, who) if {
	condition.operator in _positive
} else := _lets_in(condition, who) if {
	condition.operator in _negated
} else := "unknown"

# METADATA
# description: does the condition hold whoever else the service acts for, where the request carries its key
of_others(condition) := _null(condition, "false") if {
	condition.operator == "null"
} else := "no" if {
	condition.operator in _positive
} else := "no" if {
	condition.key in _multivalued
	condition.quantifier == ""
} else := truth.negation(_matches(condition, "foreign")) if {
	condition.operator in _negated
} else := "unknown"

_null(condition, wanted) := truth.disjunction({answer |
	some value in condition.values
	answer := object.get(
		{"true": {"true": "yes", "false": "no"}, "false": {"true": "no", "false": "yes"}}[wanted],
		lower(value.text), "unknown",
	)
})

_matches(condition, who) := truth.disjunction({answer |
	some value in condition.values
	answer := object.get({"yes": "yes", "no": "no"}, value[who], "unknown")
})

# To except one account or resource still lets all others in.
_lets_in(condition, "own") := truth.negation(_matches(condition, "own"))

_lets_in(_, "foreign") := "yes"
