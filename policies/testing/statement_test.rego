package flowgate.testing

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
# description: a model whose role has a permissions boundary of these statements, with what the resources of each cover
bounded(statements, covered) := bounded_by_policy(
	but(readable(2), {"address": "aws_iam_policy.boundary"}),
	[{"statements": statements}, {"statements": [{"resources": covered, "not_resources": []} | some _ in statements]}],
)

# METADATA
# description: the same for a boundary policy, with its document and coverage where it has them
bounded_by_policy(boundary, added) := model({
	"flow_logs": [flow_log({"boundary_coverage": count(added) - 1})],
	"roles": [role({"boundary": unknown, "boundary_policy": but(resolved, {"at": 1})})],
	"policies": [policy({}), policy(but(boundary, {"kind": "managed"}))],
	"documents": array.concat(
		[{"statements": [trusting({})]}, {"statements": [writing({}), describing_streams, describing_groups]}],
		array.slice(added, 0, 1),
	),
	"coverages": array.concat(
		[{"statements": [
			{"resources": [own_streams], "not_resources": []},
			{"resources": [own_group, own_streams], "not_resources": []},
			{"resources": [anything], "not_resources": []},
		]}],
		array.slice(added, 1, 2),
	),
})

# METADATA
# description: a model whose trust policy has these statements
trusted_by(statements) := model({"documents": [
	{"statements": statements},
	{"statements": [writing({}), describing_streams, describing_groups]},
]})
