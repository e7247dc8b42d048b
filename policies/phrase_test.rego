package flowgate.phrase_test

import data.flowgate.phrase

test_lists_read_as_a_person_writes_them if {
	phrase.list([]) == ""
	phrase.list(["a"]) == "a"
	phrase.list(["a", "b"]) == "a and b"
	phrase.list(["a", "b", "c"]) == "a, b and c"
	phrase.quoted(["a", "b"]) == `"a" and "b"`
}

test_actions_are_written_as_aws_writes_them if {
	phrase.action_names({"logs:putlogevents", "logs:createlogstream"}) == "logs:CreateLogStream and logs:PutLogEvents"
}

test_a_sentence_names_nine_and_of_more_the_first_eight if {
	nine := ["a", "b", "c", "d", "e", "f", "g", "h", "i"]
	phrase.first(nine) == nine
	phrase.rest(nine) == []
	phrase.first(array.concat(nine, ["j"])) == array.slice(nine, 0, 8)
	phrase.rest(array.concat(nine, ["j"])) == ["2 more"]
	phrase.quoted_first(["a", "b"]) == `"a" and "b"`
	phrase.quoted_first(array.concat(nine, ["j"])) == `"a", "b", "c", "d", "e", "f", "g", "h" and 2 more`
}

test_one_day_is_no_days if {
	phrase.days(1) == "1 day"
	phrase.days(30) == "30 days"
}

test_what_the_input_lacks_is_named if {
	phrase.missing("role", "${aws_iam_role.delivery.arn}") == "the input holds no aws_iam_role.delivery"
	phrase.missing("role", "${aws_iam_role.delivery[0].arn}") == "the input holds no aws_iam_role.delivery[0]"
	phrase.missing("role", "${aws_iam_role.delivery.unique_id}") == "the input does not hold the role (${aws_iam_role.delivery.unique_id})"
	phrase.missing("role", "${aws_iam_policy.delivery.arn}") == "the input does not hold the role (${aws_iam_policy.delivery.arn})"
	phrase.missing("log group", "${aws_cloudwatch_log_group.g.name}") == "the input holds no aws_cloudwatch_log_group.g"
	phrase.missing("bucket", "${aws_s3_bucket.b.id}") == "the input holds no aws_s3_bucket.b"
	phrase.missing("key", "${aws_kms_key.k[\"a\"].key_id}") == "the input holds no aws_kms_key.k[\"a\"]"
	phrase.missing("role", "${var.role}") == "the input does not hold the role (${var.role})"
	phrase.missing("role", "arn:aws:iam::111122223333:role/x") == "the input does not hold the role (arn:aws:iam::111122223333:role/x)"
	phrase.missing("role", "") == "the input does not hold the role"
}
