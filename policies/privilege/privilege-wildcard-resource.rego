# METADATA
# title: The role reaches log groups that are not its own
# description: >-
#   With a wildcard in region, account or name, or with another group's ARN, the service may write to, and mix
#   records into, groups that have nothing to do with the flow log. The endings :* and :log-stream:* are no
#   wildcards in this sense.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: true
#   causes:
#     any-resource: the resource is a wildcard for everything
#     wildcard-scope: a wildcard for region or account
#     wildcard-name: a name with a wildcard that matches other groups
#     other-log-group: another group beside its own
#     resource-unknown: a resource, or the role's own log group, is not known before apply
#     policy-unread: a policy of the role cannot be read
#     not-certain: whether the policy is there is not known
#   help: >-
#     Name the ARN of the flow log's own log group, with :log-stream:* for writing. Only logs:DescribeLogGroups
#     may stand on *.
#   controls: []
package flowgate.rules.privilege_wildcard_resource

import data.flowgate.evidence
import data.flowgate.iam.claim
import data.flowgate.iam.privilege
import data.flowgate.likeness
import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

import future.keywords.not

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(subject.roles), findings) if input.version == 1

findings := array.flatten([
	[finding |
		some review in privilege.reviews(suspects)
		wide := reaching(review)
		some cause in ["any-resource", "wildcard-scope", "wildcard-name", "other-log-group"]
		nearest := likeness.nearest([each.text | some each in wide; each.cause == cause], own_group(review.role))
		finding := privilege.finding(
			review,
			{
				"verdict": "fail",
				"cause": cause,
				"message": $"{review.policy.address} lets the role reach {claim.patterns([each | some each in wide; each.cause == cause], own_group(review.role))}, {trouble[cause]}",
				"fix": $"name the flow log's own log group in {review.policy.address}, and nothing else",
				"evidence": evidence.marked(nearest, mark[cause]),
			},
			"not-certain",
		)
	],
	[finding |
		some review in privilege.reviews(suspects)
		texts := unknown_reach(review)
		count(texts) > 0
		finding := privilege.finding(
			review,
			{
				"verdict": "undecided",
				"cause": "resource-unknown",
				"message": $"whether {phrase.quoted(texts)} in {review.policy.address} reaches other log groups is not known before apply",
				"fix": "name the log group literally, or refer to a resource of this input",
			},
			"not-certain",
		)
	],
	privilege.unread("policy-unread"),
	privilege.unknown("resource", "resource-unknown"),
])

own_group(role) := concat("", array.slice(
	[arn |
		some at in role.flow_logs
		arn := input.flow_logs[at].log_group_arn
		arn != ""
	],
	0, 1,
))

trouble := {
	"any-resource": "which is every log group of every account and region",
	"wildcard-scope": "which leaves region or account open",
	"wildcard-name": "which matches log groups other than the flow log's own",
	"other-log-group": "which is a log group other than the flow log's own",
}

mark := {"any-resource": "*", "wildcard-scope": ":*", "wildcard-name": "*", "other-log-group": ""}

# Documents with a resource that may be more than the own group.
suspects := {input.policies[permission.policy].document |
	some role in subject.roles
	some permission in role.permissions
	some index, covered in input.coverages[permission.coverage].statements
	some resource in covered.resources
	resource.reach != "own"
	statement := input.documents[input.policies[permission.policy].document].statements[index]
	names_groups(statement, role)
}

reaching(review) := [{"text": review.policy.resources[each.index].resources[position], "cause": cause} |
	beside_own := names_own_group(review.role)
	some each in privilege.allowing(review)
	names_groups(each.statement, review.role)
	some position, resource in covered(review, each)
	cause := cause_of(resource, beside_own)
]

unknown_reach(review) := [text |
	some each in privilege.allowing(review)
	names_groups(each.statement, review.role)
	some position, resource in covered(review, each)
	resource.reach == "unknown"
	text := review.policy.resources[each.index].resources[position]
]

covered(review, each) := input.coverages[review.permission.coverage].statements[each.index].resources

# Do its resources stand for log groups? DescribeLogGroups takes none, nor do log deliveries, and other services have
# none.
names_groups(statement, _) if count(statement.not_actions) > 0

names_groups(statement, _) if "action" in statement.unknown

names_groups(statement, role) if {
	some action in statement.actions
	action != "logs:describeloggroups"
	may_be_of_logs(action)
	not manages_delivery(action, role)
}

manages_delivery(action, role) if {
	privilege.forwarding[action]
	subject.serves_streams(role)
}

may_be_of_logs(action) if startswith(action, "logs:")

may_be_of_logs(action) if privilege.wild(split(action, ":")[0])

cause_of(resource, _) := {
	"any": "any-resource",
	"wildcard-scope": "wildcard-scope",
	"wildcard-name": "wildcard-name",
}[resource.form] if {
	resource.reach in {"beyond", "other"}
}

cause_of(resource, true) := "other-log-group" if {
	resource.reach == "other"
	resource.form in {"bare-group", "group", "streams", "one-stream"}
}

default names_own_group(_) := false

# In place of the own group, another one is delivery-not-granted's to report.
names_own_group(role) if {
	some permission in role.permissions
	some index, statement in input.documents[input.policies[permission.policy].document].statements
	statement.effect == "Allow"
	names_groups(statement, role)
	some resource in input.coverages[permission.coverage].statements[index].resources
	resource.reach in {"own", "beyond"}
}
