package flowgate.iam.key_wording_test

import data.flowgate.iam.key_wording
import data.flowgate.testing as models

fault := {"action": "kms:Encrypt", "service": "delivery.logs.amazonaws.com", "texts": ["x"]}

cases := {
	"denied": "P denies delivery.logs.amazonaws.com kms:Encrypt with the key",
	"empty": "a statement of P names no principal, or an empty one, which AWS refuses: the policy is never in force",
	"unnamed": `P lets in "x" and not delivery.logs.amazonaws.com`,
	"inactive": "P names delivery.logs.amazonaws.com and does not allow it kms:Encrypt",
	"unreached": `P allows kms:Encrypt on "x", which is not this key`,
	"unmet": `P allows kms:Encrypt under the condition "x", which delivery.logs.amazonaws.com does not meet`,
}

test_how_a_policy_keeps_the_service_out[kind] if {
	some kind, said in cases
	key_wording.refusal(kind, "P", {fault}) == said
}

test_services_stand_in_order if {
	users := [{"service": "logs.eu-west-1.amazonaws.com"}, {"service": "delivery.logs.amazonaws.com"}]
	key_wording.services(users) == "delivery.logs.amazonaws.com and logs.eu-west-1.amazonaws.com"
}

test_what_the_key_encrypts_is_named_before_what_writes_there if {
	storage := models.storage({})
	holders := key_wording.holders([{"log_group": -1, "bucket": 0}]) with input as storage
	[ref.address | some ref in holders] == [storage.buckets[0].address, storage.flow_logs[0].address]
}

test_a_log_group_is_named_too if {
	world := object.union(models.storage({}), {"log_groups": [models.log_group({"flow_logs": []})]})
	holders := key_wording.holders([{"log_group": 0, "bucket": -1}]) with input as world
	count(holders) == 1
}

test_what_to_do_about_it_is_the_same_but_for_an_empty_principal if {
	users := [{"service": "delivery.logs.amazonaws.com"}]
	key_wording.remedy("empty", "P", users) == "name a principal in every statement of P, or take the statement out"
	key_wording.remedy("unnamed", "P", users) == "let delivery.logs.amazonaws.com use the key in P: kms:Encrypt, kms:Decrypt, kms:ReEncrypt*, kms:GenerateDataKey* and kms:DescribeKey"
}
