# METADATA
# title: Constructs became one resource
# description: >-
#   CDKTF drops characters from ids (`A B` and `AB` are one) and merges what then has the same name, without a word: what
#   is deployed is neither of the two.
# related_resources:
#   - ref: https://github.com/aws/aws-cdk/issues/6421
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: false
#   causes:
#     same-name: several constructs of one stack have the same type and logical id
#   help: >-
#     Give the constructs ids that differ in letters, digits, `_` or `-`. Only synthesize(app) sees this: the written
#     files keep no trace of it.
#   controls: []
package flowgate.rules.construct_merged

import data.flowgate.subject
import data.flowgate.verdict as answer

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(input.merged), [finding |
	some merged in input.merged
	paths := concat(", ", merged.construct_paths)
	finding := object.union(subject.ref(merged), {
		"verdict": "fail",
		"cause": "same-name",
		"related": [],
		"message": $"{count(merged.construct_paths)} constructs became this one resource: {paths}",
		"fix": "give each construct an id that differs from the others in letters, digits, _ or -",
	})
]) if {
	input.version == 1
}
