package spacelift

import rego.v1

report := input.third_party_metadata.custom.flowgate

default judged := false

judged if report.exitCode in {0, 1}

# What neither a waiver nor a baseline excuses.
standing contains finding if {
	some finding in report.findings
	not finding.waiver
	not finding.known
}

failing contains finding if {
	some finding in standing
	finding.verdict == "fail"
	finding.severity == "error"
}

deny contains sentence(finding) if some finding in failing

# Strictness and the least severity that fails are settings of flowgate, and its exit code knows them.
deny contains "flowgate fails this plan, as its settings ask" if report.exitCode == 1

# Without a report nothing is denied by name, so its absence is.
deny contains "flowgate has not judged this plan: see what its after_plan hook printed" if not judged

warn contains sentence(finding) if some finding in (standing - failing)

sentence(finding) := sprintf("%s: %s (%s)", [finding.rule, finding.message, finding.address])
