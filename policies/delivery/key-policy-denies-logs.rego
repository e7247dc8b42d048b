# METADATA
# title: The key's policy does not let the service encrypt records
# description: >-
#   A KMS key lets in nobody but those that its policy names: logs.REGION.amazonaws.com for a log group,
#   delivery.logs.amazonaws.com for a bucket. Without them the log group cannot be made, and no record reaches the
#   bucket.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-cmk-policy.html
# schemas:
#   - input: schema["model.schema"]
# custom:
#   severity: error
#   waivable: false
#   causes:
#     no-policy: the key has no policy, and the default lets in the account's own administrators alone
#     empty-principal: a statement names no principal, or one with an empty name, which AWS refuses
#     explicit-deny: the policy denies the service the key
#     other-principal: the policy names others, not the service
#     missing-action: the service is named, an action is not
#     other-resource: the policy names another key
#     condition-never-holds: the policy allows it under a condition that the service cannot meet
#     aws-managed-key: the bucket is encrypted with a key that AWS manages, whose policy nobody can change
#     bare-key-id: the bucket names its key by id, which is looked up in the account of the service
#     alias: the bucket names its key by an alias
#     partly-allowed: an action that AWS asks for is not allowed, and whether the service needs it is not documented
#     key-disabled: the key is disabled, so nobody may use it
#     key-asymmetric: the key is not a symmetric one that encrypts, and the services use no other
#     fitness-unknown: whether the key is enabled and symmetric is not known
#     other-region: the key is in another region than what it encrypts
#     region-unknown: whether the key is in the region of what it encrypts is not known
#     key-not-in-input: the input does not hold the key
#     key-unknown: which key it is is not known
#     encryption-unplaced: an encryption or module of the input may be, or hold, that of the bucket
#     policy-unread: a policy of the key cannot be read
#     policy-unplaced: a key policy or module of the input may be, or hold, that of the key
#     several-policies: the key has several policies, of which not each lets the service in
#     not-certain: a part of the policy is not known before apply
#   help: >-
#     Allow the service kms:Encrypt, kms:Decrypt, kms:ReEncrypt*, kms:GenerateDataKey* and kms:DescribeKey in the policy
#     of a key of your own, and name the key by its ARN.
#   breaks: destination
#   controls: []
package flowgate.rules.key_policy_denies_logs

import data.flowgate.iam.access_fault
import data.flowgate.iam.key_access
import data.flowgate.iam.key_fault
import data.flowgate.iam.key_wording
import data.flowgate.iam.storage_document
import data.flowgate.phrase
import data.flowgate.subject
import data.flowgate.verdict as answer

import future.keywords.not

# METADATA
# entrypoint: true
verdict := answer.of(rego.metadata.chain(), judged, findings) if input.version == 1

judged := (count(subject.keys) + count(groups)) + count(buckets)

findings := array.flatten([
	[named(about, key) | some key in subject.keys; some about in abouts(key)],
	[named(about, group) | some group in groups; about := unseen_key(group.key, subject.flow_logs_of(group))],
	[named(about, bucket) | some bucket in buckets; about := about_bucket(bucket)],
])

named(about, resource) := object.union(about, {"source": resource.source, "address": resource.address})

# Log groups whose key is not in the input.
groups := [group | some group in subject.log_groups; group.key.state in {"external", "unknown"}]

# Buckets whose encryption says more of the key than the key itself.
buckets := [bucket | some bucket in subject.buckets; about_bucket(bucket)]

about_bucket(bucket) := fault if {
	fault := form_faults(bucket)[0]
} else := unseen_key(encryption.key, array.concat([subject.ref(encryption)], subject.flow_logs_of(bucket))) if {
	encryption := [each | some each in bucket.encryption; needs_key(each); each.key.state != "resolved"][0]
} else := {
	"verdict": "undecided",
	"cause": "encryption-unplaced",
	"related": array.concat(parts, subject.flow_logs_of(bucket)),
	"message": $"how the bucket is encrypted cannot be told: {phrase.addresses(parts)} may set it",
	"fix": "refer to the bucket itself in an aws_s3_bucket_server_side_encryption_configuration of this input",
} if {
	count(bucket.encryption) == 0
	parts := subject.unseen_parts(bucket, "encryption")
	count(parts) > 0
}

needs_key(encryption) if encryption.key.state != "none"

needs_key(encryption) if encryption.algorithm.state in {"unknown", "wrong-type"}

form_faults(bucket) := [object.union(key_fault.of_form[form], {
	"verdict": form_verdict(encryption),
	"cause": form,
	"related": array.concat([subject.ref(encryption)], subject.flow_logs_of(bucket)),
}) |
	some encryption in bucket.encryption
	form := cause_of_form[encryption.form]
	not encryption.algorithm.value == "AES256"
]

cause_of_form := {"aws-managed": "aws-managed-key", "id": "bare-key-id", "alias": "alias"}

form_verdict(encryption) := "fail" if {
	encryption.certain
	encryption.form in {"aws-managed", "id"}
	encryption.algorithm.state == "known"
} else := "undecided"

unseen_key(link, related) := {
	"verdict": "undecided",
	"cause": "key-not-in-input",
	"related": related,
	"message": $"whether the service may use the key cannot be seen, because {phrase.missing("key", link.given)}",
	"fix": "judge the stack that makes the key together with this one; where there is none, check the policy of the key by hand",
} if {
	link.state == "external"
} else := {
	"verdict": "undecided",
	"cause": "key-unknown",
	"related": related,
	"message": $"which key encrypts the records is not known{phrase.named(link.given)}, so neither is whether the service may use it",
	"fix": "refer to the key itself, or give its ARN",
}

abouts(key) := [unfitness(key)] if {
	key.fitness in {"disabled", "asymmetric"}
} else := [misplacement("no", users)] if {
	users := [user | some user in key.users; user.same_region == "no"]
	count(users) > 0
} else := [unset(key)] if {
	has_no_policy(key)
} else := refusals(key, failing) if {
	failing := [user | some user in key.users; key_access.outcome(user) == "fails"]
	count(failing) > 0
} else := [undecided] if {
	undecided := unfitness(key)
} else := [misplacement("unknown", users)] if {
	users := [user | some user in key.users; user.same_region == "unknown"]
	count(users) > 0
} else := [doubt(unclear, why)] if {
	unclear := [user | some user in key.users; key_access.outcome(user) == "unclear"]
	why := doubt_of(unclear[0])
} else := [unplaced(key, input.sources[key.source].unplaced_key_policies)] if {
	count(input.sources[key.source].unplaced_key_policies) > 0
}

unfitness(key) := object.union(key_fault.unfit[key.fitness], {
	"cause": cause_of_fitness[key.fitness],
	"related": key_wording.holders(key.users),
})

misplacement(same, users) := object.union(key_fault.of_region[same], {
	"cause": {"no": "other-region", "unknown": "region-unknown"}[same],
	"related": key_wording.holders(users),
})

cause_of_fitness := {"disabled": "key-disabled", "asymmetric": "key-asymmetric", "unknown": "fitness-unknown"}

has_no_policy(key) if {
	some user in key.users
	count(user.policies) == 0
}

unset(key) := unplaced(key, parts) if {
	parts := array.concat(input.sources[key.source].unplaced_key_policies, key.told)
	count(parts) > 0
} else := corrected(key, {
	"verdict": "fail",
	"cause": "no-policy",
	"related": key_wording.holders(key.users),
	"message": $"the key has no policy, and the default lets in the account's own administrators and not {key_wording.services(key.users)}",
	"fix": $"give the key a policy that lets {key_wording.services(key.users)} use it",
})

unplaced(key, parts) := {
	"verdict": "undecided",
	"cause": "policy-unplaced",
	"related": array.concat([subject.ref(part) | some part in parts], key_wording.holders(key.users)),
	"message": $"whether the key lets in {key_wording.services(key.users)} cannot be told: {phrase.addresses(parts)} may be its policy",
	"fix": "refer to the key itself in the key policy",
}

refusals(key, users) := [finding |
	some kind in ["empty", "denied", "unnamed", "inactive", "unreached", "unmet"]
	items := {fault |
		some case in {key_access.case_of(user, reading) | some user in users; some reading in user.policies}
		some fault in key_access.refused[case]
		fault.kind == kind
	}
	count(items) > 0
	policies := [subject.ref(input.resource_policies[at]) | some at in sort({item.policy | some item in items})]
	finding := corrected(key, object.union(
		{
			"verdict": "fail",
			"cause": cause_of[kind],
			"related": array.concat(policies, key_wording.holders(users)),
			"message": key_wording.refusal(kind, phrase.addresses(policies), items),
			"fix": key_wording.remedy(kind, phrase.addresses(policies), users),
		},
		access_fault.evidence_of(kind, items),
	))
]

cause_of := {
	"empty": "empty-principal",
	"denied": "explicit-deny",
	"unnamed": "other-principal",
	"inactive": "missing-action",
	"unreached": "other-resource",
	"unmet": "condition-never-holds",
}

doubt(users, [cause, reason]) := {
	"verdict": "undecided",
	"cause": cause,
	"related": key_wording.holders(users),
	"message": $"whether {key_wording.services(users)} may use the key cannot be told: {reason}",
	"fix": "write the policy of the key as JSON or with aws_iam_policy_document, literally or by reference to resources of this input, and one for the key",
}

doubt_of(user) := ["policy-unread", access_fault.doubt(unread, [])] if {
	unread := [reading | some reading in user.policies; reading.document < 0][0]
} else := ["several-policies", $"{phrase.addresses(policies)} say different things of it, and the key keeps one of them"] if {
	count(user.policies) > 1
	policies := [input.resource_policies[reading.policy] | some reading in user.policies]
} else := ["partly-allowed", "AWS asks for kms:ReEncrypt* and kms:DescribeKey, too, and does not say whether records arrive without them"] if {
	some reading in user.policies
	reading.certain
	key_access.use[key_access.case_of(user, reading)] == "yes"
	key_access.full_use[key_access.case_of(user, reading)] == "no"
} else := ["not-certain", access_fault.doubt(reading, key_access.requests(key_access.case_of(user, reading), asked))] if {
	reading := user.policies[0]
	asked := array.concat(key_access.core, key_access.rest)
}

corrected(key, finding) := storage_document.with_key(finding, key.own, log_groups, flow_logs) if {
	log_groups := [input.log_groups[at].arn | some at in sort({user.log_group | some user in key.users})]
	flow_logs := [flow_log |
		some at in sort({user.bucket | some user in key.users})
		some flow_log in subject.writers_to(input.buckets[at])
	]
}
