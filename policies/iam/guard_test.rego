package flowgate.iam.guard_test

import data.flowgate.iam.guard as judged
import data.flowgate.testing as models

import future.keywords.not

account(changes) := models.condition(models.but({"values": [models.value({})]}, changes))

with_value(changes) := account({"values": [models.value(changes)]})

present := account({"operator": "null", "values": [models.value({"text": "false"})]})

absent := account({"operator": "null", "values": [models.value({"text": "true"})]})

tag := models.condition({"key": "aws:principaltag/x", "values": [models.value({"own": "unknown"})]})

transport := models.condition({"key": "aws:securetransport", "operator": "bool", "values": [models.value({})]})

external_id := models.condition({"key": "sts:externalid", "values": [models.value({})]})

paths(quantifier) := account({"key": "aws:sourceorgpaths", "quantifier": quantifier})

# The guards of an Allow: do they [let in the own flow logs, keep out others].
allows := {
	"without a condition everybody's flow logs come in": {"conditions": [], "is": ["yes", "no"]},
	"a condition about something else guards nothing": {"conditions": [transport], "is": ["yes", "no"]},
	"the own account": {"conditions": [account({})], "is": ["yes", "yes"]},
	"another account": {"conditions": [with_value({"own": "no"})], "is": ["no", "yes"]},
	"any account": {"conditions": [with_value({"foreign": "yes"})], "is": ["yes", "no"]},
	"no value lets in nobody": {"conditions": [account({"values": []})], "is": ["no", "yes"]},
	"one account too many": {
		"conditions": [account({"values": [models.value({}), models.value({"own": "no", "foreign": "yes"})]})],
		"is": ["yes", "no"],
	},
	"one condition of two is enough to keep others out": {
		"conditions": [account({}), account({"key": "aws:sourcearn", "values": [models.value({"foreign": "yes"})]})],
		"is": ["yes", "yes"],
	},
	"an account that is not known": {
		"conditions": [with_value({"own": "unknown", "foreign": "unknown"})],
		"is": ["unknown", "unknown"],
	},
	"one flow log of the own": {"conditions": [with_value({"own": "some"})], "is": ["unknown", "yes"]},
	"IfExists lets in who does not say for whom": {"conditions": [account({"if_exists": true})], "is": ["yes", "no"]},
	"IfExists, where another condition asks for the key": {
		"conditions": [account({"if_exists": true}), present],
		"is": ["yes", "yes"],
	},
	"IfExists, where another condition asks for another key": {
		"conditions": [account({"if_exists": true}), object.union(present, {"key": "aws:sourcearn"})],
		"is": ["yes", "no"],
	},
	"that the key is there says nothing of its value": {"conditions": [present], "is": ["yes", "no"]},
	"that the key is not there refuses the own, which carry it": {"conditions": [absent], "is": ["no", "no"]},
	"to except another account keeps out that one alone": {
		"conditions": [account({"operator": "stringnotequals", "values": [models.value({"own": "no"})]})],
		"is": ["yes", "no"],
	},
	"to except the own account": {"conditions": [account({"operator": "stringnotequals"})], "is": ["no", "no"]},
	"ForAllValues lets in who does not say for whom": {
		"conditions": [account({"quantifier": "forallvalues"})],
		"is": ["yes", "no"],
	},
	"several organisation paths need ForAnyValue": {"conditions": [paths("")], "is": ["unknown", "no"]},
	"ForAnyValue with organisation paths": {"conditions": [paths("foranyvalue")], "is": ["yes", "yes"]},
	"an operator that nobody knows of": {"conditions": [account({"operator": "stringsounds"})], "is": ["unknown", "unknown"]},
	"an operator that nobody knows of, with IfExists": {
		"conditions": [account({"operator": "stringsounds", "if_exists": true})],
		"is": ["unknown", "no"],
	},
}

test_allow[note] if {
	some note, case in allows
	statement := models.trusting({"conditions": case.conditions})
	[judged.admits_own(statement), judged.restricts(statement)] == case.is
}

test_a_condition_that_cannot_be_read_may_keep_others_out if {
	judged.restricts(models.trusting({"conditions": [], "unknown": ["condition"]})) == "unknown"
	judged.restricts(models.trusting({"unknown": ["condition"]})) == "yes"
	judged.restricts(models.trusting({"conditions": [], "unknown": ["action"]})) == "no"
}

test_guards_are_the_conditions_about_for_whom_the_service_acts if {
	keys := ["aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths"]
	others := ["aws:principaltag/x", "aws:sourceip", "sts:externalid"]
	statement := models.trusting({"conditions": [account({"key": key}) | some key in array.concat(others, keys)]})
	[each.key | some each in judged.of_statement(statement)] == keys
	[each.key | some each in judged.other_conditions(statement)] == others
}

denying(changes) := models.trusting(models.but(
	{"effect": "Deny", "conditions": [account({"operator": "stringnotequals"})]},
	changes,
))

# A Deny: [how many are guards], whether it refuses the own flow logs, and whether it keeps out all others.
denials := {
	"all but the own account": {"statement": denying({}), "is": [1, ["no"], "yes"]},
	"all but another account": {
		"statement": denying({"conditions": [account({"operator": "stringnotequals", "values": [models.value({"own": "no"})]})]}),
		"is": [1, ["yes"], "yes"],
	},
	"all but all accounts": {
		"statement": denying({"conditions": [account({"operator": "stringnotlike", "values": [models.value({"foreign": "yes"})]})]}),
		"is": [1, ["no"], "no"],
	},
	"all but an account that is not known": {
		"statement": denying({"conditions": [account({
			"operator": "stringnotequals",
			"values": [models.value({"own": "unknown", "foreign": "unknown"})],
		})]}),
		"is": [1, ["unknown"], "unknown"],
	},
	"the own account alone": {"statement": denying({"conditions": [account({})]}), "is": [1, ["yes"], "no"]},
	"IfExists denies who does not say for whom too": {
		"statement": denying({"conditions": [account({"operator": "stringnotequals", "if_exists": true})]}),
		"is": [1, ["no"], "yes"],
	},
	"only who says for whom is kept out": {
		"statement": denying({"conditions": [account({"operator": "stringnotequals"}), present]}),
		"is": [1, ["no"], "no"],
	},
	"a Deny for everybody": {
		"statement": denying({"principals": [{"kind": "*", "id": "*", "known": true}]}),
		"is": [1, ["no"], "yes"],
	},
	"a Deny for all but another service": {
		"statement": denying({"principals": [], "not_principals": [models.service("ec2.amazonaws.com")]}),
		"is": [1, ["no"], "yes"],
	},
	"a Deny for all but the service": {
		"statement": denying({"principals": [], "not_principals": [models.service("vpc-flow-logs.amazonaws.com")]}),
		"is": [0, [], "no"],
	},
	"a Deny for another service": {
		"statement": denying({"principals": [models.service("ec2.amazonaws.com")]}),
		"is": [0, [], "no"],
	},
	"a Deny of another action": {"statement": denying({"covers": []}), "is": [0, [], "no"]},
	"a Deny of an action that is not known": {
		"statement": denying({"covers": [], "unknown": ["action"]}),
		"is": [1, ["no"], "unknown"],
	},
	"a Deny of the own account and of an action that is not known": {
		"statement": denying({"conditions": [account({})], "covers": [], "unknown": ["action"]}),
		"is": [1, ["unknown"], "no"],
	},
	"a Deny for somebody who is not known": {
		"statement": denying({"principals": [], "unknown": ["principal"]}),
		"is": [1, ["no"], "unknown"],
	},
	"a Deny without a guard": {"statement": denying({"conditions": [transport]}), "is": [0, [], "no"]},
	"another condition that always holds": {
		"statement": denying({"conditions": [account({"operator": "stringnotequals"}), transport]}),
		"is": [1, ["no"], "yes"],
	},
	"another condition that may hold": {
		"statement": denying({"conditions": [account({"operator": "stringnotequals"}), tag]}),
		"is": [1, ["no"], "unknown"],
	},
	"another condition that never holds": {
		"statement": denying({"conditions": [account({"operator": "stringnotequals"}), external_id]}),
		"is": [1, ["no"], "no"],
	},
	"another condition that cannot be read": {
		"statement": denying({"unknown": ["condition"]}),
		"is": [1, ["no"], "unknown"],
	},
	"a Deny of the action, and of more that is not known": {
		"statement": denying({"unknown": ["action"]}),
		"is": [1, ["no"], "yes"],
	},
	"an Allow is no Deny": {"statement": models.trusting({}), "is": [0, [], "no"]},
}

own_case := [0, "cloudwatch"]

test_deny[note] if {
	some note, case in denials
	model := models.trusted_by([case.statement])
	guarding := judged.denials(own_case) with input as model
	refusals := [judged.refuses_own(statement, own_case) | some statement in guarding]
	denied := judged.denied_to_others(own_case) with input as model
	[count(guarding), refusals, denied] == case.is
}

test_one_deny_that_keeps_others_out_is_enough if {
	idle := denying({"conditions": [account({})]})
	denied := judged.denied_to_others(own_case) with input as models.trusted_by([idle, denying({})])
	denied == "yes"
}

test_without_a_trust_document_nothing_is_denied if {
	denied := judged.denied_to_others([-1, "cloudwatch"]) with input as models.model({})
	denied == "no"
	guarding := judged.denials([-1, "cloudwatch"]) with input as models.model({})
	guarding == []
}

# Whether a statement with a condition that is not known may keep others out.
may_deny := {
	"a Deny with a condition that is not known": {
		"statement": denying({"conditions": [], "unknown": ["condition"]}),
		"is": true,
	},
	"and for somebody who is not known": {
		"statement": denying({"conditions": [], "principals": [], "unknown": ["condition", "principal"]}),
		"is": true,
	},
	"and for another service": {
		"statement": denying({"conditions": [], "principals": [models.service("ec2.amazonaws.com")], "unknown": ["condition"]}),
		"is": false,
	},
	"and of another action": {"statement": denying({"covers": [], "unknown": ["condition"]}), "is": false},
	"an Allow with a condition that is not known": {"statement": models.trusting({"unknown": ["condition"]}), "is": false},
	"a Deny whose conditions are known": {"statement": denying({}), "is": false},
}

test_may_deny_others[note] if {
	some note, case in may_deny
	found := [true | judged.may_deny_others(own_case) with input as models.trusted_by([case.statement])]
	may := count(found) > 0
	may == case.is
}
