# METADATA
# title: what a policy says about log groups
# description: |
#   Which actions stand on which patterns, as messages list them: together what belongs together, and short where there
#   are many.
package flowgate.iam.claim

import data.flowgate.phrase

# METADATA
# description: |
#   "ACTIONS on PATTERNS" for items with `action` and `text`, by letters; of more than three patterns only the log groups
#   are named, without what their ARNs share with the own one, and of very many the first
clauses(items, own) := phrase.list(array.concat(clauses_of_names, phrase.rest(names))) if {
	many := _are_many(items)
	named := [{"name": _shown(item.text, many, own), "action": item.action} | some item in items]
	names := sort({each.name | some each in named})
	by_name := {name: actions |
		some name in phrase.first(names)
		actions := {each.action | some each in named; each.name == name}
	}
	clauses_of_names := sort({$"{phrase.action_names(actions)} on {phrase.quoted(alike)}" |
		some actions in by_name
		alike := sort({name | some name, allowed in by_name; allowed == actions})
	})
}

# METADATA
# description: the patterns of such items, short where there are many
patterns(items, own) := phrase.quoted_first(sort({name | some item in items; name := _shown(item.text, many, own)})) if {
	many := _are_many(items)
}

default _are_many(_) := false

_are_many(items) if count({item.text | some item in items}) > 3

_shown(text, true, own) := trim_prefix(trim_suffix(trim_suffix(text, ":*"), ":log-stream"), _scope(own))

_shown(text, false, _) := text

# `arn:aws:logs:REGION:ACCOUNT:log-group:` of the own group.
_scope(own) := $"{concat(":", array.slice(split(own, ":"), 0, 6))}:"
