package flowgate.iam.undecided_test

import data.flowgate.iam.grant
import data.flowgate.iam.undecided as judged
import data.flowgate.testing as models

opaque := models.but(models.policy({}), {"state": "opaque", "detail": "it is made by jsonencode"})

cases := {
	"the group is not known, and no policy either: the group is said": {
		"model": models.but(models.model({"policies": [opaque]}), {"flow_logs": [models.but(models.flow_log({}), {"log_group": {"state": "unknown", "at": -1, "given": "${var.group}"}})]}),
		"is": ["group", "which log group the flow log writes to is not known (${var.group}), so neither is whether its role may write to it"],
	},
	"a policy cannot be read": {
		"model": models.model({"policies": [opaque]}),
		"is": ["policy", $"whether the role may write to the log group cannot be told, because {opaque.address} cannot be read: it is made by jsonencode"],
	},
}

test_where_the_boundary_lets_the_role_write_a_policy_is_in_doubt if {
	unsure := {"streams": "unknown", "group": "unknown", "reach": "unknown", "form": "unknown"}
	boundary := models.bounded([models.statement({"actions": ["*"], "covers": grant.needed})], [models.anything])
	model := models.but(boundary, {"coverages": array.concat(
		[{"statements": [{"resources": [unsure], "not_resources": []} | some _ in numbers.range(1, 3)]}],
		array.slice(boundary.coverages, 1, 2),
	)})
	about := judged.about(model.flow_logs[0]) with input as model
	startswith(about.message, "whether the role may write to the log group cannot be told")
}

test_the_first_thing_that_is_not_known_is_said[note] if {
	some note, case in cases
	about := judged.about(case.model.flow_logs[0]) with input as case.model
	[about.kind, about.message] == case.is
}
