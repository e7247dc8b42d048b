package flowgate.iam.condition_test

import data.flowgate.iam.condition as judged
import data.flowgate.testing as models

equals(key, changes) := models.condition(models.but({"key": key, "values": [models.value({})]}, changes))

# What a condition is worth in the requests of the flow-logs service: [in a permission policy, in a trust policy].
cases := {
	"a positive operator on a key that is there": {
		"condition": equals("aws:securetransport", {"operator": "bool"}),
		"is": ["yes", "yes"],
	},
	"the service's session has no aws:SourceAccount, its AssumeRole has": {
		"condition": equals("aws:sourceaccount", {}),
		"is": ["no", "yes"],
	},
	"IfExists does not need the key": {
		"condition": equals("aws:sourceaccount", {"if_exists": true}),
		"is": ["yes", "yes"],
	},
	"ForAllValues does not need the key": {
		"condition": equals("aws:sourceaccount", {"quantifier": "forallvalues"}),
		"is": ["yes", "yes"],
	},
	"ForAnyValue needs the key, even negated": {
		"condition": equals("aws:sourceaccount", {"quantifier": "foranyvalue", "operator": "stringnotequals"}),
		"is": ["no", "no"],
	},
	"a negated operator holds without the key": {
		"condition": equals("aws:sourceaccount", {"operator": "stringnotequals"}),
		"is": ["yes", "no"],
	},
	"Null true asks that the key is not there": {
		"condition": equals("aws:sourceaccount", {"operator": "null", "values": [models.value({"text": "true"})]}),
		"is": ["yes", "no"],
	},
	"Null false asks that the key is there": {
		"condition": equals("aws:sourceaccount", {"operator": "null", "values": [models.value({"text": "False"})]}),
		"is": ["no", "yes"],
	},
	"Null of a reference is not known": {
		"condition": equals("aws:sourceaccount", {"operator": "null", "values": [models.value({"text": "${var.x}"})]}),
		"is": ["unknown", "unknown"],
	},
	"no value matches nothing": {
		"condition": equals("aws:securetransport", {"operator": "bool", "values": []}),
		"is": ["no", "no"],
	},
	"one value that matches is enough": {
		"condition": equals("aws:securetransport", {"values": [models.value({"own": "no"}), models.value({})]}),
		"is": ["yes", "yes"],
	},
	"a value that matches some of the own flow logs is not known": {
		"condition": equals("aws:securetransport", {"values": [models.value({"own": "some"})]}),
		"is": ["unknown", "unknown"],
	},
	"a negated value that is not known is not known": {
		"condition": equals("aws:securetransport", {
			"operator": "stringnotlike",
			"values": [models.value({"own": "unknown"})],
		}),
		"is": ["unknown", "unknown"],
	},
	"a key that nobody knows of": {
		"condition": equals("aws:principaltag/x", {}),
		"is": ["unknown", "unknown"],
	},
	"a key that nobody knows of, where both answers agree": {
		"condition": equals("aws:principaltag/x", {"if_exists": true}),
		"is": ["yes", "yes"],
	},
	"an operator that nobody knows of": {
		"condition": equals("aws:securetransport", {"operator": "stringsounds"}),
		"is": ["unknown", "unknown"],
	},
	"an operator that nobody knows of on a key that is not there": {
		"condition": equals("sts:externalid", {"operator": "stringsounds"}),
		"is": ["unknown", "unknown"],
	},
}

test_condition[note] if {
	some note, case in cases
	[judged.of_one(case.condition, "permission"), judged.of_one(case.condition, "trust")] == case.is
}

test_a_statement_holds_where_each_condition_does if {
	judged.holds(models.statement({"conditions": []}), "permission") == "yes"
	yes := equals("aws:securetransport", {})
	judged.holds(models.statement({"conditions": [yes]}), "permission") == "yes"
	no := equals("aws:sourceaccount", {})
	judged.holds(models.statement({"conditions": [yes, no]}), "permission") == "no"
	judged.holds(models.statement({"conditions": [yes], "unknown": ["condition"]}), "permission") == "unknown"
}

# Whether a request carries a key, told by what Null asks for.
carried := {
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
		"aws:principaltag/team": "unknown",
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
		"aws:requestedregion": "unknown",
	},
	"object": {
		"aws:securetransport": "present",
		"aws:principalisawsservice": "present",
		"aws:principalservicename": "present",
		"aws:principalorgid": "absent",
		"aws:principalorgpaths": "absent",
		"aws:calledvia": "absent",
		"sts:externalid": "absent",
		"aws:sourceaccount": "present",
		"aws:sourcearn": "present",
		"aws:sourceorgid": "present",
		"aws:sourceorgpaths": "present",
		"aws:resourceaccount": "present",
		"s3:resourceaccount": "present",
		"aws:requestedregion": "present",
		"s3:x-amz-acl": "present",
		"s3:tlsversion": "present",
	},
	"bucket": {"aws:sourceaccount": "present", "s3:x-amz-acl": "absent", "s3:tlsversion": "present"},
	"bucket-key": {
		"aws:sourceaccount": "present",
		"kms:encryptioncontext:aws:s3:arn": "present",
		"kms:encryptioncontext:aws:logs:arn": "absent",
	},
	"log-group-key": {
		"aws:sourceaccount": "unknown",
		"aws:principalisawsservice": "present",
		"kms:encryptioncontext:aws:logs:arn": "present",
		"kms:encryptioncontext:aws:s3:arn": "absent",
	},
	"plain": {"aws:securetransport": "present", "s3:tlsversion": "absent", "aws:sourceaccount": "unknown"},
}

test_keys_of_a_request[note] if {
	some request, keys in carried
	some key, state in keys
	note := $"{request}: {key}"
	condition := equals(key, {"operator": "null", "values": [models.value({"text": "true"})]})
	judged.of_one(condition, request) == {"present": "no", "absent": "yes", "unknown": "unknown"}[state]
}

# What an operator answers where the request does not carry the key.
operators := {
	"yes": [
		"stringnotequals", "stringnotequalsignorecase", "stringnotlike", "arnnotequals", "arnnotlike",
		"notipaddress", "numericnotequals", "datenotequals",
	],
	"no": [
		"stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike", "ipaddress", "bool",
		"binaryequals", "numericequals", "numericlessthan", "numericlessthanequals", "numericgreaterthan",
		"numericgreaterthanequals", "dateequals", "datelessthan", "datelessthanequals", "dategreaterthan",
		"dategreaterthanequals",
	],
}

test_operators_without_their_key[note] if {
	some answer, names in operators
	some note in names
	judged.when_absent(equals("sts:externalid", {"operator": note})) == answer
}

test_operators_with_their_key[note] if {
	some answer, names in operators
	some note in names
	matched := judged.when_present(equals("aws:securetransport", {"operator": note}), "own")
	matched == {"yes": "no", "no": "yes"}[answer]
}

# A key with several values at a time needs a quantifier, and without one nobody knows what is compared.
test_a_key_of_several_values_needs_a_quantifier[key] if {
	some key in ["aws:sourceorgpaths", "aws:calledvia", "aws:principalorgpaths"]
	judged.when_present(equals(key, {}), "own") == "unknown"
	judged.when_present(equals(key, {}), "foreign") == "yes"
	judged.of_others(equals(key, {"operator": "stringnotequals"})) == "no"
}

test_to_except_one_account_lets_all_others_in if {
	judged.when_present(equals("aws:sourceaccount", {"operator": "stringnotequals"}), "foreign") == "yes"
}

# Whether a condition holds whoever else the service acts for.
for_others := {
	"Null false holds for all": {
		"condition": {"operator": "null", "values": [models.value({"text": "false"})]},
		"is": "yes",
	},
	"Null true holds for none": {
		"condition": {"operator": "null", "values": [models.value({"text": "true"})]},
		"is": "no",
	},
	"one account is not all": {"condition": {}, "is": "no"},
	"all but an account that is not the own": {
		"condition": {"operator": "stringnotequals", "values": [models.value({"foreign": "yes"})]},
		"is": "no",
	},
	"all but the own": {
		"condition": {"operator": "stringnotequals", "values": [models.value({"foreign": "no"})]},
		"is": "yes",
	},
	"all but one that is not known": {
		"condition": {"operator": "stringnotequals", "values": [models.value({"foreign": "unknown"})]},
		"is": "unknown",
	},
	"all organisations but the own": {
		"condition": {
			"key": "aws:sourceorgpaths", "quantifier": "forallvalues", "operator": "stringnotlike",
			"values": [models.value({"foreign": "no"})],
		},
		"is": "yes",
	},
	"an operator that nobody knows of": {
		"condition": {"operator": "stringsounds", "values": [models.value({"foreign": "no"})]},
		"is": "unknown",
	},
}

test_condition_for_others[note] if {
	some note, case in for_others
	judged.of_others(equals("aws:sourceaccount", case.condition)) == case.is
}
