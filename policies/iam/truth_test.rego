package flowgate.iam.truth_test

import data.flowgate.iam.truth

import future.keywords.not

# What a list of truths comes to: [each of them, one of them].
cases := {
	"of nothing, each holds and none does": {"truths": [], "is": ["yes", "no"]},
	"one that holds": {"truths": ["yes"], "is": ["yes", "yes"]},
	"one that does not": {"truths": ["no"], "is": ["no", "no"]},
	"one that is not known": {"truths": ["unknown"], "is": ["unknown", "unknown"]},
	"one no spoils each, one yes is enough for one": {"truths": ["yes", "no"], "is": ["no", "yes"]},
	"a yes does not settle for each what is not known": {"truths": ["yes", "unknown"], "is": ["unknown", "yes"]},
	"a no does not settle for one what is not known": {"truths": ["unknown", "no"], "is": ["no", "unknown"]},
	"all three": {"truths": ["unknown", "yes", "no"], "is": ["no", "yes"]},
	"what is no truth is not known": {"truths": ["perhaps"], "is": ["unknown", "unknown"]},
	"a set is weighed like a list": {"truths": {"yes", "unknown"}, "is": ["unknown", "yes"]},
}

test_truth[note] if {
	some note, case in cases
	[truth.conjunction(case.truths), truth.disjunction(case.truths)] == case.is
}

test_what_is_not_known_stays_so_when_negated if {
	truth.negation("yes") == "no"
	truth.negation("no") == "yes"
	truth.negation("unknown") == "unknown"
}

test_what_is_no_truth_has_no_negation if not truth.negation("perhaps")
