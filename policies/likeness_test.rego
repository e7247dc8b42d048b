package flowgate.likeness_test

import data.flowgate.likeness

import future.keywords.not

test_the_nearest_is_the_one_with_most_in_common if {
	likeness.nearest(["/net/other", "/net/flaw", "/x"], "/net/flow") == "/net/flaw"
	likeness.nearest({"b"}, "a") == "b"
}

test_of_equals_the_first_is_taken if likeness.nearest(["ab", "ba", "ab"], "") == "ab"

test_near_is_what_has_enough_in_common if {
	likeness.near(["ab", "xy"], "ab", 1) == "ab"
	not likeness.near(["xy"], "ab", 0.1)
}

test_letters_are_compared_in_pairs if {
	likeness.near(["abcd"], "abxd", 0.6) == "abcd"
	not likeness.near(["abcd"], "abxd", 0.61)
}

test_among_none_there_is_none if not likeness.nearest([], "a")
