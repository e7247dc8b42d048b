# METADATA
# title: models for tests
# description: |
#   One VPC with one flow log, a log group and a role that is right in every respect, and ways to depart from it.
#   Not shipped: the name ends in _test.
package flowgate.testing

# METADATA
# description: |
#   a model in which no rule finds anything, with some of its arrays replaced. Statements are given with their
#   resources here; the model holds them with the policies.
model(changes) := lifted(but(
	{
		"version": 1,
		"sources": [source({})],
		"flow_logs": [flow_log({})],
		"log_groups": [log_group({})],
		"account_retentions": [],
		"roles": [role({})],
		"policies": [policy({})],
		"loose_policies": [],
		"documents": [
			{"statements": [trusting({})]},
			{"statements": [writing({}), describing_streams, describing_groups]},
		],
		"coverages": [{"statements": [
			{"resources": [own_streams], "not_resources": []},
			{"resources": [own_group, own_streams], "not_resources": []},
			{"resources": [anything], "not_resources": []},
		]}],
		"scopes": [{"key": "vpc", "kind": "vpc", "flow_logs": [0], "within": []}],
		"vpcs": [vpc({})],
	},
	changes,
))

lifted(whole) := but(whole, {
	"policies": [object.union(policy_before, {"resources": written}) |
		some policy_before in whole.policies
		written := [object.filter(each, written_elements) |
			some each in whole.documents[policy_before.document].statements
		]
	],
	"documents": [{"statements": [object.remove(each, written_elements) | some each in document.statements]} |
		some document in whole.documents
	],
})

written_elements := ["resources", "not_resources"]

# METADATA
# description: an object with some of its values replaced whole
but(object_before, changes) := object.union(object.remove(object_before, object.keys(changes)), changes)

known(value) := {"state": "known", "value": value}

absent := {"state": "absent"}

unknown := {"state": "unknown", "given": "${var.x}"}

wrong_type := {"state": "wrong-type", "given": "[]"}

source(changes) := but(
	{
		"path": "cdk.tf.json", "kind": "synth", "stack": "net", "modules": [],
		"unplaced_permissions": [], "unplaced_flow_logs": [],
	},
	changes,
)

flow_log(changes) := but(
	{
		"source": 0,
		"address": "aws_flow_log.this",
		"exists": "yes",
		"destination_type": absent,
		"destination": known("arn"),
		"log_group": resolved,
		"log_group_arn": group_arn,
		"role": resolved,
		"traffic_type": known("ALL"),
		"aggregation": known(60),
		"log_format": {"state": "absent", "unescaped": [], "overescaped": []},
		"scope": on_vpc,
		"permissions": [{"coverage": 0, "order": "after", "missing": []}],
	},
	changes,
)

on_vpc := {"given": [given_vpc], "state": "resolved", "at": 0}

given_vpc := {"argument": "vpc_id", "refers_to": "aws_vpc", "fits": true, "text": "${aws_vpc.this.id}"}

resolved := {"state": "resolved", "at": 0, "given": "${x.arn}"}

external := {"state": "external", "at": -1, "given": "arn:elsewhere"}

unresolved := {"state": "unknown", "at": -1, "given": "${var.x}"}

none := {"state": "none", "at": -1, "given": ""}

group_arn := "arn:aws:logs:eu-west-1:111122223333:log-group:/net/flow"

log_group(changes) := but(
	{
		"source": 0,
		"address": "aws_cloudwatch_log_group.this",
		"exists": "yes",
		"name": known("/net/flow"),
		"retention": known(365),
		"log_class": absent,
		"arn": group_arn,
		"flow_logs": [0],
		"filters": [],
	},
	changes,
)

role(changes) := but(
	{
		"source": 0,
		"address": "aws_iam_role.this",
		"exists": "yes",
		"name": known("flow"),
		"trust": readable(0),
		"flow_logs": [0],
		"permissions": [permission({})],
		"foreign_policies": [],
		"boundary": absent,
		"other_users": [],
		"own": {"partition": "aws", "region": "eu-west-1", "account": "111122223333"},
	},
	changes,
)

readable(document) := {"state": "readable", "reason": "", "detail": "", "document": document}

opaque := {"state": "opaque", "reason": "expression", "detail": "it is made by jsonencode", "document": -1}

permission(changes) := but(
	{"policy": 0, "adopted": false, "certain": true, "attachments": [], "coverage": 0},
	changes,
)

policy(changes) := but(
	but(readable(1), {
		"source": 0, "address": "aws_iam_role_policy.this", "exists": "yes",
		"kind": "role-policy", "name": "write",
	}),
	changes,
)

vpc(changes) := but(
	{"source": 0, "address": "aws_vpc.this", "exists": "yes", "scope": 0, "subnets": []},
	changes,
)

statement(changes) := but(
	{
		"sid": "", "effect": "Allow", "actions": [], "not_actions": [], "covers": [], "resources": [],
		"not_resources": [], "principals": [], "not_principals": [], "conditions": [], "unknown": [],
	},
	changes,
)

writing(changes) := but(
	statement({
		"actions": ["logs:createlogstream", "logs:putlogevents"],
		"covers": ["logs:createlogstream", "logs:putlogevents"],
		"resources": [concat("", [group_arn, ":log-stream:*"])],
	}),
	changes,
)

describing_streams := statement({
	"actions": ["logs:describelogstreams"],
	"covers": ["logs:describelogstreams"],
	"resources": [group_arn, concat("", [group_arn, ":*"])],
})

describing_groups := statement({"actions": ["logs:describeloggroups"], "resources": ["*"]})

own_streams := {"streams": "every", "group": "unknown", "reach": "own", "form": "streams"}

own_group := {"streams": "none", "group": "yes", "reach": "own", "form": "bare-group"}

anything := {"streams": "every", "group": "yes", "reach": "beyond", "form": "any"}

other_group := {"streams": "none", "group": "no", "reach": "other", "form": "group"}

malformed := {"streams": "none", "group": "no", "reach": "malformed", "form": "malformed"}

trusting(changes) := but(
	statement({
		"actions": ["sts:assumerole"],
		"covers": ["sts:assumerole"],
		"principals": [service("vpc-flow-logs.amazonaws.com")],
		"conditions": [source_account, source_arn],
	}),
	changes,
)

service(id) := {"kind": "service", "id": id, "known": true}

source_account := condition({
	"operator": "stringequals", "key": "aws:sourceaccount", "given": "StringEquals aws:SourceAccount",
	"values": [value({"text": "111122223333"})],
})

source_arn := condition({
	"operator": "arnlike", "key": "aws:sourcearn", "given": "ArnLike aws:SourceArn",
	"values": [value({"text": "arn:aws:ec2:eu-west-1:111122223333:vpc-flow-log/*"})],
})

condition(changes) := but(
	{
		"quantifier": "", "operator": "stringequals", "if_exists": false, "key": "aws:sourceaccount",
		"given": "StringEquals aws:SourceAccount", "values": [],
	},
	changes,
)

value(changes) := but({"text": "", "own": "yes", "foreign": "no", "flaw": ""}, changes)

# METADATA
# description: a model whose permission policy has one statement, with what its resources cover
permitting(statements, covered) := model({
	"documents": [{"statements": [trusting({})]}, {"statements": statements}],
	"coverages": [{"statements": [{"resources": resources, "not_resources": []} | some resources in covered]}],
})

# METADATA
# description: a model whose trust policy has these statements
trusted_by(statements) := model({"documents": [
	{"statements": statements},
	{"statements": [writing({}), describing_streams, describing_groups]},
]})

# METADATA
# description: what a rule found, in short and sorted
says(verdict) := sort([$"{finding.verdict} {finding.cause}: {finding.message}" | some finding in verdict.findings])
