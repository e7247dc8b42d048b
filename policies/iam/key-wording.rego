# METADATA
# title: what is said of a key's policy
# description: The services that a key lets in or keeps out, and what the key encrypts.
# schemas:
#   - input: schema["model.schema"]
package flowgate.iam.key_wording

import data.flowgate.iam.access_fault
import data.flowgate.phrase
import data.flowgate.subject

# METADATA
# description: the services that use the key, as a list
services(users) := phrase.list(sort({user.service | some user in users}))

# METADATA
# scope: document
# description: how the policies keep the services out; the kinds are those of access_fault
refusal("empty", policies, _) := access_fault.emptiness(policies)

refusal("denied", policies, items) := $"{policies} denies {services(items)} {access_fault.actions_of(items)} with the key"

refusal("unnamed", policies, items) := $"{policies} lets in {access_fault.named_instead(items)} and not {services(items)}"

refusal("inactive", policies, items) := $"{policies} names {services(items)} and does not allow it {access_fault.actions_of(items)}"

refusal("unreached", policies, items) := $"{policies} allows {access_fault.actions_of(items)} on {access_fault.texts_of(items)}, which is not this key"

refusal("unmet", policies, items) := $"{policies} allows {access_fault.actions_of(items)} under the condition {access_fault.texts_of(items)}, which {services(items)} does not meet"

# METADATA
# description: what to do about it
remedy(kind, policies, users) := access_fault.filling(policies) if {
	kind == "empty"
} else := $"let {services(users)} use the key in {policies}: kms:Encrypt, kms:Decrypt, kms:ReEncrypt*, kms:GenerateDataKey* and kms:DescribeKey"

# METADATA
# description: what the key encrypts, and the flow logs that write there, by name
holders(users) := array.flatten([
	[subject.ref(each) | some each in kept],
	[subject.ref(input.flow_logs[at]) | some each in kept; some at in each.flow_logs],
]) if {
	kept := array.concat(
		[input.log_groups[at] | some at in sort({user.log_group | some user in users})],
		[input.buckets[at] | some at in sort({user.bucket | some user in users})],
	)
}
