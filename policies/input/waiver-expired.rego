# METADATA
# title: A waiver has run out
# description: >-
#   The time for which the finding was accepted is over, and the finding stands again. A day that nobody can read counts
#   as past: a slip of the pen is no excuse for ever.
# related_resources:
#   - ref: https://www.rfc-editor.org/rfc/rfc3339#section-5.6
# custom:
#   severity: error
#   waivable: false
#   causes:
#     expired: its last day is past
#     malformed: its day is not written YYYY-MM-DD, or is in no calendar
#     no-today: the day of the run is not known
#   help: >-
#     Correct what the waived rule finds, or have it accepted again and give the waiver a day in the future.
#   controls: []
package flowgate.rules.waiver_expired

import data.flowgate.day
import data.flowgate.phrase
import data.flowgate.verdict as answer
import data.flowgate.waiver

import future.keywords.not

# METADATA
# description: |
#   The answer on waivers and on what they name. It hangs on what the other rules found, so it is asked for when
#   verdicts are settled.
verdict_on(given, findings, sources) := answer.of(
	rego.metadata.chain(), waiver.subjects(given),
	[waiver.finding(expired, said) |
		some expired in given
		said := words(expired)
		waiver.covers_any(expired, findings, sources)
	],
)

words(expired) := {
	"cause": "expired",
	"message": $"the waiver of {expired.rule} for {expired.address} ended on {expired.until}, {phrase.days(0 - expired.days_left)} ago",
	"fix": $"correct what {expired.rule} finds, or give the waiver a day in the future",
} if {
	expired.days_left < 0
}

words(expired) := {
	"cause": "malformed",
	"message": $`the waiver of {expired.rule} for {expired.address} counts as past: its day is "{expired.until}"`,
	"fix": "write its last day as YYYY-MM-DD",
} if {
	not day.number(expired.until)
}

words(expired) := {
	"cause": "no-today",
	"message": $"the waiver of {expired.rule} for {expired.address} counts as past: the day of the run is not known",
	"fix": "make the model with `flowgate model`, or give `today` in it",
} if {
	day.number(expired.until)
	not expired.days_left
}
