package flowgate.iam.key_fault_test

import data.flowgate.iam.key_fault

import future.keywords.not

test_a_key_that_cannot_be_used_fails_whatever_its_policy_says[fitness] if {
	some fitness, verdict in {"disabled": "fail", "asymmetric": "fail", "unknown": "undecided"}
	key_fault.unfit[fitness].verdict == verdict
}

test_a_key_that_is_fit_has_no_fault if not object.keys(key_fault.unfit).fit

test_a_key_of_another_region_fails_whatever_its_policy_says[answer] if {
	some answer, verdict in {"no": "fail", "unknown": "undecided"}
	key_fault.of_region[answer].verdict == verdict
}

test_each_form_of_naming_a_key_says_what_to_write_instead[form] if {
	some form in ["aws-managed-key", "bare-key-id", "alias"]
	contains(key_fault.of_form[form].fix, "kms_master_key_id")
}
