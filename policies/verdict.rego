# METADATA
# title: the shape of a rule's answer
# description: Every rule answers alike; gate/judge/verdict.ts is the contract.
package flowgate.verdict

import data.flowgate.installed
import data.flowgate.lacking

# METADATA
# description: |
#   What a rule answers: its id from its package, its severity from its METADATA, how many subjects it judged and
#   what it found. `chain` is the rule's own `rego.metadata.chain()`.
of(chain, judged, findings) := {
	"rule": rule,
	"severity": words.severity,
	"waivable": words.waivable,
	"judged": judged,
	"findings": _told(rule, words, findings),
} if {
	about := chain[count(chain) - 1]
	rule := replace(about.path[2], "_", "-")
	words := about.annotations.custom
}

# Terraform marks these sensitive: they are judged, and no text of theirs is shown.
_secret := {[subject.source, subject.address] | some subject in input.sensitive}

# What was taken to be so for want of anything better.
_assumed := {[assumption.source, assumption.address] | some assumption in input.assumptions}

# What variables without a value leave open.
_lacking := {open.name | some open in input.lacking}

_told(rule, words, findings) := [_careful(rule, words, _frank(installed.told(lacking.told(finding)))) | some finding in findings] if {
	sum([count(note) | some note in [_secret, _assumed, _lacking, installed.missing]]) > 0
} else := findings

_frank(finding) := object.union(finding, {"message": $"{finding.message}, given that {taken}"}) if {
	named := _named(finding)
	count(named & _assumed) > 0
	texts := {assumption.text |
		some assumption in input.assumptions
		named[[assumption.source, assumption.address]]
	}
	taken := _taken(sort(texts))
} else := finding

# A module of many variables is not told to its end.
_taken(texts) := concat(" and ", texts) if {
	count(texts) <= 4
} else := $"{concat(" and ", array.slice(texts, 0, 3))}, and that {count(texts) - 3} other variables are what they are here"

# What a finding names may hold a secret in any of its texts: it says its cause in the words of the catalogue.
_careful(rule, words, finding) := object.union(
	object.remove(finding, ["evidence", "corrected"]),
	{
		"message": $"{words.causes[finding.cause]} (a value there is marked sensitive, so none is shown)",
		"fix": $"do what `flowgate explain {rule}` says",
	},
) if {
	count(_named(finding) & _secret) > 0
} else := finding

_named(finding) := {[named.source, named.address] | some named in array.concat([finding], finding.related)}
