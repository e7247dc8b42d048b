package flowgate.phrase_test

import data.flowgate.phrase

test_lists_read_as_a_person_writes_them if {
	phrase.list([]) == ""
	phrase.list(["a"]) == "a"
	phrase.list(["a", "b"]) == "a and b"
	phrase.list(["a", "b", "c"]) == "a, b and c"
	phrase.quoted(["a", "b"]) == `"a" and "b"`
}

test_actions_are_written_as_aws_writes_them if {
	phrase.action_names({"logs:putlogevents", "logs:createlogstream"}) == "logs:CreateLogStream and logs:PutLogEvents"
}
