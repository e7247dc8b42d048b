# METADATA
# title: An account-wide retention policy overrides the log group's own
# description: >-
#   The retention that is written on the log group is then not the one that holds.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutAccountPolicy.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: warning
#   waivable: true
#   causes:
#     overridden: an account policy of type RETENTION_POLICY reaches the group
#     selective: the account policy has a selection criterion, so whether it reaches the group is not known
#     uncertain: whether the account policy exists is not known
#   help: >-
#     Take the account-wide policy away, or let it and the log groups say the same.
#   controls: []
package flowgate.rules.retention_overridden

import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(subject.log_groups), findings) if input.version == 1

findings := [finding |
	some group in subject.log_groups
	about := abouts[0]
	finding := object.union(about, {
		"source": group.source,
		"address": group.address,
		"related": array.concat(about.related, subject.flow_logs_of(group)),
	})
]

# The same for every log group: the most certain comes first.
abouts := array.flatten([
	[about |
		count(certain) > 0
		about := {
			"verdict": "fail",
			"cause": "overridden",
			"related": [subject.ref(policy) | some policy in certain],
			"message": $"the account-wide retention policy {phrase.addresses(certain)} overrides the log group's retention",
			"fix": $"remove {phrase.addresses(certain)}, or give it the retention that the log group needs",
		}
	],
	[about |
		some policy in input.account_retentions
		policy.selective
		about := {
			"verdict": "undecided",
			"cause": "selective",
			"related": [subject.ref(policy)],
			"message": $"the account-wide retention policy {policy.address} may override the log group's retention: it holds for some log groups only",
			"fix": $"make sure that the selection of {policy.address} leaves this log group out",
		}
	],
	[about |
		some policy in input.account_retentions
		policy.exists == "unknown"
		about := {
			"verdict": "undecided",
			"cause": "uncertain",
			"related": [subject.ref(policy)],
			"message": $"the account-wide retention policy {policy.address} may override the log group's retention: whether it exists is not known",
			"fix": $"give {policy.address} a literal count, or remove it",
		}
	],
])

certain := [policy |
	some policy in input.account_retentions
	policy.exists == "yes"
	policy.selective == false
]
