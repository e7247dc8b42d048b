package flowgate.rules.delivery_not_granted_test

import data.flowgate.iam.grant
import data.flowgate.rules.delivery_not_granted as rule
import data.flowgate.testing as models

import future.keywords.not

test_delivery_not_granted[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

not_readable(given) := $"undecided boundary-not-judged: whether the role may write to the log group cannot be told: its permissions boundary, which may take back what its policies allow, cannot be read ({given})"

cases := {
	"whether the streams alone are enough to describe them is not known": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["arn:own:log-stream:*"]})], [[models.own_streams]]),
		"says": ["undecided not-certain: whether the role may write to the log group cannot be told: AWS does not say whether \"arn:own:log-stream:*\" is enough for logs:DescribeLogStreams"],
	},
	"the namesake in another region is told apart by the ARN": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["arn:aws:logs:us-east-1:111122223333:log-group:/net/flow:*"]})], [[models.other_group]]),
		"says": ["fail other-log-group: aws_iam_role_policy.this allows logs:CreateLogStream, logs:PutLogEvents and logs:DescribeLogStreams on \"arn:aws:logs:us-east-1:111122223333:log-group:/net/flow:*\", which is not the log group that the flow log writes to (arn:aws:logs:eu-west-1:111122223333:log-group:/net/flow)"],
	},
	"the exact policy lets records arrive": {
		"model": models.model({}),
		"says": [],
	},
	"everything on everything lets records arrive too": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["*"]})], [[models.anything]]),
		"says": [],
	},
	"another log group is not the flow log's own": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["arn:other"]})], [[models.other_group]]),
		"says": ["fail other-log-group: aws_iam_role_policy.this allows logs:CreateLogStream, logs:PutLogEvents and logs:DescribeLogStreams on \"arn:other\", which is not the log group that the flow log writes to (/net/flow)"],
	},
	"the bare ARN covers no stream": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["arn:own"]})], [[models.own_group]]),
		"says": ["fail missing-stream-suffix: aws_iam_role_policy.this allows logs:CreateLogStream and logs:PutLogEvents on \"arn:own\", which does not cover all streams of the log group"],
	},
	"one action alone may lack the suffix": {
		"model": models.permitting(
			[
				models.writing({"actions": ["logs:createlogstream", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:describelogstreams"], "resources": ["*"]}),
				models.writing({"actions": ["logs:putlogevents"], "covers": ["logs:putlogevents"], "resources": ["arn:own"]}),
			],
			[[models.anything], [models.own_group]],
		),
		"says": ["fail missing-stream-suffix: aws_iam_role_policy.this allows logs:PutLogEvents on \"arn:own\", which does not cover all streams of the log group"],
	},
	"one stream is not every stream": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["arn:own:log-stream:one"]})], [[{"streams": "some", "group": "no", "reach": "own", "form": "one-stream"}]]),
		"says": ["fail missing-stream-suffix: aws_iam_role_policy.this allows logs:CreateLogStream, logs:PutLogEvents and logs:DescribeLogStreams on \"arn:own:log-stream:one\", which does not cover all streams of the log group"],
	},
	"an ARN of no form grants nothing": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["arn:aws:logs:*:*:log-stream:x"]})], [[models.malformed]]),
		"says": ["fail malformed-arn: aws_iam_role_policy.this allows logs:CreateLogStream, logs:PutLogEvents and logs:DescribeLogStreams on \"arn:aws:logs:*:*:log-stream:x\", which is no form of ARN that any log group or stream has"],
	},
	"an action that is not allowed is missing": {
		"model": models.permitting([models.writing({})], [[models.own_streams]]),
		"says": ["fail missing-action: no policy of the role allows logs:DescribeLogStreams, which delivery needs"],
	},
	"a Deny wins over every Allow": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["*"]}), models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["*"], "effect": "Deny"})], [[models.anything], [models.anything]]),
		"says": ["fail explicit-deny: aws_iam_role_policy.this denies the role logs:CreateLogStream, logs:PutLogEvents and logs:DescribeLogStreams on the log group /net/flow"],
	},
	"a Deny of some streams denies delivery": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["*"]}), models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["arn:own:log-stream:eni-1"], "effect": "Deny"})], [[models.anything], [{"streams": "some", "group": "no", "reach": "own", "form": "one-stream"}]]),
		"says": ["fail explicit-deny: aws_iam_role_policy.this denies the role logs:CreateLogStream and logs:PutLogEvents on the log group /net/flow"],
	},
	"a Deny of another group does not matter": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["*"]}), models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["arn:other"], "effect": "Deny"})], [[models.anything], [models.other_group]]),
		"says": [],
	},
	"a Deny under a condition that never holds does not matter": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["*"]}), models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["*"], "effect": "Deny", "conditions": [models.condition({"operator": "stringequals", "key": "aws:sourceaccount", "values": [models.value({})]})]})], [[models.anything], [models.anything]]),
		"says": [],
	},
	"the service's session carries no aws:SourceAccount": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["*"], "conditions": [models.condition({"operator": "stringequals", "key": "aws:sourceaccount", "values": [models.value({})]})]})], [[models.anything]]),
		"says": ["fail condition-never-holds: aws_iam_role_policy.this allows logs:CreateLogStream, logs:PutLogEvents and logs:DescribeLogStreams under the condition \"StringEquals aws:SourceAccount\", which the flow-logs service never meets"],
	},
	"another group beside a bare own one is not why nothing arrives": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["arn:own", "arn:other"]})], [[models.own_group, models.other_group]]),
		"says": ["fail missing-stream-suffix: aws_iam_role_policy.this allows logs:CreateLogStream and logs:PutLogEvents on \"arn:own\", which does not cover all streams of the log group"],
	},
	"a condition on an unknown key is undecided": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["*"], "conditions": [models.condition({"operator": "stringequals", "key": "aws:principaltag/x", "given": "StringEquals aws:PrincipalTag/x", "values": [models.value({"own": "unknown"})]})]})], [[models.anything]]),
		"says": ["undecided not-certain: whether the role may write to the log group cannot be told: whether the service meets the condition \"StringEquals aws:PrincipalTag/x\" is not known"],
	},
	"a Deny under an unknown condition is undecided": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["*"]}), models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["*"], "effect": "Deny", "conditions": [models.condition({"operator": "stringequals", "key": "aws:principaltag/x", "given": "StringEquals aws:PrincipalTag/x", "values": [models.value({"own": "unknown"})]})]})], [[models.anything], [models.anything]]),
		"says": ["undecided not-certain: whether the role may write to the log group cannot be told: whether the service meets the condition \"StringEquals aws:PrincipalTag/x\" is not known"],
	},
	"an unknown resource is undecided": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["${var.x}"]})], [[{"streams": "unknown", "group": "unknown", "reach": "unknown", "form": "unknown"}]]),
		"says": ["undecided not-certain: whether the role may write to the log group cannot be told: what \"${var.x}\" covers is not known before apply"],
	},
	"an unknown action is undecided": {
		"model": models.permitting([models.writing({"actions": [], "covers": [], "resources": ["*"], "unknown": ["action"]})], [[models.anything]]),
		"says": ["undecided not-certain: whether the role may write to the log group cannot be told: what aws_iam_role_policy.this allows is not known before apply"],
	},
	"an element of resources that is not known is undecided": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["arn:other"], "unknown": ["resource"]})], [[models.other_group]]),
		"says": ["undecided not-certain: whether the role may write to the log group cannot be told: what aws_iam_role_policy.this allows is not known before apply"],
	},
	"a condition that cannot be read is undecided": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["*"], "unknown": ["condition"]})], [[models.anything]]),
		"says": ["undecided not-certain: whether the role may write to the log group cannot be told: what aws_iam_role_policy.this allows is not known before apply"],
	},
	"NotResource that names the own group leaves it out": {
		"model": models.but(models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": [], "not_resources": ["arn:own*"]})], [[]]), {"coverages": [{"statements": [{"resources": [], "not_resources": [models.anything]}]}]}),
		"says": ["fail other-log-group: aws_iam_role_policy.this allows logs:CreateLogStream, logs:PutLogEvents and logs:DescribeLogStreams on all but \"arn:own*\", which leaves out the log group that the flow log writes to (/net/flow)"],
	},
	"NotResource that names another group lets the own one in": {
		"model": models.but(models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": [], "not_resources": ["arn:other"]})], [[]]), {"coverages": [{"statements": [{"resources": [], "not_resources": [models.other_group]}]}]}),
		"says": [],
	},
	"S3 needs no role": {
		"model": models.model({"flow_logs": [models.flow_log(models.to_bucket)]}),
		"says": [],
	},
	"Firehose needs none to write to a log group": {
		"model": models.model({"flow_logs": [models.flow_log(models.but(models.to_stream, {"role": models.resolved}))]}),
		"says": [],
	},
	"a destination that contradicts its type is destination-mismatch's": {
		"model": models.model({"flow_logs": [models.flow_log({"destination_service": "s3"})]}),
		"says": [],
	},
	"no destination at all is destination-mismatch's too": {
		"model": models.model({"flow_logs": [models.flow_log({"destination_service": "none", "log_group": models.none})], "policies": [models.but(models.policy({}), models.opaque)]}),
		"says": [],
	},
	"an unknown destination type is undecided": {
		"model": models.model({"flow_logs": [models.flow_log({"destination_type": models.unknown})]}),
		"says": ["undecided destination-not-judged: whether records arrive cannot be told: the destination type is not known (${var.x})"],
	},
	"a destination type that is no text is undecided": {
		"model": models.model({"flow_logs": [models.flow_log({"destination_type": models.wrong_type})]}),
		"says": ["undecided destination-not-judged: whether records arrive cannot be told: the destination type is not known ([])"],
	},
	"a role outside the input is undecided": {
		"model": models.model({"flow_logs": [models.flow_log({"role": models.external})]}),
		"says": ["undecided role-not-in-input: what the role of the flow log may do cannot be seen, because the input does not hold the role (arn:elsewhere)"],
	},
	"a role that cannot be told is undecided": {
		"model": models.model({"flow_logs": [models.flow_log({"role": models.unresolved})]}),
		"says": ["undecided role-not-in-input: what the role of the flow log may do cannot be seen, because the input does not hold the role (${var.x})"],
	},
	"no role is delivery-role-missing's": {
		"model": models.model({"flow_logs": [models.flow_log({"role": models.none})]}),
		"says": [],
	},
	"no policy at all is delivery-policy-unattached's": {
		"model": models.model({"roles": [models.role({"permissions": []})]}),
		"says": [],
	},
	"a log group that cannot be told is undecided": {
		"model": models.model({"flow_logs": [models.flow_log({"log_group": models.unresolved, "log_group_arn": "", "permissions": [{"coverage": -1, "order": "after", "missing": []}]})]}),
		"says": ["undecided group-unknown: which log group the flow log writes to is not known (${var.x}), so neither is whether its role may write to it"],
	},
	"without a log group nothing is proven": {
		"model": models.model({"flow_logs": [models.flow_log({"log_group": models.none, "log_group_arn": "", "permissions": [{"coverage": -1, "order": "after", "missing": []}]})]}),
		"says": ["undecided group-unknown: which log group the flow log writes to is not known, so neither is whether its role may write to it"],
	},
	"a policy that may not be there proves nothing": {
		"model": models.model({"roles": [models.role({"permissions": [models.permission({"certain": false})]})]}),
		"says": ["undecided not-certain: whether the role may write to the log group cannot be told: whether aws_iam_role_policy.this is attached to the role is not known before apply"],
	},
	"an opaque policy proves nothing": {
		"model": models.model({"policies": [models.but(models.policy({}), models.opaque)]}),
		"says": ["undecided policy-unread: whether the role may write to the log group cannot be told, because aws_iam_role_policy.this cannot be read: it is made by jsonencode"],
	},
	"a policy outside the input proves nothing": {
		"model": models.model({"roles": [models.role({"permissions": [], "foreign_policies": [{"source": 0, "address": "aws_iam_role_policy_attachment.x", "given": "arn:aws:iam::aws:policy/X", "known": true}]})]}),
		"says": ["undecided policy-unread: whether the role may write to the log group cannot be told, because the input does not hold the managed policy \"arn:aws:iam::aws:policy/X\""],
	},
	"a policy whose role cannot be told may deny": {
		"model": models.model({"sources": [models.source({"unplaced_permissions": [{"source": 0, "address": "aws_iam_role_policy.x"}]})]}),
		"says": ["undecided policy-unread: whether the role may write to the log group cannot be told, because aws_iam_role_policy.x cannot be read"],
	},
	"a log group outside the input is judged by its ARN": {
		"model": models.but(models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["arn:other"]})], [[models.other_group]]), {"flow_logs": [models.flow_log({"log_group": models.external})]}),
		"says": ["fail other-log-group: aws_iam_role_policy.this allows logs:CreateLogStream, logs:PutLogEvents and logs:DescribeLogStreams on \"arn:other\", which is not the log group that the flow log writes to (arn:aws:logs:eu-west-1:111122223333:log-group:/net/flow)"],
	},
	"without its ARN the group is named as given": {
		"model": models.but(models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["arn:other"]})], [[models.other_group]]), {"flow_logs": [models.flow_log({"log_group_arn": ""})]}),
		"says": ["fail other-log-group: aws_iam_role_policy.this allows logs:CreateLogStream, logs:PutLogEvents and logs:DescribeLogStreams on \"arn:other\", which is not the log group that the flow log writes to (/net/flow)"],
	},
	"a permissions boundary that is not in the input may take the grant back": {
		"model": models.model({"roles": [models.role({"boundary": models.known("arn:elsewhere"), "boundary_policy": models.external})]}),
		"says": [not_readable("arn:elsewhere")],
	},
	"a permissions boundary that is not known may take the grant back": {
		"model": models.model({"roles": [models.role({"boundary": models.unknown, "boundary_policy": models.unresolved})]}),
		"says": [not_readable("${var.x}")],
	},
	"a permissions boundary whose document cannot be read may take the grant back": {
		"model": models.bounded_by_policy(models.but(models.opaque, {"address": "aws_iam_policy.boundary"}), []),
		"says": [not_readable("${x.arn}")],
	},
	"a permissions boundary that allows it leaves the grant": {
		"model": models.bounded([models.statement({"actions": ["logs:*"], "covers": grant.needed})], [models.anything]),
		"says": [],
	},
	"a permissions boundary that says nothing of an action takes it back": {
		"model": models.bounded([models.writing({})], [models.anything]),
		"says": ["fail outside-boundary: the permissions boundary aws_iam_policy.boundary does not allow the role logs:DescribeLogStreams on the log group /net/flow, whatever its policies allow"],
	},
	"a permissions boundary for other groups takes all back": {
		"model": models.bounded([models.statement({"actions": ["logs:*"], "covers": grant.needed})], [models.other_group]),
		"says": ["fail outside-boundary: the permissions boundary aws_iam_policy.boundary does not allow the role logs:CreateLogStream, logs:PutLogEvents and logs:DescribeLogStreams on the log group /net/flow, whatever its policies allow"],
	},
	"a permissions boundary denies like any policy": {
		"model": models.bounded(
			[models.statement({"actions": ["*"], "covers": grant.needed}), models.statement({"effect": "Deny", "actions": ["logs:putlogevents"], "covers": ["logs:putlogevents"]})],
			[models.anything],
		),
		"says": ["fail explicit-deny: aws_iam_policy.boundary denies the role logs:PutLogEvents on the log group /net/flow"],
	},
	"whether a permissions boundary covers the group may not be known": {
		"model": models.bounded([models.statement({"actions": ["logs:*"], "covers": grant.needed})], [{"streams": "unknown", "group": "unknown", "reach": "unknown", "form": "unknown"}]),
		"says": ["undecided not-certain: whether the permissions boundary aws_iam_policy.boundary lets the role write to the log group is not known before apply"],
	},
}
