# METADATA
# title: the baseline
# description: |
#   What an earlier report found already. Such a finding is known: it stays visible and fails nothing. Rule, cause, source
#   path, address and the first related address tell that it is the same, as in its fingerprint.
package flowgate.baseline

import future.keywords.not

# METADATA
# scope: document
# description: findings, of which those that are known say so; a waiver excuses before a baseline does
mark(findings, [], _) := findings

mark(findings, known, sources) := [_marked(finding, keys, sources) | some finding in findings] if {
	count(known) > 0
	keys := {[each.rule, each.cause, each.path, each.address, each.related] | some each in known}
}

_marked(finding, keys, sources) := object.union(finding, {"known": true}) if {
	not finding.waiver
	keys[[finding.rule, finding.cause, _path(finding, sources), finding.address, first(finding)]]
} else := finding

_path(finding, sources) := sources[finding.source].path

_path(finding, _) := "" if not finding.source

# METADATA
# scope: document
# description: address of the first related resource; null without any
first(finding) := finding.related[0].address if {
	count(finding.related) > 0
} else := null
