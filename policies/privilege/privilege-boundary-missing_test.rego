package flowgate.rules.privilege_boundary_missing_test

import data.flowgate.rules.privilege_boundary_missing as rule
import data.flowgate.testing as models

import future.keywords.not

asking := {"privilege": {"requireBoundary": true}}

test_privilege_boundary_missing[note] if {
	some note, case in cases
	verdict := rule.verdict with input as models.model({"roles": [models.role(case.role)]})
		with data.flowgate_settings as asking
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

test_nothing_is_asked_of_itself if {
	verdict := rule.verdict with input as models.model({})
	[verdict.severity, verdict.judged, verdict.findings] == ["off", 1, []]
}

cases := {
	"no boundary": {
		"role": {},
		"says": ["fail missing: the role has no permissions boundary, which the settings ask for"],
	},
	"one that the input holds": {"role": {"boundary": models.unknown, "boundary_policy": models.resolved}, "says": []},
	"one that it does not hold": {"role": {"boundary": models.known("arn"), "boundary_policy": models.external}, "says": []},
	"one that is not known": {
		"role": {"boundary": models.unknown, "boundary_policy": models.unresolved},
		"says": ["undecided unknown: whether the role has a permissions boundary is not known before apply (${var.x})"],
	},
	"one that is no text": {
		"role": {"boundary": models.wrong_type, "boundary_policy": models.unresolved},
		"says": ["undecided wrong-type: whether the role has a permissions boundary cannot be told: permissions_boundary is not a text ([])"],
	},
}
