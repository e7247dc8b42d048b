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
		"buckets": [],
		"delivery_streams": [],
		"tables": [],
		"account_retentions": [],
		"roles": [role({})],
		"policies": [policy({})],
		"operators": [],
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
		"changes": [],
		"sensitive": [],
		"assumptions": [],
		"lacking": [],
		"waivers": [],
		"merged": [],
		"today": "2026-11-21",
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
	"documents": [{"statements": [spelled(object.remove(each, written_elements)) | some each in document.statements]} |
		some document in whole.documents
	],
})

# Actions are taken to be written as they are compared, where a test does not say how.
spelled(each) := object.union({"actions_given": array.concat(each.actions, each.not_actions)}, each)

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
		"path": "cdk.tf.json", "kind": "synth", "stack": "net", "modules": [], "not_installed": [],
		"unplaced_permissions": [], "unplaced_flow_logs": [], "unplaced_bucket_parts": [], "unplaced_key_policies": [],
	},
	changes,
)

flow_log(changes) := but(
	{
		"source": 0,
		"address": "aws_flow_log.this",
		"exists": "yes",
		"destination_type": absent,
		"destination": known(group_arn),
		"destination_service": "logs",
		"destination_ending": "other",
		"log_group": resolved,
		"log_group_arn": group_arn,
		"destination_home": "own",
		"bucket": none,
		"prefix": absent,
		"stream": none,
		"options": {"state": "absent", "file_format": absent, "hive": absent, "hourly": absent},
		"role": resolved,
		"cross_account_role": none,
		"cross_account_role_name": absent,
		"traffic_type": known("ALL"),
		"aggregation": known(60),
		"log_format": format({}),
		"tag_fields": {"state": "absent", "resource_types": []},
		"scope": on_vpc,
		"permissions": [{"coverage": 0, "order": "after", "missing": []}],
		"boundary_coverage": -1,
		"own": own,
		"bucket_keys": "",
		"bucket_policies": [],
	},
	changes,
)

format(changes) := but(
	{"state": "absent", "fields": [], "strays": [], "unescaped": [], "overescaped": []},
	changes,
)

own := {"partition": "aws", "region": "eu-west-1", "account": "111122223333"}

on_vpc := {"given": [given_vpc], "state": "resolved", "at": 0}

on_transit_gateway := {
	"given": [{"argument": "transit_gateway_id", "refers_to": "", "fits": true, "text": "tgw"}],
	"state": "unknown",
	"at": -1,
}

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
		"key": none,
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
		"boundary_policy": none,
		"other_users": [],
		"own": own,
	},
	changes,
)

readable(document) := {"state": "readable", "reason": "", "detail": "", "document": document}

opaque := {"state": "opaque", "reason": "expression", "detail": "it is made by jsonencode", "document": -1}

permission(changes) := but(
	{"policy": 0, "adopted": false, "certain": true, "contested_by": [], "attachments": [], "detached_by": [], "coverage": 0},
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

# METADATA
# description: a log group that a plan deletes
change(changes) := but(
	{
		"source": 0, "address": "aws_cloudwatch_log_group.this", "exists": "yes", "kind": "log-group", "action": "delete",
		"written_by": [{"source": 0, "address": "aws_flow_log.this"}], "skip_destroy": absent,
		"retention": known(365), "retention_after": absent, "scope": "", "successors": [],
	},
	changes,
)

# METADATA
# description: what a rule found, in short and sorted
says(verdict) := sort([$"{finding.verdict} {finding.cause}: {finding.message}" | some finding in verdict.findings])
