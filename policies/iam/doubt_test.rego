package flowgate.iam.doubt_test

import data.flowgate.iam.doubt as judged
import data.flowgate.testing as models

needed := ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"]

allowing(changes) := models.statement(models.but({"actions": needed, "covers": needed, "resources": ["arn:x"]}, changes))

unsure := {"streams": "unknown", "group": "unknown", "reach": "unknown", "form": "unknown"}

perhaps(given) := models.condition({
	"key": "aws:principaltag/x",
	"given": given,
	"values": [models.value({"own": "unknown"})],
})

always := models.condition({"key": "aws:securetransport", "given": "S", "values": [models.value({})]})

on_role(changes) := models.model({"roles": [models.role(changes)]})

by_name := "name actions and resources literally or by reference to resources of this input, without a count that is not known"

by_one_kind := "hang the policy on the role by one kind of resource alone, and give each policy of the role a name of its own"

# Why it cannot be told whether a needed action is granted, and what would settle it.
cases := {
	"a condition": {
		"model": models.permitting([allowing({"conditions": [perhaps("B"), always, perhaps("A")]})], [[models.anything]]),
		"reason": `whether the service meets the condition "A" and "B" is not known`,
		"remedy": "remove the condition, or compare what the service's session carries, such as aws:RequestedRegion",
	},
	"a condition comes before the resource": {
		"model": models.permitting([allowing({"conditions": [perhaps("A")]})], [[unsure]]),
		"reason": `whether the service meets the condition "A" is not known`,
		"remedy": "remove the condition, or compare what the service's session carries, such as aws:RequestedRegion",
	},
	"a condition of a Deny": {
		"model": models.permitting(
			[allowing({}), allowing({"effect": "Deny", "conditions": [perhaps("A")]})],
			[[models.anything], [models.anything]],
		),
		"reason": `whether the service meets the condition "A" is not known`,
		"remedy": "remove the condition, or compare what the service's session carries, such as aws:RequestedRegion",
	},
	"the streams alone": {
		"model": models.permitting([allowing({"resources": ["arn:x:log-stream:*"]})], [[models.own_streams]]),
		"reason": `AWS does not say whether "arn:x:log-stream:*" is enough for logs:DescribeLogStreams`,
		"remedy": "name the ARN of the log group itself for logs:DescribeLogStreams",
	},
	"a resource that is not known, beside one that is another": {
		"model": models.permitting([allowing({"resources": ["arn:y", "${var.x}"]})], [[models.other_group, unsure]]),
		"reason": `what "${var.x}" covers is not known before apply`,
		"remedy": by_name,
	},
	"a policy that may not be there": {
		"model": on_role({"permissions": [models.permission({"certain": false})]}),
		"reason": "whether aws_iam_role_policy.this is attached to the role is not known before apply",
		"remedy": by_name,
	},
	"a policy that something else takes off": {
		"model": on_role({"permissions": [models.permission({
			"contested_by": [{"source": 0, "address": "aws_iam_policy_attachment.this"}],
		})]}),
		"reason": "aws_iam_policy_attachment.this may take aws_iam_role_policy.this off the role",
		"remedy": by_one_kind,
	},
	"a resource comes before what takes a policy off": {
		"model": models.but(
			models.permitting([allowing({"resources": ["${var.x}"]})], [[unsure]]),
			{"roles": [models.role({"permissions": [
				models.permission({}),
				models.permission({"contested_by": [{"source": 0, "address": "aws_iam_policy_attachment.this"}]}),
			]})]},
		),
		"reason": `what "${var.x}" covers is not known before apply`,
		"remedy": by_name,
	},
	"policies of the same name": {
		"model": models.model({
			"roles": [models.role({"permissions": [
				models.permission({"contested_by": [{"source": 0, "address": "aws_iam_role_policy.a"}]}),
				models.permission({"policy": 1, "contested_by": [{"source": 0, "address": "aws_iam_role_policy.b"}]}),
			]})],
			"policies": [
				models.policy({"address": "aws_iam_role_policy.b"}),
				models.policy({"address": "aws_iam_role_policy.a"}),
			],
		}),
		"reason": "aws_iam_role_policy.a and aws_iam_role_policy.b have the same name, and the role keeps the one that is written last",
		"remedy": by_one_kind,
	},
	"an action": {
		"model": models.permitting([allowing({"covers": [], "unknown": ["action"]})], [[models.anything]]),
		"reason": "what aws_iam_role_policy.this allows is not known before apply",
		"remedy": by_name,
	},
	"a resource that cannot be read": {
		"model": models.permitting([allowing({"resources": [], "unknown": ["resource"]})], [[]]),
		"reason": "what aws_iam_role_policy.this allows is not known before apply",
		"remedy": by_name,
	},
	"a statement that does not describe streams has to name no more than them": {
		"model": models.permitting(
			[allowing({"covers": ["logs:createlogstream", "logs:putlogevents"], "unknown": ["condition"]})],
			[[models.own_streams]],
		),
		"reason": "what aws_iam_role_policy.this allows is not known before apply",
		"remedy": by_name,
	},
	"a condition that cannot be read": {
		"model": models.permitting([allowing({"unknown": ["condition"]})], [[models.anything]]),
		"reason": "what aws_iam_role_policy.this allows is not known before apply",
		"remedy": by_name,
	},
	"a resource that is not known matters only to an action that hangs on it": {
		"model": models.permitting(
			[
				allowing({"covers": ["logs:createlogstream", "logs:putlogevents"], "resources": ["${var.a}"]}),
				allowing({"covers": ["logs:createlogstream", "logs:putlogevents"]}),
				allowing({"covers": ["logs:describelogstreams"], "resources": ["${var.b}"]}),
			],
			[[unsure], [models.anything], [unsure]],
		),
		"reason": `what "${var.b}" covers is not known before apply`,
		"remedy": by_name,
	},
	"a statement about other actions is not in doubt": {
		"model": models.permitting(
			[allowing({"covers": [], "resources": ["${var.a}"]}), allowing({"resources": ["${var.b}"]})],
			[[unsure], [unsure]],
		),
		"reason": `what "${var.b}" covers is not known before apply`,
		"remedy": by_name,
	},
}

test_doubt[note] if {
	some note, case in cases
	reason := judged.reason(case.model.flow_logs[0]) with input as case.model
	remedy := judged.remedy(case.model.flow_logs[0]) with input as case.model
	[reason, remedy] == [case.reason, case.remedy]
}

foreign(changes) := models.but({"source": 0, "address": "attached", "given": "arn:aws:iam::aws:policy/X", "known": true}, changes)

opaque(address, changes) := models.but(models.policy({"address": address}), models.but(models.opaque, changes))

# Which policies of the role the input does not show.
unread := {
	"a managed policy that the input does not hold": {
		"model": on_role({"foreign_policies": [foreign({})]}),
		"is": `the input does not hold the managed policy "arn:aws:iam::aws:policy/X"`,
	},
	"of several the ones that are named": {
		"model": on_role({"foreign_policies": [foreign({}), foreign({"known": false}), foreign({"given": "arn:y"})]}),
		"is": `the input does not hold the managed policy "arn:aws:iam::aws:policy/X" and "arn:y"`,
	},
	"a reference that cannot be followed": {
		"model": on_role({"foreign_policies": [foreign({"known": false})]}),
		"is": "attached cannot be read",
	},
	"a policy that cannot be read": {
		"model": models.model({"policies": [opaque("made", {})]}),
		"is": "made cannot be read: it is made by jsonencode",
	},
	"a policy that cannot be read and nobody knows why": {
		"model": models.model({"policies": [opaque("made", {"detail": ""})]}),
		"is": "made cannot be read",
	},
	"two policies that cannot be read": {
		"model": models.model({
			"policies": [opaque("made", {}), opaque("too", {})],
			"roles": [models.role({"permissions": [models.permission({}), models.permission({"policy": 1})]})],
		}),
		"is": "made and too cannot be read",
	},
	"a policy whose role cannot be told": {
		"model": models.model({"sources": [models.source({"unplaced_permissions": [{"source": 0, "address": "loose"}]})]}),
		"is": "loose cannot be read",
	},
}

test_unread[note] if {
	some note, case in unread
	found := judged.unread(case.model.flow_logs[0]) with input as case.model
	found == case.is
}
