# METADATA
# title: the report
# description: |
#   Every rule over every subject, settled: severities of the settings applied, subjects counted, one verdict. The
#   gate evaluates the rules one by one and asks for `settled`; an engine that asks once asks for `report`.
# related_resources:
#   - ref: https://github.com/open-policy-agent/opa
# schemas:
#   - data.flowgate_settings: schema["settings.schema"]
package flowgate

import data.flowgate.presets.baseline as settings

import future.keywords.not

# METADATA
# description: what the verdicts in `input.verdicts` come to
# entrypoint: true
settled := _settle(input.verdicts) if input.version == 1

# METADATA
# description: what the rules come to on a flowgate model
# entrypoint: true
# scope: document
default report := {
	"verdict": "error",
	"exit_code": 2,
	"rules": [],
	"findings": [],
	"errors": [{
		"message": "the input is no flowgate model of version 1",
		"fix": "run `flowgate model PATH` and judge what it prints",
	}],
}

report := _settle([answer | some rule; answer := data.flowgate.rules[rule].verdict]) if input.version == 1

_settle(verdicts) := _summary(judged, findings) if {
	judged := [object.union(verdict, {"severity": severity}) |
		some verdict in verdicts
		severity := _severity(verdict)
		severity != "off"
	]
	findings := [object.union(finding, {"rule": verdict.rule, "severity": verdict.severity}) |
		some verdict in judged
		some finding in verdict.findings
	]
}

_summary(judged, findings) := {
	"verdict": outcome,
	"exit_code": _code(outcome),
	"rules": [_counted(verdict) | some verdict in judged],
	"findings": findings,
} if {
	outcome := _outcome(findings)
}

_rank := {"off": 0, "warning": 1, "error": 2}

# A rule that cannot be waived cannot be lowered or switched off either.
_severity(verdict) := asked if {
	asked := settings.severities[verdict.rule]
	_may_be(asked, verdict)
} else := verdict.severity

_may_be(_, verdict) if verdict.waivable

_may_be(severity, verdict) if _rank[severity] >= _rank[verdict.severity]

# A subject counts once, by its worst finding.
_counted(verdict) := {
	"id": verdict.rule,
	"pass": verdict.judged - (count(failed) + count(undecided)),
	"fail": count(failed),
	"undecided": count(undecided),
	"waived": 0,
} if {
	failed := {[finding.source, finding.address] |
		some finding in verdict.findings
		finding.verdict == "fail"
	}
	undecided := {[finding.source, finding.address] | some finding in verdict.findings} - failed
}

_outcome(findings) := "fail" if {
	some finding in findings
	finding.verdict == "fail"
	_fails(finding.severity)
} else := "undecided" if {
	some finding in findings
	finding.verdict == "undecided"
} else := "pass"

_fails("error")

_fails("warning") if settings.fail_on == "warning"

_code("pass") := 0

_code("fail") := _unless_never(1)

_code("undecided") := _unless_never(1) if {
	settings.strict
} else := 0

_unless_never(code) := 0 if {
	settings.fail_on == "never"
} else := code
