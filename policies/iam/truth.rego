# METADATA
# title: three-valued truth
# description: What is not known is neither true nor false, and never lost on the way to a verdict.
package flowgate.iam.truth

# METADATA
# scope: document
# description: yes where each is, no where one is not, else unknown
default conjunction(_) := "yes"

conjunction(truths) := "no" if {
	"no" in truths
} else := "unknown" if {
	"unknown" in truths
}

# METADATA
# scope: document
# description: yes where one is, unknown where one may be, else no
default disjunction(_) := "no"

disjunction(truths) := "yes" if {
	"yes" in truths
} else := "unknown" if {
	"unknown" in truths
}

# METADATA
# description: no for yes and the other way round
negation(truth) := {"yes": "no", "no": "yes", "unknown": "unknown"}[truth]
