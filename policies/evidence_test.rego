package flowgate.evidence_test

import data.flowgate.evidence

test_all_of_a_text if evidence.whole("a*b") == {"text": "a*b", "start": 0, "end": 3}

test_the_first_mark if evidence.marked("a*b*", "*") == {"text": "a*b*", "start": 1, "end": 2}

test_a_text_without_the_mark_is_wrong_as_a_whole if {
	evidence.marked("ab", "*") == evidence.whole("ab")
	evidence.marked("ab", "") == evidence.whole("ab")
	evidence.from("ab", "*") == evidence.whole("ab")
	evidence.from("ab", "") == evidence.whole("ab")
}

test_from_the_mark_on if evidence.from("a:b", ":") == {"text": "a:b", "start": 1, "end": 3}

test_a_character_beyond_the_first_plane_takes_two_units if {
	evidence.whole("\uffff") == {"text": "\uffff", "start": 0, "end": 1}
	evidence.whole("😀") == {"text": "😀", "start": 0, "end": 2}
	evidence.marked("😀é*", "*") == {"text": "😀é*", "start": 3, "end": 4}
	evidence.from("😀:b", ":") == {"text": "😀:b", "start": 2, "end": 4}
}
