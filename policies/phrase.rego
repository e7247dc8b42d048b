# METADATA
# title: words that messages share
# description: Lists and values as a person writes them in a sentence.
package flowgate.phrase

# METADATA
# description: texts in quotes, with commas between them
quoted(texts) := concat(", ", [$`"{text}"` | some text in texts])

# METADATA
# description: the addresses of resources, with commas between them
addresses(resources) := concat(", ", [resource.address | some resource in resources])

# METADATA
# description: log-delivery actions as AWS writes them
action_names(actions) := concat(", ", [name |
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
