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
# description: texts in quotes, as a list; of very many the first, and how many more there are
quoted_first(texts) := list(array.concat([$`"{text}"` | some text in first(texts)], rest(texts)))

# METADATA
# description: as many texts as a sentence can hold
first(texts) := array.slice(texts, 0, 8) if count(texts) > 9

else := texts

# METADATA
# description: how many texts the sentence leaves out, as its last word; none where it holds them all
rest(texts) := [$"{left} more" | left := count(texts) - count(first(texts)); left > 0]

# METADATA
# scope: document
# description: a number of days
days(1) := "1 day"

days(count_of_days) := $"{count_of_days} days" if count_of_days != 1

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
# description: what the source says, in brackets, where there is anything to say
given(value) := named(object.get(value, "given", ""))

# METADATA
# scope: document
# description: a text in brackets, or nothing
default named(_) := ""

named(text) := $" ({text})" if text != ""

# METADATA
# description: |
#   what the input lacks, as the end of a sentence: the address of a resource that stands nowhere, or what it would be and
#   how the source gives it
missing(what, given) := $"the input holds no {address}" if {
	[type, attributes] := _forms[what]
	pattern := concat("", [`^\$\{(`, type, `\.[\w-]+(?:\[[^\]]+\])?)\.(?:`, attributes, `)\}$`])
	[[_, address]] := regex.find_all_string_submatch_n(pattern, given, 1)
} else := $"the input does not hold the {what}{named(given)}"

_forms := {
	"role": ["aws_iam_role", "arn"],
	"log group": ["aws_cloudwatch_log_group", "arn|name"],
	"bucket": ["aws_s3_bucket", "arn|id|bucket"],
	"key": ["aws_kms_key", "arn|id|key_id"],
}
