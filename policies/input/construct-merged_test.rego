package flowgate.rules.construct_merged_test

import data.flowgate.rules.construct_merged as rule
import data.flowgate.testing as models

merged := {"source": 0, "address": "aws_cloudwatch_log_group.AB", "construct_paths": ["net/A B", "net/AB"]}

test_construct_merged[note] if {
	some note, case in cases
	verdict := rule.verdict with input as models.model({"merged": case.merged})
	[verdict.judged, models.says(verdict)] == [count(case.merged), case.says]
}

cases := {
	"each construct a resource of its own": {"merged": [], "says": []},
	"two constructs of one resource": {
		"merged": [merged],
		"says": ["fail same-name: 2 constructs became this one resource: net/A B, net/AB"],
	},
	"each resource is found": {
		"merged": [merged, models.but(merged, {"address": "data.aws_region.r", "construct_paths": ["net/r", "net/r!", "net/r?"]})],
		"says": [
			"fail same-name: 2 constructs became this one resource: net/A B, net/AB",
			"fail same-name: 3 constructs became this one resource: net/r, net/r!, net/r?",
		],
	},
}
