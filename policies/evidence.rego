# METADATA
# title: which part of a text is wrong
# description: Evidence of a finding. Its range is in UTF-16 code units, as the report's readers count, where Rego counts characters.
package flowgate.evidence

# METADATA
# description: all of a text
whole(text) := {"text": text, "start": 0, "end": _units(text)}

# METADATA
# description: the first of the marks in a text, or all of it where it has none
marked(text, mark) := {"text": text, "start": start, "end": start + _units(mark)} if {
	mark != ""
	start := _before(text, mark)
} else := whole(text)

# METADATA
# description: a text from the first of its marks on, or all of it where it has none
from(text, mark) := object.union(whole(text), {"start": _before(text, mark)}) if {
	mark != ""
} else := whole(text)

_before(text, mark) := _units(substring(text, 0, at)) if {
	at := indexof(text, mark)
	at >= 0
}

# A character beyond the first plane takes two units.
_units(text) := count(text) + count([character | some character in split(text, ""); character > "\uffff"])
