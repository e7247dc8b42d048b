# METADATA
# title: what the source of a plan would tell
# description: |
#   A plan made from .tf shows what an argument refers to, and not its text. The synthesized stack or the folder of .tf
#   that it comes from, given beside it, shows the rest.
# schemas:
#   - input: schema["model.schema"]
package flowgate.plan_source

# METADATA
# description: how to make policies readable
readable(policies) := "give the source of the plan too, its synthesized stack or folder of .tf" if {
	count(_configurations) == 0
	some policy in policies
	policy.reason == "reference"
	input.sources[policy.source].kind == "plan"
} else := "write the policy as JSON or with aws_iam_policy_document, in the same input and attached by reference"

_configurations := [source | some source in input.sources; source.kind in {"synth", "hcl"}]
