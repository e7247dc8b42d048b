package flowgate.rules.stream_tag_missing_test

import data.flowgate.rules.stream_tag_missing as rule
import data.flowgate.testing as models

import future.keywords.not

test_stream_tag_missing[note] if {
	some note, case in cases
	verdict := rule.verdict with input as models.model({"delivery_streams": [models.delivery_stream({"delivery_tag": case.tag})]})
	models.says(verdict) == case.says
}

test_nothing_is_said_of_what_is_no_model if not rule.verdict with input as {}

test_a_stream_that_no_flow_log_writes_to_is_not_judged if {
	verdict := rule.verdict with input as models.model({"delivery_streams": [models.delivery_stream({"flow_logs": [], "delivery_tag": models.absent})]})
	[verdict.judged, verdict.findings] == [0, []]
}

cases := {
	"true lets the service in": {"tag": models.known("true"), "says": []},
	"no tag": {
		"tag": models.absent,
		"says": ["fail untagged: the delivery stream has no tag LogDeliveryEnabled, without which the service may not write to it"],
	},
	"another value": {
		"tag": models.known("True"),
		"says": [`fail other-value: the tag LogDeliveryEnabled of the delivery stream is "True", where the service may write only to streams that say true`],
	},
	"a value that is not known": {
		"tag": models.unknown,
		"says": ["undecided unknown: whether the delivery stream is tagged LogDeliveryEnabled=true is not known before apply (${var.x})"],
	},
	"a value that is no text": {
		"tag": models.wrong_type,
		"says": ["undecided wrong-type: whether the delivery stream is tagged LogDeliveryEnabled=true cannot be told: the tag is not a text ([])"],
	},
}
