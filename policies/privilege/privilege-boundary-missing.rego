# METADATA
# title: The delivery role has no permissions boundary
# description: >-
#   A permissions boundary holds a role to what it is for, whatever policies are attached to it later.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: "off"
#   waivable: true
#   causes:
#     missing: the role has no permissions boundary, and the settings ask for one
#     unknown: whether it has one is known only after apply
#     wrong-type: the boundary is not a text
#   help: >-
#     Set permissions_boundary of the role to the ARN of a policy that allows what delivery needs.
#   controls: []
package flowgate.rules.privilege_boundary_missing

import data.flowgate.phrase
import data.flowgate.settings
import data.flowgate.subject
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(subject.roles), findings) if input.version == 1

findings := [finding |
	settings.require_boundary
	some role in subject.roles
	about := about_boundary(role)
	finding := object.union(about, {
		"source": role.source,
		"address": role.address,
		"related": subject.flow_logs_of(role),
		"fix": "set permissions_boundary of the role to the ARN of the boundary's policy",
	})
]

about_boundary(role) := {
	"verdict": "fail",
	"cause": "missing",
	"message": "the role has no permissions boundary, which the settings ask for",
} if {
	role.boundary_policy.state == "none"
} else := {
	"verdict": "undecided",
	"cause": {"unknown": "unknown", "wrong-type": "wrong-type"}[role.boundary.state],
	"message": $"whether the role has a permissions boundary {trouble[role.boundary.state]}{phrase.given(role.boundary)}",
} if {
	role.boundary_policy.state == "unknown"
}

trouble := {"unknown": "is not known before apply", "wrong-type": "cannot be told: permissions_boundary is not a text"}
