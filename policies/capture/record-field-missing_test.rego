package flowgate.rules.record_field_missing_test

import data.flowgate.rules.record_field_missing as rule
import data.flowgate.testing as models

import future.keywords.not

asking(fields) := {"capture": {"requiredFields": fields}}

test_record_field_missing[note] if {
	some note, case in cases
	flow_log := models.flow_log(models.but({"log_format": models.format(case.format)}, object.get(case, "changes", {})))
	verdict := rule.verdict with input as models.model({"flow_logs": [flow_log]})
		with data.flowgate_settings as asking(case.asked)
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

test_nothing_is_asked_of_itself if {
	flow_log := models.flow_log({"log_format": models.format({"state": "known", "fields": ["version"]})})
	verdict := rule.verdict with input as models.model({"flow_logs": [flow_log]})
	[verdict.severity, verdict.findings] == ["off", []]
}

on_transit_gateway := {"scope": models.on_transit_gateway}

cases := {
	"a field of the default format": {"format": {}, "asked": ["srcaddr"], "says": []},
	"a field that the format holds": {"format": {"state": "known", "fields": ["pkt-dstaddr"]}, "asked": ["pkt-dstaddr"], "says": []},
	"fields that the default format lacks": {
		"format": {},
		"asked": ["pkt-dstaddr", "flow-direction", "srcaddr"],
		"says": ["fail missing: the records have no flow-direction and pkt-dstaddr, which the settings ask for"],
	},
	"an empty format is the default": {
		"format": {"state": "known"},
		"asked": ["vpc-id"],
		"says": ["fail missing: the records have no vpc-id, which the settings ask for"],
	},
	"a field that a format of one's own lacks": {
		"format": {"state": "known", "fields": ["version"]},
		"asked": ["srcaddr"],
		"says": ["fail missing: the records have no srcaddr, which the settings ask for"],
	},
	"a field that a transit gateway cannot have": {
		"format": {}, "changes": on_transit_gateway, "asked": ["pkt-dstaddr", "tgw-id"], "says": [],
	},
	"a field that nothing has": {
		"format": {},
		"asked": ["nope"],
		"says": ["fail missing: the records have no nope, which the settings ask for"],
	},
	"a field that only a transit gateway can have": {"format": {}, "asked": ["tgw-id"], "says": []},
	"a field that a transit gateway's format lacks": {
		"format": {"state": "known", "fields": ["version"]},
		"changes": on_transit_gateway,
		"asked": ["tgw-id"],
		"says": ["fail missing: the records have no tgw-id, which the settings ask for"],
	},
	"a format that Terraform cannot read is record-format-unescaped's": {
		"format": {"state": "unknown", "unescaped": ["version"], "given": "${version}"},
		"asked": ["srcaddr"],
		"says": [],
	},
	"a format that is not known": {
		"format": {"state": "unknown", "given": "${var.f}"},
		"asked": ["srcaddr", "dstaddr"],
		"says": ["undecided unknown: whether the records have srcaddr and dstaddr is not known before apply (${var.f})"],
	},
	"a format that is no text": {
		"format": {"state": "wrong-type", "given": "1"},
		"asked": ["srcaddr"],
		"says": ["undecided wrong-type: whether the records have srcaddr cannot be read: the format is not a text (1)"],
	},
}

test_a_format_that_is_not_known_matters_only_where_fields_are_asked_for if {
	flow_log := models.flow_log({"log_format": models.format({"state": "unknown", "given": "${var.f}"})})
	verdict := rule.verdict with input as models.model({"flow_logs": [flow_log]})
		with data.flowgate_settings as asking([])
	verdict.findings == []
}

test_the_fix_adds_to_a_format_of_ones_own if {
	flow_log := models.flow_log({"log_format": models.format({"state": "known", "fields": ["version"]})})
	verdict := rule.verdict with input as models.model({"flow_logs": [flow_log]})
		with data.flowgate_settings as asking(["vpc-id"])
	[finding.fix | some finding in verdict.findings] == ["add $${vpc-id} to log_format"]
}

test_the_fix_adds_to_the_default_format if {
	verdict := rule.verdict with input as models.model({}) with data.flowgate_settings as asking(["vpc-id"])
	[finding.fix | some finding in verdict.findings] == ["add $${vpc-id} to log_format, after the fields of the default format"]
}
