# METADATA
# title: which text was meant
# description: How alike two texts are, by the pairs of characters that both have.
package flowgate.likeness

# METADATA
# description: |
#   the one of some texts that is most like another, the first by letters of several; undefined where none of them
#   has at least so much in common with it, from 0 to 1
near(texts, wanted, least) := found if {
	found := nearest(texts, wanted)
	_likeness(_pairs(found), _pairs(wanted)) >= least
}

# METADATA
# description: the one of some texts that is most like another, the first by letters of several
nearest(texts, wanted) := min({text | some text, likeness in likenesses; likeness == most}) if {
	pairs := _pairs(wanted)
	likenesses := {text: _likeness(_pairs(text), pairs) | some text in texts}
	most := max([likeness | some likeness in likenesses])
}

_likeness(some_pairs, other_pairs) := (2 * count(some_pairs & other_pairs)) / (count(some_pairs) + count(other_pairs))

_pairs(text) := {substring(padded, at, 2) | some at in numbers.range(0, count(padded) - 2)} if {
	padded := $" {text} "
}
