# METADATA
# title: A plan destroys records, or lets go of them
# description: >-
#   A log group or bucket takes its records with it when it is deleted, and Terraform deletes it to replace it, for a
#   changed name as well. What Terraform forgets stays, and nobody looks after its retention any more.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_log_group#skip_destroy-1
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: true
#   causes:
#     deleted: the plan deletes what flow logs write to
#     replaced: the plan deletes what flow logs write to and makes another one
#     forgotten: the plan lets go of what flow logs write to, and leaves it unmanaged
#     unknown: whether skip_destroy keeps the records is not known
#   help: >-
#     Keep the log group or bucket: take its change out of the plan, follow a new address with a moved block, or apply
#     skip_destroy = true on the log group first.
#   controls: []
package flowgate.rules.change_destroys_records

import data.flowgate.phrase
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(destinations), findings) if input.version == 1

destinations := [change | some change in input.changes; change.kind in {"log-group", "bucket"}]

findings := [finding |
	some change in destinations
	words[change.action]
	not kept(change)
	said := said_of(change)
	finding := object.union(said, {
		"source": change.source,
		"address": change.address,
		"related": change.written_by,
		"fix": ways_out[change.kind],
	})
]

kept(change) if change.skip_destroy.value == true

said_of(change) := {
	"verdict": "fail",
	"cause": words[change.action].cause,
	"message": $"the plan {words[change.action].does} the {nouns[change.kind]} that {phrase.addresses(change.written_by)} wrote to{words[change.action].so}",
} if {
	change.skip_destroy.state in {"known", "absent"}
} else := {
	"verdict": "undecided",
	"cause": "unknown",
	"message": $"the plan {words[change.action].does} the {nouns[change.kind]} that {phrase.addresses(change.written_by)} wrote to, and {doubt(change)}",
}

doubt(change) := $"whether skip_destroy keeps its records is not known{phrase.given(change.skip_destroy)}"

words := {
	"delete": {"cause": "deleted", "does": "deletes", "so": ", and all its records with it"},
	"replace": {"cause": "replaced", "does": "replaces", "so": ", and deletes the old one with all its records"},
	"forget": {"cause": "forgotten", "does": "forgets", "so": ": it stays, and nothing manages it any more"},
}

nouns := {"log-group": "log group", "bucket": "bucket"}

ways_out := {
	"log-group": "take the change out of the plan, follow a new address with a moved block, or apply skip_destroy = true first",
	"bucket": "take the change out of the plan, follow a new address with a moved block, or copy the records first",
}
