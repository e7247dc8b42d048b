package flowgate.rules.record_format_unescaped_test

import data.flowgate.rules.record_format_unescaped as rule
import data.flowgate.testing as models

import future.keywords.not

test_record_format_unescaped[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

cases := {
	"no format is the default format": {
		"model": models.model({}),
		"says": [],
	},
	"fields with two dollar signs are right": {
		"model": models.model({"flow_logs": [models.flow_log({"log_format": {"state": "known", "unescaped": [], "overescaped": []}})]}),
		"says": [],
	},
	"one dollar sign is a reference": {
		"model": models.model({"flow_logs": [models.flow_log({"log_format": {"state": "unknown", "given": "${version} ${srcaddr}", "unescaped": ["version", "srcaddr"], "overescaped": []}})]}),
		"says": ["fail unescaped: the record format writes version and srcaddr with one dollar sign, where Terraform needs two ($${version})"],
	},
	"three dollar signs are a literal dollar sign": {
		"model": models.model({"flow_logs": [models.flow_log({"log_format": {"state": "known", "given": "$$${version}", "unescaped": [], "overescaped": ["version"]}})]}),
		"says": ["fail overescaped: the record format writes version with three dollar signs, where Terraform needs two ($${version})"],
	},
	"a format that is not shown has no evidence": {
		"model": models.model({"flow_logs": [models.flow_log({"log_format": {"state": "known", "unescaped": ["version"], "overescaped": []}})]}),
		"says": ["fail unescaped: the record format writes version with one dollar sign, where Terraform needs two ($${version})"],
	},
	"unknown is undecided": {
		"model": models.model({"flow_logs": [models.flow_log({"log_format": {"state": "unknown", "given": "${var.format}", "unescaped": [], "overescaped": []}})]}),
		"says": ["undecided unknown: the record format is not known before apply (${var.format})"],
	},
	"a wrong type is undecided": {
		"model": models.model({"flow_logs": [models.flow_log({"log_format": {"state": "wrong-type", "given": "1", "unescaped": [], "overescaped": []}})]}),
		"says": ["undecided wrong-type: the record format is not a text (1)"],
	},
}

test_a_text_without_the_field_is_no_evidence if {
	flow_log := models.flow_log({"log_format": {"state": "unknown", "given": "${local.format}", "unescaped": ["version"], "overescaped": []}})
	verdict := rule.verdict with input as models.model({"flow_logs": [flow_log]})
	not verdict.findings[0].evidence
}

test_evidence_shows_the_first_field if {
	verdict := rule.verdict with input as cases["one dollar sign is a reference"].model
	verdict.findings[0].evidence == {"text": "${version} ${srcaddr}", "start": 0, "end": 10}
}
