# METADATA
# title: three-valued truth
# description: What is not known is neither true nor false, and never lost on the way to a verdict.
package flowgate.iam.truth

# METADATA
# scope: document
# description: yes where each is, no where one is not, else unknown; what is none of the three is unknown, too
default conjunction(_) := "unknown"

conjunction(truths) := "no" if {
	"no" in truths
} else := "yes" if {
	every truth in truths { truth == "yes" }
}

# METADATA
# scope: document
# description: yes where one is, no where none is, else unknown; what is none of the three is unknown, too
default disjunction(_) := "unknown"

disjunction(truths) := "yes" if {
	"yes" in truths
} else := "no" if {
	every truth in truths { truth == "no" }
}

# METADATA
# description: no for yes and the other way round
negation(truth) := {"yes": "no", "no": "yes", "unknown": "unknown"}[truth]
