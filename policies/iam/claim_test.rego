package flowgate.iam.claim_test

import data.flowgate.iam.claim

own := "arn:aws:logs:eu-west-1:111122223333:log-group:/net/flow"

there(name) := concat("", ["arn:aws:logs:eu-west-1:111122223333:log-group:/net/", name])

put := "logs:putlogevents"

create := "logs:createlogstream"

test_what_stands_on_the_same_patterns_is_said_once if {
	items := [{"action": action, "text": text} | some action in [put, create]; some text in ["b", "a"]]
	claim.clauses(items, own) == `logs:CreateLogStream and logs:PutLogEvents on "a" and "b"`
}

test_what_stands_on_different_patterns_is_told_apart if {
	items := [{"action": put, "text": "a"}, {"action": create, "text": "b"}]
	claim.clauses(items, own) == `logs:CreateLogStream on "b" and logs:PutLogEvents on "a"`
}

# WebAssembly walks sets in another order than OPA does.
test_clauses_stand_in_the_order_of_their_letters if {
	items := [
		{"action": "logs:describelogstreams", "text": "a"},
		{"action": put, "text": "b"},
		{"action": create, "text": "b"},
	]
	claim.clauses(items, own) == `logs:CreateLogStream and logs:PutLogEvents on "b" and logs:DescribeLogStreams on "a"`
}

test_three_patterns_are_not_many if {
	items := [{"action": put, "text": there(name)} | some name in ["a", "b", "c"]]
	claim.patterns(items, own) == $`"{there("a")}", "{there("b")}" and "{there("c")}"`
}

test_of_many_patterns_the_log_groups_are_named if {
	items := [{"action": put, "text": concat("", [there(name), ending])} |
		some name in ["a", "b"]
		some ending in [":*", ":log-stream:*"]
	]
	claim.clauses(items, own) == `logs:PutLogEvents on "/net/a" and "/net/b"`
	claim.patterns(array.concat(items, [{"action": put, "text": "arn:aws:logs:*"}]), own) == `"/net/a", "/net/b" and "arn:aws:logs"`
}

test_of_very_many_patterns_the_first_are_named if {
	items := [{"action": put, "text": there(name)} | some name in ["j", "i", "h", "g", "f", "e", "d", "c", "b", "a"]]
	seven := `"/net/a", "/net/b", "/net/c", "/net/d", "/net/e", "/net/f", "/net/g"`
	claim.patterns(items, own) == $`{seven}, "/net/h" and 2 more`
	claim.clauses(items, own) == $`logs:PutLogEvents on {seven} and "/net/h" and 2 more`
}
