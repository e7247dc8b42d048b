package flowgate.hint_test

import data.flowgate.hint

found(address) := {"rule": "retention-unset", "source": 0, "address": address, "cause": "unset"}

unused(address) := {"rule": "retention-unset", "address": address, "reason": "r", "until": "2026-12-01"}

way_out(address, addresses) := hint.way_out(unused(address), [], [found(each) | some each in addresses], [{"path": "p"}])

toward(address) := $"write the address {address}, where its rule finds something, or take the waiver out"

# What is meant by an address that nothing has, among those that something is found on.
meant := {
	"the one with the longest beginning": {"of": "group.ab", "among": ["group.xx", "group.ax"], "is": "group.ax"},
	"the one with the longest end": {"of": "a.records", "among": ["b.records", "b.record"], "is": "b.records"},
	"beginning and end count together": {"of": "net.a.log", "among": ["net.b.log", "net.a.arn"], "is": "net.b.log"},
	"the first by letters of two": {"of": "c", "among": ["b", "a"], "is": "a"},
	"a longer one": {"of": "g", "among": ["x", "g[0]"], "is": "g[0]"},
	"a shorter one": {"of": "g[0]", "among": ["x", "g"], "is": "g"},
	"one letter is something in common": {"of": "gx", "among": ["a", "g"], "is": "g"},
}

test_the_nearest_address_is_named[note] if {
	some note, case in meant
	way_out(case.of, case.among) == toward(case.is)
}

test_another_rule_s_finding_is_not_meant if {
	other := object.union(found("h"), {"rule": "retention-too-short"})
	hint.way_out(unused("g"), [], [other], [{"path": "p"}]) == "take the waiver out"
}
