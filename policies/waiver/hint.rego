# METADATA
# title: what a waiver probably meant
# description: A waiver that matches nothing is told which finding comes nearest to it.
package flowgate.hint

import data.flowgate.waiver

# METADATA
# description: how to mend a waiver that matches nothing, as an imperative; `named` are the findings that some waiver names
way_out(unused, named, findings, sources) := $"write the cause {causes}, which its rule finds there, or take the waiver out" if {
	causes := _either({finding.cause |
		some finding in named
		waiver.covers(object.remove(unused, ["cause"]), finding, sources)
	})
} else := $"write the path {paths}, where its rule finds that, or take the waiver out" if {
	paths := _either({sources[finding.source].path |
		some finding in named
		waiver.covers(object.remove(unused, ["path"]), finding, sources)
	})
} else := $"write the address {address}, where its rule finds something, or take the waiver out" if {
	address := _nearest(unused.address, {finding.address | some finding in findings; finding.rule == unused.rule})
} else := "take the waiver out"

_either(texts) := concat(" or ", sort(texts)) if count(texts) > 0

# Of very many, some: each costs a comparison letter by letter.
_most := 100

_nearest(address, candidates) := min({candidate | some candidate, likeness in alike; likeness == best}) if {
	alike := {candidate: _likeness(address, candidate) |
		some candidate in array.slice(sort(candidates), 0, _most)
	}
	best := max({likeness | some likeness in alike})
}

_likeness(one, other) := _common(one, other) + _common(strings.reverse(one), strings.reverse(other))

_common(one, other) := count([length |
	some length in numbers.range(1, count(one))
	substring(one, 0, length) == substring(other, 0, length)
])
