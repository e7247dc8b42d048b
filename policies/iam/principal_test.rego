package flowgate.iam.principal_test

import data.flowgate.iam.principal
import data.flowgate.testing as models

import future.keywords.not

named(principals) := models.statement({"principals": principals})

excepting(principals) := models.statement({"principals": [], "not_principals": principals})

unknown_more(statement) := object.union(statement, {"unknown": ["principal"]})

star_account := {"kind": "aws", "id": "*", "known": true, "own": "no"}

cases := {
	"the service": {"statement": named([models.delivery_service]), "service": "yes", "everybody": "no"},
	"another": {"statement": named([models.other_service, models.account_root]), "service": "no", "everybody": "no"},
	"everybody": {"statement": named([models.everybody]), "service": "yes", "everybody": "yes"},
	"every account": {"statement": named([star_account]), "service": "yes", "everybody": "yes"},
	"nobody": {"statement": named([]), "service": "no", "everybody": "no"},
	"one that is not known": {"statement": named([models.unknown_service]), "service": "unknown", "everybody": "unknown"},
	"another, for an action that is not known": {
		"statement": object.union(named([models.other_service]), {"unknown": ["action"]}),
		"service": "no",
		"everybody": "no",
	},
	"more that are not known": {
		"statement": unknown_more(named([models.other_service])),
		"service": "unknown",
		"everybody": "unknown",
	},
	"the service, and more that are not known": {
		"statement": unknown_more(named([models.delivery_service])),
		"service": "yes",
		"everybody": "unknown",
	},
	"all but the service": {"statement": excepting([models.delivery_service]), "service": "no", "everybody": "no"},
	"all but another": {"statement": excepting([models.account_root]), "service": "yes", "everybody": "no"},
	"all but everybody": {"statement": excepting([models.everybody]), "service": "no", "everybody": "no"},
	"all but one that is not known": {"statement": excepting([models.unknown_service]), "service": "unknown", "everybody": "no"},
	"all but another, and more that are not known": {
		"statement": unknown_more(excepting([models.account_root])),
		"service": "unknown",
		"everybody": "no",
	},
}

test_a_statement_concerns_the_service[note] if {
	some note, case in cases
	principal.concerns(case.statement) == case.service
}

test_a_statement_concerns_everybody[note] if {
	some note, case in cases
	principal.concerns_everybody(case.statement) == case.everybody
}

nameless := object.union(models.delivery_service, {"id": ""})

test_a_statement_for_nobody_is_empty if {
	principal.is_empty(named([]))
	principal.is_empty(named([models.delivery_service, nameless]))
	principal.is_empty(excepting([nameless]))
}

test_a_statement_for_somebody_is_not_empty if {
	not principal.is_empty(named([models.delivery_service]))
	not principal.is_empty(excepting([models.everybody]))
	not principal.is_empty(unknown_more(named([])))
}
