package flowgate.plan_source_test

import data.flowgate.plan_source
import data.flowgate.testing as models

unread := models.policy({"state": "opaque", "reason": "reference", "document": -1})

with_sources(kinds) := models.model({"sources": [models.source({"kind": kind}) | some kind in kinds]})

ask := "give the source of the plan too, its synthesized stack or folder of .tf"

test_a_plan_alone_asks_for_its_source if {
	plan_source.readable([unread]) == ask with input as with_sources(["plan"])
}

test_a_plan_with_a_source_does_not if {
	plan_source.readable([unread]) != ask with input as with_sources(["plan", "hcl"])
}

test_a_configuration_does_not if {
	plan_source.readable([unread]) != ask with input as with_sources(["synth"])
}

test_a_plan_with_a_stack_does_not if {
	plan_source.readable([unread]) != ask with input as with_sources(["plan", "synth"])
}

test_a_state_has_no_source_to_give if {
	plan_source.readable([unread]) != ask with input as with_sources(["state"])
}

test_a_policy_that_is_no_json_stays_so if {
	policy := models.policy({"state": "opaque", "reason": "not-json", "document": -1})
	plan_source.readable([policy]) != ask with input as with_sources(["plan"])
}
