# METADATA
# title: words that messages share
# description: Lists and values as a person writes them in a sentence.
package flowgate.phrase

# METADATA
# description: texts as a person lists them
list(texts) := concat("", texts) if {
	count(texts) < 2
} else := $"{concat(", ", array.slice(texts, 0, last))} and {concat("", array.slice(texts, last, last + 1))}" if {
	last := count(texts) - 1
}

# METADATA
# description: texts in quotes, as a list
quoted(texts) := list([$`"{text}"` | some text in texts])

# METADATA
# description: the addresses of resources, as a list
addresses(resources) := list([resource.address | some resource in resources])

# METADATA
# description: log-delivery actions as AWS writes them
action_names(actions) := list([name |
	some name in ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"]
	lower(name) in actions
])

# METADATA
# description: an action as AWS writes it, where that is known; IAM compares actions without their case
action_name(action) := object.get(_action_names, action, action)

_action_names := {lower(name): name |
	some name in [
		"iam:PassRole", "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "logs:AssociateKmsKey",
		"logs:Create*", "logs:CreateLogDelivery", "logs:CreateLogGroup", "logs:CreateLogStream", "logs:Delete*",
		"logs:DeleteLogDelivery", "logs:DeleteLogGroup", "logs:DeleteLogStream", "logs:DeleteRetentionPolicy", "logs:Describe*",
		"logs:DescribeLogGroups", "logs:DescribeLogStreams", "logs:FilterLogEvents", "logs:Get*", "logs:GetLogDelivery",
		"logs:GetLogEvents", "logs:GetQueryResults", "logs:List*", "logs:ListLogDeliveries", "logs:ListTagsForResource",
		"logs:ListTagsLogGroup", "logs:Put*", "logs:PutLogEvents", "logs:PutMetricFilter", "logs:PutResourcePolicy",
		"logs:PutRetentionPolicy", "logs:PutSubscriptionFilter", "logs:StartQuery", "logs:StopQuery", "logs:TagLogGroup",
		"logs:TagResource", "logs:UntagResource", "logs:UpdateLogDelivery", "s3:GetObject", "s3:ListBucket", "s3:PutObject",
		"sts:AssumeRole", "sts:TagSession",
	]
}

# METADATA
# description: what the source says, in brackets, where there is anything to say
given(value) := named(object.get(value, "given", ""))

# METADATA
# scope: document
# description: a text in brackets, or nothing
default named(_) := ""

named(text) := $" ({text})" if text != ""
