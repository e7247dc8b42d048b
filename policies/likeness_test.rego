package flowgate.likeness_test

import data.flowgate.likeness

import future.keywords.not

test_the_nearest_is_the_one_with_most_in_common if {
	likeness.nearest(["/net/other", "/net/flaw", "/x"], "/net/flow") == "/net/flaw"
	likeness.nearest({"b"}, "a") == "b"
}

test_of_equals_the_first_is_taken if likeness.nearest(["ab", "ba", "ab"], "") == "ab"

test_among_none_there_is_none if not likeness.nearest([], "a")
