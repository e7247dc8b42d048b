# METADATA
# title: the shape of a rule's answer
# description: Every rule answers alike; gate/judge/verdict.ts is the contract.
package flowgate.verdict

# METADATA
# description: |
#   What a rule answers: its id from its package, its severity from its METADATA, how many subjects it judged and
#   what it found. `chain` is the rule's own `rego.metadata.chain()`.
of(chain, judged, findings) := {
	"rule": replace(about.path[2], "_", "-"),
	"severity": about.annotations.custom.severity,
	"waivable": about.annotations.custom.waivable,
	"judged": judged,
	"findings": findings,
} if {
	about := chain[count(chain) - 1]
}
