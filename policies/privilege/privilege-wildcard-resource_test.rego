package flowgate.rules.privilege_wildcard_resource_test

import data.flowgate.rules.privilege_wildcard_resource as rule
import data.flowgate.testing as models

import future.keywords.not

test_privilege_wildcard_resource[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_each_form_of_another_group_is_one[form] if {
	some form in ["bare-group", "group", "streams", "one-stream"]
	verdict := rule.verdict with input as models.permitting(
		[models.writing({}), models.writing({"resources": ["arn:other"]})],
		[[models.own_streams], [models.but(models.other_group, {"form": form})]],
	)
	[finding.cause | some finding in verdict.findings] == ["other-log-group"]
}

test_the_own_group_is_the_first_that_is_known if {
	flow_logs := [models.flow_log({"log_group_arn": arn}) | some arn in ["", "arn:first", "arn:second"]]
	rule.own_group(models.role({"flow_logs": [0, 1, 2]})) == "arn:first" with input as models.model({"flow_logs": flow_logs})
}

test_evidence_shows_the_first_wildcard[form] if {
	statement := models.writing({"resources": ["arn:aws:logs:*"]})
	some form in ["any", "wildcard-name"]
	resource := {"streams": "every", "group": "yes", "reach": "beyond", "form": form}
	verdict := rule.verdict with input as models.permitting([statement], [[resource]])
	verdict.findings[0].evidence == {"text": "arn:aws:logs:*", "start": 13, "end": 14}
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

# A role for Firehose of another account that may do this.
forwarding(actions) := models.but(
	models.permitting([models.statement({"actions": actions, "resources": ["*"]})], [[models.anything]]),
	{"flow_logs": [models.flow_log(models.across_accounts)]},
)

cases := {
	"log deliveries for Firehose of another account take no resource": {
		"model": forwarding(["logs:createlogdelivery", "logs:listlogdeliveries"]),
		"says": [],
	},
	"log deliveries for CloudWatch Logs reach everything": {
		"model": models.permitting([models.statement({"actions": ["logs:createlogdelivery"], "resources": ["*"]})], [[models.anything]]),
		"says": ["fail any-resource: aws_iam_role_policy.this lets the role reach \"*\", which is every log group of every account and region"],
	},
	"actions of another service reach no log group": {
		"model": models.permitting([models.statement({"actions": ["s3:getobject", "iam:passrole"], "resources": ["*"]})], [[models.anything]]),
		"says": [],
	},
	"a wildcard service may be logs": {
		"model": models.permitting([models.statement({"actions": ["*"], "resources": ["*"]})], [[models.anything]]),
		"says": ["fail any-resource: aws_iam_role_policy.this lets the role reach \"*\", which is every log group of every account and region"],
	},
	"NotAction may be of logs": {
		"model": models.permitting([models.statement({"not_actions": ["iam:*"], "resources": ["*"]})], [[models.anything]]),
		"says": ["fail any-resource: aws_iam_role_policy.this lets the role reach \"*\", which is every log group of every account and region"],
	},
	"an action that is not known may be of logs": {
		"model": models.permitting([models.statement({"unknown": ["action"], "resources": ["*"]})], [[models.anything]]),
		"says": ["fail any-resource: aws_iam_role_policy.this lets the role reach \"*\", which is every log group of every account and region"],
	},
	"the own group is right, and DescribeLogGroups takes no resource": {
		"model": models.model({}),
		"says": [],
	},
	"everything is too much": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["*"]})], [[models.anything]]),
		"says": ["fail any-resource: aws_iam_role_policy.this lets the role reach \"*\", which is every log group of every account and region"],
	},
	"a wildcard region or account is too much": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["arn:aws:logs:*:*:log-group:x:*"]})], [[{"streams": "none", "group": "no", "reach": "other", "form": "wildcard-scope"}]]),
		"says": ["fail wildcard-scope: aws_iam_role_policy.this lets the role reach \"arn:aws:logs:*:*:log-group:x:*\", which leaves region or account open"],
	},
	"a name prefix is too much": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["arn:aws:logs:eu-west-1:111122223333:log-group:/net*"]})], [[{"streams": "every", "group": "yes", "reach": "beyond", "form": "wildcard-name"}]]),
		"says": ["fail wildcard-name: aws_iam_role_policy.this lets the role reach \"arn:aws:logs:eu-west-1:111122223333:log-group:/net*\", which matches log groups other than the flow log's own"],
	},
	"another group in place of the own is delivery-not-granted's": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["arn:other"]})], [[models.other_group]]),
		"says": [],
	},
	"nor is it where the role may list all log groups": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["arn:other"]}), models.describing_groups], [[models.other_group], [models.anything]]),
		"says": [],
	},
	"another group beside the own is too much": {
		"model": models.permitting([models.writing({}), models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["arn:other"]})], [[models.own_streams], [models.other_group]]),
		"says": ["fail other-log-group: aws_iam_role_policy.this lets the role reach \"arn:other\", which is a log group other than the flow log's own"],
	},
	"another service's resource reaches no log group": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["arn:aws:s3:::x"]})], [[{"streams": "none", "group": "no", "reach": "other", "form": "other-service"}]]),
		"says": [],
	},
	"each kind of wildcard is told by itself": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["*", "arn:aws:logs:eu-west-1:111122223333:log-group:/net*"]})], [[models.anything, {"streams": "every", "group": "yes", "reach": "beyond", "form": "wildcard-name"}]]),
		"says": [
			"fail any-resource: aws_iam_role_policy.this lets the role reach \"*\", which is every log group of every account and region",
			"fail wildcard-name: aws_iam_role_policy.this lets the role reach \"arn:aws:logs:eu-west-1:111122223333:log-group:/net*\", which matches log groups other than the flow log's own",
		],
	},
	"a wildcard that matches the own group alone is none": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["arn:own*", "${var.x}"]})], [[{"streams": "every", "group": "yes", "reach": "own", "form": "wildcard-name"}, {"streams": "unknown", "group": "unknown", "reach": "unknown", "form": "unknown"}]]),
		"says": ["undecided resource-unknown: whether \"${var.x}\" in aws_iam_role_policy.this reaches other log groups is not known before apply"],
	},
	"an unknown resource of another service is no log group": {
		"model": models.permitting(
			[models.statement({"actions": ["s3:getobject"], "resources": ["${var.x}"]}), models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["${var.y}"]})],
			[[{"streams": "unknown", "group": "unknown", "reach": "unknown", "form": "unknown"}], [{"streams": "unknown", "group": "unknown", "reach": "unknown", "form": "unknown"}]],
		),
		"says": ["undecided resource-unknown: whether \"${var.y}\" in aws_iam_role_policy.this reaches other log groups is not known before apply"],
	},
	"an unknown resource of a policy that may not be there": {
		"model": models.but(models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["${var.x}"]})], [[{"streams": "unknown", "group": "unknown", "reach": "unknown", "form": "unknown"}]]), {"roles": [models.role({"permissions": [models.permission({"certain": false})]})]}),
		"says": ["undecided not-certain: whether \"${var.x}\" in aws_iam_role_policy.this reaches other log groups is not known before apply, if it is there at all: that is not known before apply"],
	},
	"delivery to Firehose of another account writes to no log group": {
		"model": forwarding(["logs:putlogevents"]),
		"says": ["fail any-resource: aws_iam_role_policy.this lets the role reach \"*\", which is every log group of every account and region"],
	},
	"every action of another service reaches no log group": {
		"model": models.permitting([models.statement({"actions": ["s3:*"], "resources": ["*"]})], [[models.anything]]),
		"says": [],
	},
	"another service's resource is none beside the own group either": {
		"model": models.permitting(
			[models.writing({}), models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["arn:aws:s3:::x"]})],
			[[models.own_streams], [{"streams": "none", "group": "no", "reach": "other", "form": "other-service"}]],
		),
		"says": [],
	},
	"another group, where the own is denied, is delivery-not-granted's": {
		"model": models.permitting(
			[models.writing({"effect": "Deny"}), models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["arn:other"]})],
			[[models.own_streams], [models.other_group]],
		),
		"says": [],
	},
	"another group beside everything is too much, too": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["*", "arn:other"]})], [[models.anything, models.other_group]]),
		"says": [
			"fail any-resource: aws_iam_role_policy.this lets the role reach \"*\", which is every log group of every account and region",
			"fail other-log-group: aws_iam_role_policy.this lets the role reach \"arn:other\", which is a log group other than the flow log's own",
		],
	},
	"a Deny of everything reaches nothing": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["*"], "effect": "Deny"})], [[models.anything]]),
		"says": [],
	},
	"an unknown resource is undecided": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["${var.x}"]})], [[{"streams": "unknown", "group": "unknown", "reach": "unknown", "form": "unknown"}]]),
		"says": ["undecided resource-unknown: whether \"${var.x}\" in aws_iam_role_policy.this reaches other log groups is not known before apply"],
	},
	"a list of resources that is not known is undecided": {
		"model": models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["arn:own"], "unknown": ["resource"]})], [[models.own_streams]]),
		"says": ["undecided resource-unknown: aws_iam_role_policy.this allows the role a resource that is not known before apply"],
	},
	"a policy that may not be there is undecided": {
		"model": models.but(models.permitting([models.writing({"actions": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "covers": ["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"], "resources": ["*"]})], [[models.anything]]), {"roles": [models.role({"permissions": [models.permission({"certain": false})]})]}),
		"says": ["undecided not-certain: aws_iam_role_policy.this lets the role reach \"*\", which is every log group of every account and region, if it is there at all: that is not known before apply"],
	},
	"an opaque policy is undecided": {
		"model": models.model({"policies": [models.but(models.policy({}), models.opaque)]}),
		"says": ["undecided policy-unread: what aws_iam_role_policy.this allows the role cannot be read: it is made by jsonencode"],
	},
}

test_evidence_shows_the_wildcard_or_the_whole_group if {
	scope := rule.verdict with input as cases["a wildcard region or account is too much"].model
	scope.findings[0].evidence == {"text": "arn:aws:logs:*:*:log-group:x:*", "start": 12, "end": 14}
	other := rule.verdict with input as cases["another group beside the own is too much"].model
	other.findings[0].evidence == {"text": "arn:other", "start": 0, "end": 9}
}
