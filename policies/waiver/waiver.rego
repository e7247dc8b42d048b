# METADATA
# title: waivers
# description: |
#   What a waiver excuses. A waiver of the settings file names an address (and a path); one in code stands with its
#   resource, of which it has the source. Addresses are opaque: ARNs, `::` and keys with dots and quotes are compared as
#   they are.
package flowgate.waiver

import data.flowgate.day

import future.keywords.not

# METADATA
# description: |
#   Waivers with `days_left` on the day of the run: 0 on the last, negative when past. A malformed day, or no day of the
#   run, leaves it out: such a waiver does not hold.
dated(waivers, today) := [object.union(waiver, _left(waiver, today)) | some waiver in waivers]

_left(waiver, today) := {"days_left": left} if {
	left := day.number(waiver.until) - day.number(today)
} else := {}

# METADATA
# scope: document
# description: findings of rules that may be waived, each with the waiver that excuses it, if any
excuse(findings, [], _) := findings

excuse(findings, waivers, sources) := [_excused(finding, meant, sources) |
	some finding in findings
	meant := [waiver |
		named[[finding.rule, finding.address]]
		some waiver in waivers
	]
] if {
	count(waivers) > 0
	named := {[waiver.rule, waiver.address] | some waiver in waivers}
}

_excused(finding, [], _) := finding

# Of several, the one that holds longest.
_excused(finding, waivers, sources) := object.union(finding, {"waiver": {
	"reason": reason,
	"until": until,
	"days_left": left,
}}) if {
	holding := [[waiver.days_left, waiver.reason, waiver.until] |
		some waiver in waivers
		waiver.days_left >= 0
		covers(waiver, finding, sources)
	]
	[left, reason, until] := max(holding)
} else := finding if {
	count(waivers) > 0
}

# METADATA
# description: does a waiver name this finding, whatever its day
covers(waiver, finding, sources) if {
	waiver.rule == finding.rule
	waiver.address == finding.address
	_of_cause(waiver, finding.cause)
	_in_place(waiver, finding.source, sources)
}

_of_cause(waiver, _) if not waiver.cause

_of_cause(waiver, cause) if waiver.cause == cause

_in_place(waiver, source, _) if waiver.source == source

_in_place(waiver, _, _) if {
	not waiver.source
	not waiver.path
}

_in_place(waiver, source, sources) if {
	not waiver.source
	trim_prefix(waiver.path, "./") == trim_prefix(sources[source].path, "./")
}

# METADATA
# scope: document
# description: findings of which a waiver names rule and address, so that few have to be looked through for each waiver
named(_, []) := []

named(findings, waivers) := [finding |
	some finding in findings
	places[[finding.rule, finding.address]]
] if {
	count(waivers) > 0
	places := {[waiver.rule, waiver.address] | some waiver in waivers}
}

# METADATA
# description: does a waiver name any of the findings
covers_any(waiver, findings, sources) if {
	some finding in findings
	covers(waiver, finding, sources)
}

# METADATA
# description: how many addresses the waivers name
subjects(waivers) := count({[object.get(waiver, "source", -1), waiver.address] | some waiver in waivers})

# METADATA
# description: what a rule finds about a waiver; one of the settings file has no source, its file is in its location
finding(waiver, words) := object.union_n([
	object.filter(waiver, ["source", "address", "location"]),
	{"verdict": "fail", "related": []},
	words,
])
