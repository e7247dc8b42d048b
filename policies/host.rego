package flowgate

import data.flowgate.settings

# METADATA
# scope: document
# description: |
#   What fails, as conftest and Gatekeeper take it: `msg`, and what a machine may want to know. What is no model, and
#   settings that name what does not exist, are denied: a raw plan would pass otherwise.
# related_resources:
#   - ref: https://www.conftest.dev/
deny contains _told(finding) if {
	some finding in report.findings
	_weight(finding) == "fails"
}

deny contains {"msg": $"{fault.message}: {fault.fix}"} if some fault in report.errors

# METADATA
# description: What is told and does not fail, in the same shape. What a waiver excuses is neither.
warn contains _told(finding) if {
	some finding in report.findings
	_weight(finding) == "warns"
}

# `failOn: never` is about the exit code: conftest has no other way to pass than to deny nothing.
_weight(finding) := "excused" if {
	finding.waiver
} else := "warns" if {
	settings.fail_on == "never"
} else := "fails" if {
	finding.verdict == "fail"
	_fails(finding.severity)
} else := "fails" if {
	finding.verdict == "undecided"
	settings.strict
} else := "warns"

_told(finding) := object.union_n([
	{"msg": $"{finding.rule}: {finding.message} ({finding.address})"},
	object.filter(finding, ["rule", "verdict", "severity", "cause", "address", "fix"]),
	{"path": path | path := input.sources[finding.source].path},
	{"_loc": {"file": place.path, "line": place.line} | place := _places[[finding.source, finding.address]]},
])

# Where the code stands that made a subject, for those of which it is known.
_places := {[subject.source, subject.address]: subject.location |
	some kind in ["flow_logs", "log_groups", "buckets", "delivery_streams", "keys", "tables", "roles", "policies", "vpcs", "changes"]
	some subject in input[kind]
}
