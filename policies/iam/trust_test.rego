package flowgate.iam.trust_test

import data.flowgate.iam.trust as judged
import data.flowgate.testing as models

import future.keywords.not

flow_logs_service := models.service("vpc-flow-logs.amazonaws.com")

delivery_service := models.service("delivery.logs.amazonaws.com")

ec2 := models.service("ec2.amazonaws.com")

reference := {"kind": "service", "id": "${var.x}", "known": false}

account := {"kind": "aws", "id": "111122223333", "known": true}

everybody := {"kind": "*", "id": "*", "known": true}

own_case := [0, "cloudwatch"]

# Whether a statement is about the flow-logs service.
concerned := {
	"the service by name": {"statement": {}, "is": "yes"},
	"nobody": {"statement": {"principals": []}, "is": "no"},
	"another service": {"statement": {"principals": [ec2]}, "is": "no"},
	"the service among others": {"statement": {"principals": [ec2, flow_logs_service]}, "is": "yes"},
	"an account of the service's name": {
		"statement": {"principals": [{"kind": "aws", "id": "vpc-flow-logs.amazonaws.com", "known": true}]},
		"is": "no",
	},
	"everybody": {"statement": {"principals": [everybody]}, "is": "yes"},
	"every account": {"statement": {"principals": [{"kind": "aws", "id": "*", "known": true}]}, "is": "yes"},
	"a reference": {"statement": {"principals": [reference]}, "is": "unknown"},
	"a reference beside the service": {"statement": {"principals": [reference, flow_logs_service]}, "is": "yes"},
	"a reference beside another service": {"statement": {"principals": [ec2, reference]}, "is": "unknown"},
	"principals that cannot be read": {"statement": {"principals": [], "unknown": ["principal"]}, "is": "unknown"},
	"principals that cannot be read beside another service": {
		"statement": {"principals": [ec2], "unknown": ["principal"]},
		"is": "unknown",
	},
	"an action that cannot be read leaves the principal alone": {
		"statement": {"principals": [ec2], "unknown": ["action"]},
		"is": "no",
	},
	"all but another service": {"statement": {"principals": [], "not_principals": [ec2, account]}, "is": "yes"},
	"all but what a reference names": {"statement": {"principals": [], "not_principals": [reference]}, "is": "unknown"},
	"all but another and what a reference names": {
		"statement": {"principals": [], "not_principals": [ec2, reference]},
		"is": "unknown",
	},
	"all but the service and what a reference names": {
		"statement": {"principals": [], "not_principals": [flow_logs_service, reference]},
		"is": "no",
	},
	"all but some that cannot be read": {
		"statement": {"principals": [], "not_principals": [ec2], "unknown": ["principal"]},
		"is": "unknown",
	},
	"all but everybody": {"statement": {"principals": [], "not_principals": [everybody]}, "is": "no"},
	"all but the service": {"statement": {"principals": [], "not_principals": [ec2, flow_logs_service]}, "is": "no"},
}

test_concerns[note] if {
	some note, case in concerned
	judged.concerns(models.trusting(case.statement), own_case) == case.is
}

# Whether a statement is about sts:AssumeRole.
assumed := {
	"sts:AssumeRole": {"statement": {}, "is": "yes"},
	"another action": {"statement": {"actions": ["sts:tagsession"], "covers": []}, "is": "no"},
	"an action that is not known": {"statement": {"covers": [], "unknown": ["action"]}, "is": "unknown"},
	"an action that is not known beside it": {"statement": {"unknown": ["action"]}, "is": "yes"},
	"a principal that is not known": {"statement": {"covers": [], "unknown": ["principal"]}, "is": "no"},
}

test_assumes[note] if {
	some note, case in assumed
	judged.assumes(models.trusting(case.statement)) == case.is
}

# Which statements [let the service in by name, may do so].
entrances := {
	"the service": {"statement": {}, "are": [1, 0]},
	"a Deny lets nobody in": {"statement": {"effect": "Deny"}, "are": [0, 0]},
	"everybody is not by name": {"statement": {"principals": [everybody]}, "are": [0, 0]},
	"all but another is not by name": {"statement": {"principals": [], "not_principals": [ec2]}, "are": [0, 0]},
	"another service": {"statement": {"principals": [ec2]}, "are": [0, 0]},
	"a service that is not known": {"statement": {"principals": [reference]}, "are": [0, 1]},
	"a service that is not known beside the service": {
		"statement": {"principals": [reference, flow_logs_service]},
		"are": [1, 0],
	},
	"a role that is not known is no service": {
		"statement": {"principals": [{"kind": "aws", "id": "${var.x}", "known": false}]},
		"are": [0, 0],
	},
	"principals that cannot be read": {"statement": {"principals": [], "unknown": ["principal"]}, "are": [0, 1]},
	"the service twice is one statement": {"statement": {"principals": [flow_logs_service, flow_logs_service]}, "are": [1, 0]},
	"an action that is not known": {"statement": {"covers": [], "unknown": ["action"]}, "are": [0, 1]},
	"neither is known": {
		"statement": {"principals": [reference], "covers": [], "unknown": ["action"]},
		"are": [0, 1],
	},
	"another action": {"statement": {"covers": []}, "are": [0, 0]},
	"another action for a service that is not known": {
		"statement": {"principals": [reference], "covers": []},
		"are": [0, 0],
	},
	"an action that is not known for another service": {
		"statement": {"principals": [ec2], "covers": [], "unknown": ["action"]},
		"are": [0, 0],
	},
}

test_letting_in[note] if {
	some note, case in entrances
	model := models.trusted_by([models.trusting(case.statement)])
	letting := judged.letting_service_in(own_case) with input as model
	perhaps := judged.perhaps_letting_service_in(own_case) with input as model
	[count(letting), count(perhaps)] == case.are
}

test_only_services_and_unread_principals_may_be_the_service if {
	judged.may_be_service(models.trusting({"principals": [ec2, reference]}))
	judged.may_be_service(models.trusting({"principals": [], "unknown": ["principal"]}))
	not judged.may_be_service(models.trusting({"unknown": ["action"]}))
	not judged.may_be_service(models.trusting({"principals": [object.union(reference, {"kind": "aws"})]}))
}

test_everybody_comes_in_by_a_star_alone if {
	judged.anybody(everybody)
	judged.anybody({"kind": "aws", "id": "*", "known": true})
	not judged.anybody({"kind": "aws", "id": "arn:aws:iam::111122223333:role/*", "known": true})
	not judged.anybody(flow_logs_service)
}

# Where records go, and which services deliver there.
destinations := {
	"CloudWatch Logs alone": {"types": [models.absent, models.known("cloud-watch-logs")], "is": ["cloudwatch", [flow_logs_service.id]]},
	"CloudWatch Logs and S3": {"types": [models.known("s3"), models.absent], "is": ["cloudwatch", [flow_logs_service.id]]},
	"CloudWatch Logs and one that is not known": {"types": [models.absent, models.unknown], "is": ["cloudwatch+elsewhere", [flow_logs_service.id, delivery_service.id]]},
	"S3 alone": {"types": [models.known("s3")], "is": ["unused", [flow_logs_service.id, delivery_service.id]]},
	"one that is not known": {"types": [models.unknown], "is": ["elsewhere", [flow_logs_service.id, delivery_service.id]]},
	"one of a wrong type": {"types": [models.wrong_type], "is": ["elsewhere", [flow_logs_service.id, delivery_service.id]]},
}

test_destination[note] if {
	some note, case in destinations
	role := models.role({"flow_logs": numbers.range(0, count(case.types) - 1)})
	model := models.model({
		"flow_logs": [models.flow_log({"destination_type": type}) | some type in case.types],
		"roles": [role],
	})
	of_role := judged.case_of(role) with input as model
	right := [service.id | some service in [flow_logs_service, delivery_service, ec2]; judged.right_service(service, of_role)]
	[of_role[1], right] == case.is
}

test_where_another_role_has_records_sent_does_not_matter if {
	model := models.model({"flow_logs": [models.flow_log({"destination_type": models.known("s3")}), models.flow_log({})]})
	of_role := judged.case_of(models.role({"flow_logs": [0]})) with input as model
	of_role == [0, "unused"]
}

test_only_a_service_is_the_right_service if {
	not judged.right_service({"kind": "aws", "id": "vpc-flow-logs.amazonaws.com", "known": true}, own_case)
}

test_roles_that_share_a_text_and_a_destination_are_one_case if {
	model := models.model({"roles": [
		models.role({}),
		models.role({"address": "twin"}),
		models.role({"trust": {"state": "absent", "reason": "", "detail": "", "document": -1}}),
		models.role({"trust": models.opaque}),
		models.role({"trust": models.readable(1), "flow_logs": []}),
	]})
	cases := judged.cases with input as model
	cases == {[0, "cloudwatch"], [-1, "cloudwatch"]}
	readable := judged.readable_roles with input as model
	count(readable) == 3
}

test_statements_are_told_apart_by_effect if {
	model := models.trusted_by([models.trusting({"sid": "a"}), models.trusting({"sid": "b", "effect": "Deny"})])
	sids := {effect: found |
		some effect in ["Allow", "Deny"]
		statements := judged.statements(own_case, effect) with input as model
		found := [statement.sid | some statement in statements]
	}
	sids == {"Allow": ["a"], "Deny": ["b"]}
	none := judged.statements([-1, "cloudwatch"], "Allow") with input as model
	none == []
}

test_a_finding_leads_to_the_flow_logs_and_the_corrected_document if {
	found := judged.finding(models.role({}), {"cause": "x"}) with input as models.model({})
	object.remove(found, ["corrected"]) == {
		"cause": "x",
		"source": 0,
		"address": "aws_iam_role.this",
		"related": [{"source": 0, "address": "aws_flow_log.this"}],
	}
	found.corrected.Statement[0].Condition.StringEquals == {"aws:SourceAccount": "111122223333"}
	nameless := models.role({"own": {"partition": "aws", "region": "", "account": "111122223333"}})
	uncorrected := judged.finding(nameless, {"cause": "x"}) with input as models.model({})
	not uncorrected.corrected
}

test_a_trust_document_that_cannot_be_read_is_undecided if {
	model := models.model({"roles": [
		models.role({"trust": models.opaque}),
		models.role({"trust": models.opaque, "flow_logs": []}),
		models.role({}),
	]})
	findings := judged.unread("trust-unread") with input as model
	[[finding.verdict, finding.cause, finding.message, finding.fix] | some finding in findings] == [[
		"undecided",
		"trust-unread",
		"who may assume the role cannot be read: it is made by jsonencode",
		"write assume_role_policy as JSON or with aws_iam_policy_document",
	]]
}

test_a_case_is_found_at_each_of_its_roles if {
	model := models.model({"roles": [
		models.role({"address": "first"}),
		models.role({"address": "opaque", "trust": models.opaque}),
		models.role({"address": "second"}),
		models.role({"address": "other", "trust": models.readable(1)}),
	]})
	findings := judged.of_cases({[0, "cloudwatch"]: {"cause": "x"}}) with input as model
	[[finding.address, finding.cause] | some finding in findings] == [["first", "x"], ["second", "x"]]
	none := judged.of_cases({}) with input as model
	none == []
}
