package flowgate.day_test

import data.flowgate.day

import future.keywords.not

# Days since 1970-01-01, as `date -u -d DAY +%s` divided by 86,400 gives them.
numbers_by_day := {
	"1970-01-01": 0,
	"1970-01-02": 1,
	"1969-12-31": -1,
	"2000-02-29": 11016,
	"2000-03-01": 11017,
	"1999-12-31": 10956,
	"2024-02-29": 19782,
	"2026-11-21": 20778,
	"2026-12-31": 20818,
	"2027-01-01": 20819,
	"2100-02-28": 47540,
	"2100-03-01": 47541,
	"0001-01-01": -719162,
	"9999-12-31": 2932896,
}

test_days_have_the_numbers_that_a_calendar_gives_them[text] if {
	some text, number in numbers_by_day
	day.number(text) == number
}

no_days := {
	"", "0000-01-01", "never", "2026", "2026-11", "2026-11-21T00:00:00Z", "2026-11-21 ", "21.11.2026", "2026/11/21", "2026-1-01",
	"26-11-21", "2026-11-1", "2026-13-01", "2026-00-10", "2026-04-31", "2026-06-00", "2025-02-29", "1900-02-29", "2100-02-29",
	"+026-11-21", "1e10-11-21", "1e03-11-21", "2026-+1-21", "2026-11-2a", "-2026-11-21", "٢٠٢٦-11-21",
}

test_what_is_in_no_calendar_is_no_day[text] if {
	some text in no_days
	not day.number(text)
}

test_what_is_no_text_is_no_day if {
	not day.number(20261121)
	not day.number(null)
}
