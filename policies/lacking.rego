# METADATA
# title: variables without a value
# description: A folder of .tf says what a variable is in a default or a .tfvars file; without one, nobody knows before a plan.
package flowgate.lacking

import data.flowgate.phrase

# METADATA
# description: an undecided finding that shows a name which a variable without a value leaves open says so
told(finding) := object.union(finding, {
	"message": $"{short}: {subject}",
	"fix": $"give {phrase.list(names)} a default or a value in a .tfvars file, or judge the plan",
}) if {
	finding.verdict == "undecided"
	names := sort({$"var.{variable}" |
		some open in input.lacking
		open.source == finding.source
		_shows(finding.message, open.name)
		some variable in open.variables
	})
	subject := _subject(names)
	short := _short(replace(finding.message, " before apply", ""))
} else := finding

# What the name in brackets lacks is the value, not a place in the input.
_short(message) := concat("", [clause, substring(rest, indexof(rest, " ("), -1)]) if {
	[clause, rest] := split(message, ", because the input does not hold the ")
} else := message

_subject(names) := $"{names[0]} has no value" if count(names) == 1

_subject(names) := $"{phrase.list(names)} have no value" if count(names) > 1

# The name stands in brackets behind a sentence, as the source writes it, and is not the beginning of another.
_shows(message, name) if {
	contains(message, "${")
	parts := split(message, name)
	some at, part in parts
	at > 0
	not regex.match(`^[\w-]`, part)
	not regex.match(`[\w.-]$`, parts[at - 1])
}
