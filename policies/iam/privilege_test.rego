package flowgate.iam.privilege_test

import data.flowgate.iam.privilege as judged
import data.flowgate.testing as models

import future.keywords.not

two_policies := models.model({
	"policies": [models.policy({"address": "first"}), models.policy({"address": "second", "document": 2})],
	"roles": [
		models.role({"address": "used", "permissions": [models.permission({}), models.permission({"policy": 1})]}),
		models.role({"address": "unused", "flow_logs": []}),
	],
	"documents": [
		{"statements": [models.trusting({})]},
		{"statements": [models.writing({"sid": "a"}), models.writing({"sid": "b", "effect": "Deny", "actions": ["logs:*"]})]},
		{"statements": [models.writing({"sid": "c", "effect": "Deny"}), models.writing({"sid": "d", "actions": ["s3:*"]})]},
	],
})

# Which policies are reviewed: [role, policy].
reviewed := {
	"no document of interest": {"documents": set(), "are": []},
	"the document of one policy": {"documents": {2}, "are": [["used", "second"]]},
	"the documents of both": {"documents": {1, 2}, "are": [["used", "first"], ["used", "second"]]},
	"a trust document": {"documents": {0}, "are": []},
	"where there is no document": {"documents": {-1}, "are": []},
}

test_reviews[note] if {
	some note, case in reviewed
	found := judged.reviews(case.documents) with input as two_policies
	[[review.role.address, review.policy.address] | some review in found] == case.are
}

test_a_policy_is_reviewed_at_each_role_that_it_hangs_on if {
	model := models.model({"roles": [models.role({"address": "a"}), models.role({"address": "b"})]})
	found := judged.reviews({1}) with input as model
	[[review.role.address, review.permission] | some review in found] == [
		["a", models.permission({})],
		["b", models.permission({})],
	]
}

test_only_what_is_allowed_is_privilege if {
	second := {"role": two_policies.roles[0], "permission": models.permission({"policy": 1}), "policy": two_policies.policies[1]}
	allowing := judged.allowing(second) with input as two_policies
	[[each.index, each.statement.sid] | some each in allowing] == [[1, "d"]]
	actions := judged.actions(second) with input as two_policies
	actions == {"s3:*"}
}

test_an_action_is_shown_as_the_statement_spells_it_that_allows_it if {
	statements := [
		models.writing({"actions": ["logs:putlogevents"], "actions_given": ["logs:PutLogEvents"]}),
		models.writing({"effect": "Deny", "actions": ["logs:putlogevents"], "actions_given": ["LOGS:putLogEvents"]}),
	]
	spelled := judged.spelled(review({}), {"logs:putlogevents"}) with input as models.permitting(statements, [[], []])
	spelled == ["logs:PutLogEvents"]
}

# https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-firehose.html
test_delivery_to_a_stream_of_another_account_needs_seven_actions if {
	judged.forwarding == {lower(action) | some action in [
		"iam:PassRole", "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:ListLogDeliveries",
		"logs:GetLogDelivery", "logs:UpdateLogDelivery", "sts:AssumeRole",
	]}
}

test_the_wildcards_of_iam_are_two if {
	judged.wild("logs:*")
	judged.wild("logs:PutLogEvent?")
	not judged.wild("logs:PutLogEvents")
	not judged.wild("")
}

# Whether the input holds a log group that the role's flow logs write to.
owners := {
	"the log group of its only flow log": {"groups": [models.resolved], "is": true},
	"the log group of one of two": {"groups": [models.external, models.resolved], "is": true},
	"a log group elsewhere": {"groups": [models.external], "is": false},
	"a log group that cannot be told": {"groups": [models.unresolved], "is": false},
	"no log group": {"groups": [models.none], "is": false},
	"no flow log": {"groups": [], "is": false},
	"the log group of another role's flow log": {"groups": [models.external], "others": [models.resolved], "is": false},
}

test_owns_log_group[note] if {
	some note, case in owners
	groups := array.concat(case.groups, object.get(case, "others", []))
	model := models.model({"flow_logs": [models.flow_log({"log_group": group}) | some group in groups]})
	role := models.role({"flow_logs": [at | some at, _ in case.groups]})
	found := [true | judged.owns_log_group(role) with input as model]
	owns := count(found) > 0
	owns == case.is
}

about := {"verdict": "fail", "cause": "x", "message": "it allows too much", "fix": "less"}

review(changes) := {"role": models.role({}), "permission": models.permission(changes), "policy": models.policy({})}

test_a_finding_leads_to_the_policy_and_the_flow_logs if {
	found := judged.finding(review({}), about, "uncertain") with input as models.model({})
	object.remove(found, ["corrected"]) == object.union(about, {
		"source": 0,
		"address": "aws_iam_role.this",
		"related": [
			{"source": 0, "address": "aws_iam_role_policy.this"},
			{"source": 0, "address": "aws_flow_log.this"},
		],
	})
	found.corrected.Statement[0].Resource == concat("", [models.group_arn, ":log-stream:*"])
}

test_a_policy_that_may_not_be_there_is_no_failure if {
	found := judged.finding(review({"certain": false}), about, "uncertain") with input as models.model({})
	object.filter(found, ["verdict", "cause", "message", "fix"]) == {
		"verdict": "undecided",
		"cause": "uncertain",
		"message": "it allows too much, if it is there at all: that is not known before apply",
		"fix": "less",
	}
}

test_a_role_of_two_log_groups_has_no_one_corrected_policy if {
	model := models.model({"flow_logs": [models.flow_log({}), models.flow_log({"log_group_arn": "arn:other"})]})
	shared := object.union(review({}), {"role": models.role({"flow_logs": [0, 1]})})
	found := judged.finding(shared, about, "uncertain") with input as model
	not found.corrected
	twins := judged.finding(shared, about, "uncertain") with input as models.model({"flow_logs": [models.flow_log({}), models.flow_log({})]})
	twins.corrected
}

test_a_policy_that_cannot_be_read_is_undecided if {
	model := models.model({
		"policies": [models.policy({}), models.but(models.policy({"address": "made"}), models.opaque)],
		"roles": [
			models.role({"permissions": [models.permission({}), models.permission({"policy": 1})]}),
			models.role({"permissions": [models.permission({"policy": 1})], "flow_logs": []}),
		],
	})
	found := judged.unread("policy-unread") with input as model
	found == [{
		"verdict": "undecided",
		"cause": "policy-unread",
		"source": 0,
		"address": "aws_iam_role.this",
		"related": [{"source": 0, "address": "made"}, {"source": 0, "address": "aws_flow_log.this"}],
		"message": "what made allows the role cannot be read: it is made by jsonencode",
		"fix": "write the policy as JSON or with aws_iam_policy_document, in the same input and attached by reference",
	}]
	none := judged.unread("policy-unread") with input as models.model({})
	none == []
	only := judged.unread("policy-unread") with input as models.model({"policies": [models.but(models.policy({}), models.opaque)]})
	count(only) == 1
}

# What is said of the elements of a statement that are not known: [of actions, of resources].
elements := {
	"all is known": {"statements": [{}], "say": [[], []]},
	"an action": {
		"statements": [{"unknown": ["action"]}],
		"say": [["aws_iam_role_policy.this allows the role an action that is not known before apply"], []],
	},
	"a resource of a named statement": {
		"statements": [{"unknown": ["resource"], "sid": "Write"}],
		"say": [[], ["aws_iam_role_policy.this allows the role a resource that is not known before apply (Write)"]],
	},
	"both": {
		"statements": [{"unknown": ["action", "resource"]}],
		"say": [
			["aws_iam_role_policy.this allows the role an action that is not known before apply"],
			["aws_iam_role_policy.this allows the role a resource that is not known before apply"],
		],
	},
	"two statements of one policy are one finding": {
		"statements": [{}, {"unknown": ["action"], "sid": "b"}, {"unknown": ["action"], "sid": "c"}],
		"say": [["aws_iam_role_policy.this allows the role an action that is not known before apply (b)"], []],
	},
	"a condition is neither": {"statements": [{"unknown": ["condition"]}], "say": [[], []]},
	"what a Deny holds is no privilege": {
		"statements": [{"unknown": ["action", "resource"], "effect": "Deny"}],
		"say": [[], []],
	},
	"a Deny that is not known beside an Allow that is": {
		"statements": [{"unknown": ["action"], "effect": "Deny"}, {}],
		"say": [[], []],
	},
}

test_unknown[note] if {
	some note, case in elements
	statements := [models.writing(changes) | some changes in case.statements]
	model := models.permitting(statements, [[models.anything] | some _ in statements])
	actions := judged.unknown("action", "not-known") with input as model
	resources := judged.unknown("resource", "not-known") with input as model
	[[each.message | some each in actions], [each.message | some each in resources]] == case.say
}

test_an_element_that_is_not_known_is_undecided_and_says_what_to_do if {
	model := models.permitting([models.writing({"unknown": ["resource"]})], [[models.anything]])
	found := judged.unknown("resource", "not-known") with input as model
	[object.filter(each, ["verdict", "cause", "fix"]) | some each in found] == [{
		"verdict": "undecided",
		"cause": "not-known",
		"fix": "write each resource literally, or refer to a resource of this input",
	}]
}
