package flowgate.iam.access_test

import data.flowgate.iam.access
import data.flowgate.testing as models

put := access.deliveries[0]

acl := access.deliveries[1]

reading := models.reading(0, 1, 1)

objects := models.covering([models.every_object])

itself := models.covering([models.bucket_itself])

deny(changes) := models.putting(object.union({"effect": "Deny", "conditions": []}, changes))

without_account := models.condition({
	"operator": "null", "key": "aws:sourceaccount", "given": "Null aws:SourceAccount",
	"values": [models.value({"text": "true", "own": "unknown"})],
})

not_own_organisation := models.condition({
	"operator": "stringnotequals", "key": "aws:principalorgid", "given": "StringNotEquals aws:PrincipalOrgID",
	"values": [models.value({"text": "o-own", "own": "unknown"})],
})

not_a_service := models.condition({
	"operator": "bool", "if_exists": true, "key": "aws:principalisawsservice",
	"given": "BoolIfExists aws:PrincipalIsAWSService", "values": [models.value({"text": "false", "own": "no"})],
})

with_acl := models.condition({
	"operator": "stringequals", "key": "s3:x-amz-acl", "given": "StringEquals s3:x-amz-acl",
	"values": [models.value({"text": "bucket-owner-full-control"})],
})

cases := {
	"what AWS documents": {
		"statements": [models.putting({}), models.acl_reading({})],
		"covered": [objects, itself],
		"put": "yes", "acl": "yes",
	},
	"a statement for nobody, with which AWS refuses the others": {
		"statements": [models.putting({}), models.acl_reading({}), models.putting({"principals": []})],
		"covered": [objects, itself, objects],
		"put": "no", "acl": "no",
	},
	"no statement": {"statements": [], "covered": [], "put": "no", "acl": "no"},
	"a condition on the ACL holds for records alone": {
		"statements": [models.putting({"conditions": [with_acl], "covers": ["s3:putobject", "s3:getbucketacl"]})],
		"covered": [models.covering([models.bucket_itself, models.every_object])],
		"put": "yes", "acl": "no",
	},
	"a Deny of some of the records": {
		"statements": [models.putting({}), deny({})],
		"covered": [objects, models.covering([models.some_objects])],
		"put": "no", "acl": "no",
	},
	"a Deny of other records": {
		"statements": [models.putting({}), deny({})],
		"covered": [objects, models.covering([models.nothing])],
		"put": "yes", "acl": "no",
	},
	"a Deny of all but the records": {
		"statements": [models.putting({}), deny({})],
		"covered": [objects, {"resources": [], "not_resources": [models.every_object]}],
		"put": "yes", "acl": "no",
	},
	"a Deny of all but some of the records": {
		"statements": [models.putting({}), deny({})],
		"covered": [objects, {"resources": [], "not_resources": [models.some_objects]}],
		"put": "no", "acl": "no",
	},
	"a Deny that may reach the records": {
		"statements": [models.putting({}), deny({})],
		"covered": [objects, models.covering([models.unclear_reach])],
		"put": "unknown", "acl": "no",
	},
	"a Deny for all but the own organisation reaches services, too": {
		"statements": [models.putting({}), deny({"principals": [models.everybody], "conditions": [not_own_organisation]})],
		"covered": [objects, objects],
		"put": "no", "acl": "no",
	},
	"unless it excepts services": {
		"statements": [models.putting({}), deny({
			"principals": [models.everybody],
			"conditions": [not_own_organisation, not_a_service],
		})],
		"covered": [objects, objects],
		"put": "yes", "acl": "no",
	},
	"a Deny of requests without an account does not reach the service": {
		"statements": [models.putting({}), deny({"conditions": [without_account]})],
		"covered": [objects, objects],
		"put": "yes", "acl": "no",
	},
	"other records, for a principal that is not known": {
		"statements": [models.putting({"unknown": ["principal"], "principals": []})],
		"covered": [models.covering([models.nothing])],
		"put": "no", "acl": "no",
	},
	"conditions that are not known": {
		"statements": [models.putting({"unknown": ["condition"]})],
		"covered": [objects],
		"put": "unknown", "acl": "no",
	},
}

test_a_policy_grants[note] if {
	some note, case in cases
	[case.put, case.acl] == [access.granted(reading, put), access.granted(reading, acl)] with input as models.storage_with(
		case.statements,
		case.covered,
	)
}

test_the_first_document_is_one_too if {
	access.granted(models.reading(0, 0, 0), put) == "no" with input as models.storage({})
}

# An Allow has to reach every object, a Deny any of them.
reached := {
	"Allow": {"every": "yes", "some": "no", "none": "no", "unknown": "unknown"},
	"Deny": {"every": "yes", "some": "yes", "none": "no", "unknown": "unknown"},
}

test_a_resource_reaches_objects[note] if {
	some effect, answers in reached
	some objects_of, answer in answers
	note := $"{effect} of {objects_of}"
	access.reach({"itself": "yes", "objects": objects_of}, effect, put) == answer
}

test_a_statement_names_an_action[answer] if {
	some answer, statement in {
		"yes": models.putting({}),
		"no": models.acl_reading({}),
		"unknown": models.acl_reading({"unknown": ["action"]}),
	}
	access.acts(statement, put) == answer
}

test_a_policy_that_cannot_be_read_may_say_anything if {
	access.granted(models.reading(0, -1, -1), put) == "unknown" with input as models.storage({})
}

encrypting := models.condition({
	"operator": "arnequals", "key": "kms:encryptioncontext:aws:logs:arn",
	"given": "ArnEquals kms:EncryptionContext:aws:logs:arn", "values": [models.value({"text": models.group_arn})],
})

test_an_encryption_context_tells_log_groups_from_buckets if {
	model := models.storage_with([models.using_key({"conditions": [encrypting]})], [itself])
	access.granted(reading, {"action": "kms:encrypt", "on": "itself", "carries": "log-group-key"}) == "yes" with input as model
	access.granted(reading, {"action": "kms:encrypt", "on": "itself", "carries": "bucket-key"}) == "no" with input as model
}
