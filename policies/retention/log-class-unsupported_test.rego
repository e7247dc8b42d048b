package flowgate.rules.log_class_unsupported_test

import data.flowgate.rules.log_class_unsupported as rule
import data.flowgate.testing as models

import future.keywords.not

test_log_class_unsupported[note] if {
	some note, case in cases
	verdict := rule.verdict with input as case.model
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

cases := {
	"no class is the standard class": {
		"model": models.model({"log_groups": [models.log_group({"log_class": models.absent, "filters": [{"source": 0, "address": "aws_cloudwatch_log_metric_filter.this"}]})]}),
		"says": [],
	},
	"STANDARD takes filters": {
		"model": models.model({"log_groups": [models.log_group({"log_class": models.known("STANDARD"), "filters": [{"source": 0, "address": "aws_cloudwatch_log_metric_filter.this"}]})]}),
		"says": [],
	},
	"INFREQUENT_ACCESS without filters is right": {
		"model": models.model({"log_groups": [models.log_group({"log_class": models.known("INFREQUENT_ACCESS")})]}),
		"says": [],
	},
	"ESSENTIALS without filters is right": {
		"model": models.model({"log_groups": [models.log_group({"log_class": models.known("ESSENTIALS")})]}),
		"says": [],
	},
	"INFREQUENT_ACCESS refuses filters": {
		"model": models.model({"log_groups": [models.log_group({"log_class": models.known("INFREQUENT_ACCESS"), "filters": [{"source": 0, "address": "aws_cloudwatch_log_metric_filter.this"}]})]}),
		"says": ["fail filter-refused: the class INFREQUENT_ACCESS refuses the filters on the log group (aws_cloudwatch_log_metric_filter.this)"],
	},
	"ESSENTIALS refuses filters": {
		"model": models.model({"log_groups": [models.log_group({"log_class": models.known("ESSENTIALS"), "filters": [{"source": 0, "address": "aws_cloudwatch_log_metric_filter.this"}]})]}),
		"says": ["fail filter-refused: the class ESSENTIALS refuses the filters on the log group (aws_cloudwatch_log_metric_filter.this)"],
	},
	"DELIVERY is for Lambda": {
		"model": models.model({"log_groups": [models.log_group({"log_class": models.known("DELIVERY")})]}),
		"says": ["fail delivery-class: the log group has the class DELIVERY, which takes Lambda logs only"],
	},
	"a class that nobody knows is undecided": {
		"model": models.model({"log_groups": [models.log_group({"log_class": models.known("FROZEN")})]}),
		"says": ["undecided unknown: the class of the log group is not known"],
	},
	"unknown is undecided": {
		"model": models.model({"log_groups": [models.log_group({"log_class": models.unknown})]}),
		"says": ["undecided unknown: the class of the log group is not known (${var.x})"],
	},
	"a wrong type is undecided": {
		"model": models.model({"log_groups": [models.log_group({"log_class": models.wrong_type})]}),
		"says": ["undecided wrong-type: the class of the log group is not a text ([])"],
	},
}
