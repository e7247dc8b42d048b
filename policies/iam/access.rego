# METADATA
# title: what the policy of a bucket or key lets a service do
# description: |
#   Resource policies as AWS evaluates them, each as it reads for one request: a Deny that applies wins, else one Allow
#   that applies is needed, and what cannot be read may hold either. A service has no policy of its own in the account.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html
# schemas:
#   - input: schema["model.schema"]
package flowgate.iam.access

import data.flowgate.iam.condition
import data.flowgate.iam.principal
import data.flowgate.iam.truth

# METADATA
# description: |
#   what delivery to a bucket asks of its policy: the action, whether it names the bucket itself or its objects, and
#   what the request carries
deliveries := [
	{"action": "s3:putobject", "on": "objects", "carries": "object"},
	{"action": "s3:getbucketacl", "on": "itself", "carries": "bucket"},
]

# METADATA
# description: may the service make the request (yes, no, unknown); a policy that cannot be read may say anything
granted(reading, request) := "unknown" if {
	reading.document < 0
} else := "no" if {
	is_refused(reading)
} else := truth.conjunction([allowed(reading, request), truth.negation(denied(reading, request))])

# METADATA
# scope: document
# description: does AWS refuse the document for its principals, so that it is never in force
is_refused(reading) if {
	some statement in input.documents[reading.document].statements
	principal.is_empty(statement)
}

# METADATA
# description: does an Allow of the policy reach what the request asks for
allowed(reading, request) := truth.disjunction([each.answer | some each in answers(reading, "Allow", request)])

# METADATA
# description: does a Deny of the policy reach what the request asks for
denied(reading, request) := truth.disjunction([each.answer | some each in answers(reading, "Deny", request)])

# METADATA
# description: the same, statement by statement, with its position
answers(reading, effect, request) := [each |
	some index, statement in input.documents[reading.document].statements
	statement.effect == effect
	each := {"index": index, "answer": truth.conjunction([
		principal.concerns(statement),
		acts(statement, request),
		reaches(reading, index, request),
		condition.holds(statement, request.carries),
	])}
]

# METADATA
# description: does the statement name the action of the request (yes, no, unknown)
acts(statement, request) := "yes" if {
	request.action in statement.covers
} else := "unknown" if {
	"action" in statement.unknown
} else := "no"

# METADATA
# description: do the resources of a statement reach all that is asked for, for Allow, or any of it, for Deny
reaches(reading, index, request) := truth.disjunction(array.flatten([
	[reach(resource, statement.effect, request) | some resource in covered.resources],
	[_outside(covered.not_resources, statement.effect, request) | count(covered.not_resources) > 0],
	["unknown" | some element in statement.unknown; element == "resource"],
])) if {
	statement := input.documents[reading.document].statements[index]
	covered := input.target_coverages[reading.coverage].statements[index]
}

# METADATA
# description: does one resource of a statement reach what is asked for
reach(resource, effect, request) := {"itself": resource.itself, "objects": _objects[effect][resource.objects]}[request.on]

_objects := {
	"Allow": {"every": "yes", "some": "no", "none": "no", "unknown": "unknown"},
	"Deny": {"every": "yes", "some": "yes", "none": "no", "unknown": "unknown"},
}

# What NotResource leaves: an Allow has to leave every object in, a Deny must leave every object out.
_outside(not_resources, effect, request) := truth.negation(truth.disjunction([answer |
	some resource in not_resources
	answer := reach(resource, {"Allow": "Deny", "Deny": "Allow"}[effect], request)
]))
