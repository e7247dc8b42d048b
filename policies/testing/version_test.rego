package flowgate.testing.version_test

import data.flowgate.testing as models

test_no_rule_answers_a_model_of_another_version if {
	answers := [answer | answer := data.flowgate.rules[_].verdict] with input as models.but(models.model({}), {"version": 2})
	answers == []
}
