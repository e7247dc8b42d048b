# METADATA
# title: calendar days
# description: |
#   Days as numbers, so that they can be compared and counted. WebAssembly has no clock and no time.*; the arithmetic is
#   that of the proleptic Gregorian calendar.
# related_resources:
#   - ref: https://howardhinnant.github.io/date_algorithms.html#days_from_civil
package flowgate.day

# METADATA
# description: days since 1970-01-01 of a day written YYYY-MM-DD; undefined for what is no such day
number(text) := ((era * 146097) + day_of_era) - 719468 if {
	[year, month, day] := _civil(text)
	from_march := year - _early[month]
	era := floor(from_march / 400)
	year_of_era := from_march - (era * 400)
	day_of_year := (floor(((153 * ((month + 9) % 12)) + 2) / 5) + day) - 1
	day_of_era := (((year_of_era * 365) + floor(year_of_era / 4)) - floor(year_of_era / 100)) + day_of_year
}

# January and February end the year before, where a year starts in March.
_early := [0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]

_civil(text) := [year, month, day] if {
	is_string(text)
	[years, months, days] := split(text, "-")
	[count(years), count(months), count(days)] == [4, 2, 2]
	digits := [indexof("0123456789", digit) | some digit in split(concat("", [years, months, days]), "")]
	min(digits) >= 0
	year := (((digits[0] * 1000) + (digits[1] * 100)) + (digits[2] * 10)) + digits[3]
	month := (digits[4] * 10) + digits[5]
	day := (digits[6] * 10) + digits[7]
	year >= 1
	day >= 1
	day <= _days_in(year, month)
}

_days_in(year, 2) := 29 if {
	_leap(year)
} else := 28

_days_in(_, month) := 30 if month in {4, 6, 9, 11}

_days_in(_, month) := 31 if month in {1, 3, 5, 7, 8, 10, 12}

_leap(year) if year % 400 == 0

_leap(year) if {
	year % 4 == 0
	year % 100 != 0
}
