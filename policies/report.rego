# METADATA
# title: the report
# description: |
#   Every rule over every subject, settled: severities of the settings applied, waivers matched, subjects counted, one
#   verdict. The gate evaluates the rules one by one and asks for `settled`; an engine that asks once asks for `report`.
# related_resources:
#   - ref: https://github.com/open-policy-agent/opa
# schemas:
#   - data.flowgate_settings: schema["settings.schema"]
package flowgate

import data.flowgate.baseline
import data.flowgate.settings
import data.flowgate.waiver

import future.keywords.not

# METADATA
# description: |
#   What the verdicts in `input.verdicts` come to, under the waivers in `input.waivers` on the day `input.today`;
#   `input.sources` are the judged ones, of which the path is read; `input.known` is what an earlier report found.
# entrypoint: true
settled := _settle(
	input.verdicts,
	waiver.dated(input.waivers, input.today),
	object.get(input, "known", []),
	input.sources,
) if {
	input.version == 1
}

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

report := {"verdict": "error", "exit_code": 2, "rules": [], "findings": [], "errors": _faults} if {
	input.version == 1
	count(_faults) > 0
}

report := _settle(_verdicts, waiver.dated(_waivers, input.today), [], input.sources) if {
	input.version == 1
	count(_faults) == 0
}

_verdicts := [answer | some rule; answer := data.flowgate.rules[rule].verdict]

# Those in code, then those of the settings file.
_waivers := array.concat(input.waivers, _in_settings)

default _in_settings := []

_in_settings := data.flowgate_settings.waivers

# What the gate refuses before it judges.
_faults := array.flatten([
	[fault |
		(count(input.flow_logs) + count(input.vpcs)) + count(input.changes) == 0
		fault := {
			"message": "there is nothing to judge: the model holds no flow log and no VPC",
			"fix": "give `flowgate model` the stack that makes them",
		}
	],
	[{"message": $`there is no preset "{name}"`, "fix": "take it out of the settings"} |
		some name in settings.unknown_presets
	],
	[fault |
		some each in _waivers
		not each.rule in _known
		fault := {
			"message": $`a waiver names the rule "{each.rule}", which does not exist`,
			"fix": "list the rules with `flowgate rules`",
		}
	],
])

_known := {verdict.rule | some verdict in _verdicts} | {"waiver-expired", "waiver-unused"}

_settle(verdicts, waivers, known, sources) := _summary(all, baseline.mark(found, known, sources)) if {
	judged := [object.union(verdict, {"severity": severity}) |
		some verdict in verdicts
		severity := _severity(verdict)
		severity != "off"
	]
	excusable := _findings([verdict | some verdict in judged; verdict.waivable])
	named := waiver.named(excusable, waivers)
	lasting := {verdict.rule | some verdict in verdicts; not verdict.waivable} | {"waiver-expired", "waiver-unused"}
	on_waivers := [object.union(verdict, {"severity": _severity(verdict)}) |
		some verdict in [
			data.flowgate.rules.waiver_expired.verdict_on(waivers, named, sources),
			data.flowgate.rules.waiver_unused.verdict_on(waivers, named, excusable, lasting, sources),
		]
	]
	excused := array.concat(
		waiver.excuse(excusable, waivers, sources),
		_findings([verdict | some verdict in judged; not verdict.waivable]),
	)
	found := array.concat(excused, _findings(on_waivers))
	all := array.concat(judged, on_waivers)
}

_findings(verdicts) := [object.union(finding, {"rule": verdict.rule, "severity": verdict.severity}) |
	some verdict in verdicts
	some finding in verdict.findings
]

_summary(judged, findings) := {
	"verdict": outcome,
	"exit_code": _code(outcome),
	"rules": [_counted(verdict, excused) | some verdict in judged],
	"findings": findings,
} if {
	outcome := _outcome([finding | some finding in findings; not finding.waiver; not finding.known])
	excused := {
		"waived": {_identity(finding.rule, finding) | some finding in findings; finding.waiver},
		"known": {_identity(finding.rule, finding) | some finding in findings; finding.known},
	}
}

_rank := {"off": 0, "warning": 1, "error": 2}

# A rule that cannot be waived cannot be lowered or switched off either.
_severity(verdict) := asked if {
	asked := settings.severities[verdict.rule]
	_may_be(asked, verdict)
} else := verdict.severity

_may_be(_, verdict) if verdict.waivable

_may_be(severity, verdict) if _rank[severity] >= _rank[verdict.severity]

# A finding that differs in no more than its words is the same.
_identity(rule, finding) := [rule, object.get(finding, "source", -1), finding.address, finding.cause, baseline.first(finding)]

# A subject counts once: by its worst finding that nothing excuses, else as known, else as waived, else as passed.
_counted(verdict, excused) := {
	"id": verdict.rule,
	"pass": verdict.judged - count((((failed | undecided) | known) | waived)),
	"fail": count(failed),
	"undecided": count(undecided),
	"known": count(known),
	"waived": count(waived),
} if {
	standing := [finding |
		some finding in verdict.findings
		identity := _identity(verdict.rule, finding)
		not excused.waived[identity]
		not excused.known[identity]
	]
	failed := {_subject(finding) | some finding in standing; finding.verdict == "fail"}
	undecided := {_subject(finding) | some finding in standing} - failed
	known := {_subject(finding) |
		some finding in verdict.findings
		excused.known[_identity(verdict.rule, finding)]
	} - (failed | undecided)
	waived := {_subject(finding) | some finding in verdict.findings} - ((failed | undecided) | known)
}

_subject(finding) := [object.get(finding, "source", -1), finding.address]

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
