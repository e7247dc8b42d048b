package flowgate.iam.access_fault_test

import data.flowgate.iam.access
import data.flowgate.iam.access_fault
import data.flowgate.testing as models

put := access.deliveries[0]

reading := models.reading(0, 1, 1)

objects := models.covering([models.every_object])

cases := {
	"a statement for nobody, before a Deny": {
		"statements": [models.putting({}), models.putting({"effect": "Deny"}), models.putting({"principals": []})],
		"covered": [objects, objects, objects],
		"fault": {"kind": "empty", "texts": []},
	},
	"a Deny": {
		"statements": [models.putting({}), models.putting({"effect": "Deny"})],
		"covered": [objects, objects],
		"fault": {"kind": "denied", "texts": ["StringEquals aws:SourceAccount"]},
	},
	"a Deny beside one that may not hold": {
		"statements": [
			models.putting({}),
			models.putting({"effect": "Deny"}),
			models.putting({"effect": "Deny", "conditions": [models.some_condition]}),
		],
		"covered": [objects, objects, objects],
		"fault": {"kind": "denied", "texts": ["StringEquals aws:SourceAccount"]},
	},
	"the service is not named": {
		"statements": [models.putting({"principals": [models.other_service, models.account_root]})],
		"covered": [objects],
		"fault": {"kind": "unnamed", "texts": ["arn:aws:iam::111122223333:root", "ec2.amazonaws.com"]},
	},
	"the action is not": {
		"statements": [models.acl_reading({})],
		"covered": [objects],
		"fault": {"kind": "inactive", "texts": []},
	},
	"the resource is another": {
		"statements": [models.putting({"resources": ["a"], "not_resources": ["b"]})],
		"covered": [models.covering([models.nothing])],
		"fault": {"kind": "unreached", "texts": ["a", "b"]},
	},
	"the condition is not met": {
		"statements": [models.putting({"conditions": [models.source_account, models.other_account]})],
		"covered": [objects],
		"fault": {"kind": "unmet", "texts": ["StringEquals aws:SourceAccount"]},
	},
	"nothing": {"statements": [models.putting({})], "covered": [objects], "fault": "none"},
	"nothing that is known": {
		"statements": [models.putting({"principals": [models.unknown_service]})],
		"covered": [objects],
		"fault": "none",
	},
}

test_a_policy_refuses_for_the_first_thing_that_it_lacks[note] if {
	some note, case in cases
	model := models.storage_with(case.statements, case.covered)
	found := [fault | fault := access_fault.of_request(reading, put)] with input as model
	array.concat(found, ["none"])[0] == case.fault
}

test_the_first_document_is_one_too if {
	first := models.reading(0, 0, 0)
	access_fault.of_request(first, put) == {"kind": "unnamed", "texts": []} with input as models.storage({})
	access_fault.doubt(models.unsure(first), [put]) == "whether aws_s3_bucket_policy.this is the policy of this one is not known before apply" with input as models.storage({})
}

test_doubt_names_conditions_on_what_is_asked_for_alone if {
	other := models.but(models.some_condition, {"given": "StringEquals aws:username"})
	model := models.storage_with(
		[
			models.putting({"conditions": [models.some_condition]}),
			models.putting({"principals": [models.other_service], "conditions": [other]}),
			models.acl_reading({"conditions": [other]}),
		],
		[objects, objects, objects],
	)
	access_fault.doubt(reading, [put]) == "whether the service meets the condition StringEquals aws:userid is not known" with input as model
}

test_evidence_is_what_the_policy_says_instead[kind] if {
	some kind, shown in {
		"denied": {"evidence": {"text": "a", "start": 0, "end": 1}},
		"unreached": {"evidence": {"text": "a", "start": 0, "end": 1}},
		"unmet": {"evidence": {"text": "a", "start": 0, "end": 1}},
		"unnamed": {},
		"inactive": {},
	}
	access_fault.evidence_of(kind, {{"texts": ["b", "a"]}}) == shown
}

test_a_policy_that_cannot_be_read_does_not_surely_refuse if {
	found := [fault | fault := access_fault.of_request(models.reading(0, -1, -1), put)] with input as models.storage({})
	found == []
}
