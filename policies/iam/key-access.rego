# METADATA
# title: who may use a key
# description: |
#   What the policies of keys let CloudWatch Logs and the delivery service do, for log groups and buckets that flow logs
#   write to.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
# schemas:
#   - input: schema["model.schema"]
package flowgate.iam.key_access

import data.flowgate.iam.access
import data.flowgate.iam.access_fault
import data.flowgate.iam.truth
import data.flowgate.subject

# METADATA
# description: what the service surely needs
core := ["kms:encrypt", "kms:decrypt", "kms:generatedatakey"]

# METADATA
# description: what AWS asks for besides; whether the service gets on without is not documented
rest := ["kms:reencryptfrom", "kms:reencryptto", "kms:describekey"]

_carried(user) := "log-group-key" if {
	user.log_group >= 0
} else := "bucket-key"

# METADATA
# description: what there is to judge. Users of a key share readings, so that there are few
cases := {case_of(user, reading) |
	some key in subject.keys
	some user in key.users
	some reading in user.policies
}

# METADATA
# description: the case of a user and one of the policies
case_of(user, reading) := [reading.policy, reading.document, reading.coverage, _carried(user), user.service]

_reading_of(case) := {"policy": case[0], "document": case[1], "coverage": case[2]}

# METADATA
# description: what is asked for with these actions
requests(case, actions) := [{"action": action, "on": "itself", "carries": case[3]} | some action in actions]

_granted(case, actions) := truth.conjunction([access.granted(_reading_of(case), request) | some request in requests(case, actions)])

# METADATA
# description: may the service do what it surely needs (yes, no, unknown), by case
use := {case: _granted(case, core) | some case in cases}

# METADATA
# description: may it do the rest, by case
full_use := {case: _granted(case, rest) | some case in cases}

# METADATA
# description: why a policy refuses what the service surely needs, by case
refused := {case: faults |
	some case in cases
	faults := [object.union(fault, {"action": _name_of[request.action], "policy": case[0], "service": case[4]}) |
		some request in requests(case, core)
		fault := access_fault.of_request(_reading_of(case), request)
	]
}

_name_of := {"kms:encrypt": "kms:Encrypt", "kms:decrypt": "kms:Decrypt", "kms:generatedatakey": "kms:GenerateDataKey*"}

# METADATA
# description: does every policy of the key let the service in (passes), or none (fails)
outcome(user) := "passes" if {
	every reading in user.policies {
		reading.certain
		use[case_of(user, reading)] == "yes"
		full_use[case_of(user, reading)] == "yes"
	}
} else := "fails" if {
	every reading in user.policies {
		reading.certain
		use[case_of(user, reading)] == "no"
	}
} else := "unclear"
