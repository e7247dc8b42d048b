package flowgate.iam.key_access_test

import data.flowgate.iam.key_access
import data.flowgate.testing as models

service := "logs.eu-west-1.amazonaws.com"

# A key that a log group is encrypted with, whose policy has these statements. Documents and coverages of other policies
# come first, so that one is not taken for the other.
encrypting(statements, reading) := object.union(models.storage({}), {
	"log_groups": [models.log_group({"key": models.resolved})],
	"keys": [models.key({"users": [user(reading)]})],
	"documents": [{"statements": []}, {"statements": []}, {"statements": [models.bare(each) | some each in statements]}],
	"target_coverages": [
		{"statements": []},
		{"statements": []},
		{"statements": []},
		{"statements": [models.covering([models.bucket_itself]) | some _ in statements]},
	],
})

user(reading) := models.key_user({"log_group": 0, "bucket": -1, "service": service, "policies": [reading]})

reading := models.reading(1, 2, 3)

case_of_reading := key_access.case_of(user(reading), reading)

using(changes) := models.using_key(object.union({"conditions": []}, changes))

needed := array.concat(key_access.core, key_access.rest)

but_for(action) := [each | some each in needed; each != action]

# What a statement that leaves out one action comes to: is [all of the core, all of the rest] allowed.
test_every_action_that_aws_asks_for_counts[action] if {
	some actions, expected in {key_access.core: ["no", "yes"], key_access.rest: ["yes", "no"]}
	some action in actions
	model := encrypting([using({"covers": but_for(action)})], reading)
	used := key_access.use[case_of_reading] with input as model
	fully := key_access.full_use[case_of_reading] with input as model
	[used, fully] == expected
}

test_aws_asks_for_six_actions if {
	sort(needed) == [
		"kms:decrypt", "kms:describekey", "kms:encrypt", "kms:generatedatakey", "kms:reencryptfrom",
		"kms:reencryptto",
	]
}

context(service_name) := models.condition({
	"operator": "null", "key": $"kms:encryptioncontext:aws:{service_name}:arn", "given": "Null",
	"values": [models.value({"text": "false"})],
})

test_the_key_of_a_log_group_is_asked_for_with_the_log_group if {
	for_logs := key_access.outcome(user(reading)) with input as encrypting([using({"conditions": [context("logs")]})], reading)
	for_buckets := key_access.outcome(user(reading)) with input as encrypting([using({"conditions": [context("s3")]})], reading)
	[for_logs, for_buckets] == ["passes", "fails"]
}

test_a_policy_refuses_where_it_surely_keeps_the_service_out if {
	model := encrypting([using({"covers": but_for("kms:decrypt")})], reading)
	faults := key_access.refused[case_of_reading] with input as model
	[[fault.kind, fault.action, fault.policy, fault.service] | some fault in faults] == [["inactive", "kms:Decrypt", 1, service]]
}

# Whether the policies of a key let the service in.
outcomes := {
	"all that is asked for": {"statement": using({}), "reading": reading, "is": "passes"},
	"what is surely needed alone": {"statement": using({"covers": key_access.core}), "reading": reading, "is": "unclear"},
	"the rest alone": {"statement": using({"covers": key_access.rest}), "reading": reading, "is": "fails"},
	"nothing": {"statement": using({"covers": []}), "reading": reading, "is": "fails"},
	"all, by a policy that may not be made": {"statement": using({}), "reading": models.unsure(reading), "is": "unclear"},
	"nothing, by a policy that may not be made": {
		"statement": using({"covers": []}),
		"reading": models.unsure(reading),
		"is": "unclear",
	},
	"all, under a condition that is not known": {
		"statement": using({"conditions": [models.some_condition]}),
		"reading": reading,
		"is": "unclear",
	},
}

test_outcome[note] if {
	some note, case in outcomes
	key_access.outcome(user(case.reading)) == case.is with input as encrypting([case.statement], case.reading)
}
