# METADATA
# title: Records in the bucket never expire, or too soon
# description: >-
#   S3 keeps what nobody deletes, and bills it. A lifecycle rule deletes records once they need not be kept any longer,
#   and one that deletes them sooner loses what has to be kept.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: warning
#   waivable: true
#   causes:
#     no-lifecycle: nothing in the input sets a lifecycle of the bucket
#     never-expires: no rule that is enabled deletes the records by their age
#     versions-kept: the bucket keeps former versions of what is deleted, and no rule deletes these
#     several-lifecycles: the bucket has several lifecycles, of which not each expires the records
#     too-short: a rule deletes records before retention.minimumDays
#     unknown: a part of the lifecycle is known only after apply
#     wrong-type: the days of a rule are not a number, or its switch not a boolean
#     on-a-day: a rule deletes on a certain day
#     lifecycle-unplaced: a lifecycle or module of the input may be, or hold, that of the bucket
#     not-certain: whether the lifecycle exists, or which records it reaches, is not known
#   help: >-
#     Add a rule to aws_s3_bucket_lifecycle_configuration that is Enabled, reaches the records and expires them after at
#     least retention.minimumDays.
#   controls: [
#     "FSBP v1.0.0 S3.13",
#   ]
package flowgate.rules.bucket_lifecycle_missing

import data.flowgate.phrase
import data.flowgate.settings
import data.flowgate.subject
import data.flowgate.verdict as answer

import future.keywords.not

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), count(subject.buckets), findings) if input.version == 1

findings := [finding |
	some bucket in subject.buckets
	finding := object.union(about(bucket), {"source": bucket.source, "address": bucket.address})
]

about(bucket) := found if {
	found := about_records(bucket)
} else := about_former_versions(bucket)

about_records(bucket) := failure(
	bucket, "too-short",
	$"a lifecycle rule deletes records after {phrase.days(days)}, where at least {settings.minimum_days} are required",
	$"set the days of the expiration to {settings.minimum_days} or more",
) if {
	short := [rule.days.value |
		some rule in bucket.lifecycle
		rule.certain
		rule.enabled.value == true
		rule.days.value < settings.minimum_days
		some reach in rule.reaches
		reach in {"every", "some"}
	]
	days := min(short)
} else := doubt(bucket, "lifecycle-unplaced", $"{phrase.addresses(parts)} may set it") if {
	parts := subject.unseen_parts(bucket, "lifecycle")
	count(parts) > 0
	count(expiring(bucket)) < count(bucket.deliveries)
} else := failure(bucket, "no-lifecycle", "records in the bucket never expire: nothing in the input sets its lifecycle", add) if {
	count(bucket.lifecycle) == 0
} else := doubt(bucket, "unknown", "a part of its rules is not known before apply") if {
	"unknown" in states(bucket)
} else := doubt(bucket, "wrong-type", "a part of its rules is of a wrong type") if {
	"wrong-type" in states(bucket)
} else := doubt(bucket, "on-a-day", "a rule deletes what is there on a certain day") if {
	some rule in bucket.lifecycle
	rule.dated
	rule.enabled.value == true
	reaches_some(rule)
} else := failure(bucket, "never-expires", $"records below {phrase.list(kept)} never expire: no rule that is enabled reaches them and deletes by age", add) if {
	kept := [folder |
		some at, folder in bucket.deliveries
		every rule in bucket.lifecycle { not may_expire(rule, at) }
	]
	count(kept) > 0
} else := doubt(bucket, "not-certain", "whether its rules are made, or which records they reach, is not known before apply") if {
	count(expiring(bucket)) < count(bucket.deliveries)
} else := doubt(bucket, "not-certain", "whether its rules are made, or which records they reach, is not known before apply") if {
	some rule in bucket.lifecycle
	may_be_short(rule)
} else := doubt(bucket, "several-lifecycles", $"it has the lifecycles {phrase.list(several)}, of which AWS keeps the one that is written last") if {
	several := sort({rule.address | some rule in bucket.lifecycle; rule.certain})
	some address in several
	count(expiring({"lifecycle": [rule | some rule in bucket.lifecycle; rule.address == address]})) < count(bucket.deliveries)
}

about_former_versions(bucket) := failure(
	bucket, "versions-kept", "former versions of records never expire: the bucket is versioned, and no rule that is enabled deletes them",
	"add noncurrent_version_expiration with noncurrent_days, and without newer_noncurrent_versions, to a rule that reaches the records",
) if {
	bucket.versioned == "yes"
	some at, _ in bucket.deliveries
	every rule in bucket.lifecycle { not may_delete_former(rule, at) }
} else := doubt(bucket, "not-certain", "whether the bucket is versioned, or a rule deletes former versions, is not known before apply") if {
	may_be_versioned(bucket)
	count(deleting_former(bucket)) < count(bucket.deliveries)
}

may_be_versioned(bucket) if bucket.versioned != "no"

may_be_versioned(bucket) if count(subject.unplaced_parts(bucket, "versioning")) > 0

# Deliveries of which a rule surely deletes the former versions.
deleting_former(bucket) := {at |
	some rule in bucket.lifecycle
	rule.certain
	rule.enabled.value == true
	rule.former_days.state == "known"
	some at, reach in rule.reaches
	reach == "every"
}

may_delete_former(rule, at) if {
	rule.enabled.value == true
	rule.former_days.state != "absent"
	rule.reaches[at] in {"every", "unknown"}
}

# A rule that deletes too soon what may be records.
may_be_short(rule) if {
	rule.enabled.value == true
	rule.days.value < settings.minimum_days
	reaches_some(rule)
}

add := $"add an enabled lifecycle rule that reaches the records and expires them after {settings.minimum_days} days or more"

failure(bucket, cause, message, fix) := {
	"verdict": "fail",
	"cause": cause,
	"related": related(bucket),
	"message": message,
	"fix": fix,
}

doubt(bucket, cause, reason) := {
	"verdict": "undecided",
	"cause": cause,
	"related": related(bucket),
	"message": $"whether records in the bucket expire in time cannot be told: {reason}",
	"fix": "write the lifecycle rules of the bucket literally, in aws_s3_bucket_lifecycle_configuration by reference to the bucket",
}

# Of the switches and days of the rules that may reach records.
states(bucket) := {state |
	some rule in bucket.lifecycle
	reaches_some(rule)
	some state in [rule.enabled.state, rule.days.state]
}

related(bucket) := array.concat(
	[{"source": part[0], "address": part[1]} |
		some part in sort({[rule.source, rule.address] | some rule in bucket.lifecycle})
	],
	subject.flow_logs_of(bucket),
)

reaches_some(rule) if {
	some reach in rule.reaches
	reach != "none"
}

# Deliveries that a rule surely deletes in time.
expiring(bucket) := {at |
	some rule in bucket.lifecycle
	rule.certain
	rule.enabled.value == true
	rule.days.state == "known"
	some at, reach in rule.reaches
	reach == "every"
}

may_expire(rule, at) if {
	rule.enabled.value == true
	rule.days.state == "known"
	rule.reaches[at] in {"every", "unknown"}
}
