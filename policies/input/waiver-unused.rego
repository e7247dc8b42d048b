# METADATA
# title: A waiver excuses nothing
# description: >-
#   What it was written for is gone, or its address never was the right one. Left in place, it would excuse the next
#   finding there that nobody has looked at.
# related_resources:
#   - ref: https://github.com/open-policy-agent/opa
# custom:
#   severity: warning
#   waivable: false
#   causes:
#     unused: no finding has its rule, address, cause and path
#     not-waivable: its rule cannot be waived, so the finding stands
#   help: >-
#     Take the waiver out, or give it the address, cause and path that the report prints for the finding.
#   controls: []
package flowgate.rules.waiver_unused

import data.flowgate.hint
import data.flowgate.verdict as answer
import data.flowgate.waiver

import future.keywords.not

# METADATA
# description: |
#   The answer on waivers, on the findings that they name and all the others, and on the rules that cannot be waived. It
#   hangs on what the other rules found, so it is asked for when verdicts are settled.
verdict_on(given, named, findings, lasting, sources) := answer.of(
	rego.metadata.chain(), waiver.subjects(given),
	array.concat(
		[finding |
			some unused in given
			not lasting[unused.rule]
			not waiver.covers_any(unused, named, sources)
			finding := waiver.finding(unused, {
				"cause": "unused",
				"message": $"the waiver of {unused.rule} for {unused.address} matches no finding",
				"fix": hint.way_out(unused, named, findings, sources),
			})
		],
		[finding |
			some refused in given
			lasting[refused.rule]
			finding := waiver.finding(refused, {
				"cause": "not-waivable",
				"message": $"{refused.rule} cannot be waived, so what it finds on {refused.address} stands",
				"fix": "take the waiver out, and correct what the rule finds",
			})
		],
	),
)
