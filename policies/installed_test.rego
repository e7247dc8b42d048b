package flowgate.installed_test

import data.flowgate.installed
import data.flowgate.testing as models

made := {
	"verdict": "undecided",
	"source": 0,
	"address": "module.logs.aws_flow_log.this",
	"fix": "write it literally",
}

told(finding, calls) := answer if {
	answer := installed.told(finding) with input as models.model({"sources": [models.source({"not_installed": calls}), models.source({})]})
}

test_what_a_module_makes_that_is_not_installed_says_how_to_read_it[address] if {
	some address in ["module.logs.aws_flow_log.this", "module.logs[\"a\"].aws_flow_log.this[0]"]
	finding := object.union(made, {"address": address})
	told(finding, ["module.log", "module.logs"]).fix == "run `terraform init`, so that module.logs is read too, or write it literally"
}

test_other_findings_stay_as_they_are[name] if {
	some name, finding in {
		"of a module that is installed": object.union(made, {"address": "module.logs2.aws_flow_log.this"}),
		"of the root": object.union(made, {"address": "aws_flow_log.this"}),
		"of another source": object.union(made, {"source": 1}),
		"a failure": object.union(made, {"verdict": "fail"}),
	}
	told(finding, ["module.logs"]) == finding
}

test_where_everything_is_installed_nothing_is_said if told(made, []) == made
