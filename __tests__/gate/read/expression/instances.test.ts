import { ModuleNames } from "../../../../gate/read/expression/module-names";
import { reduceSyntax } from "../../../../gate/read/expression/reduce";

/** Blocks of a module: made never, once, twice, by key, plainly, and nobody knows how often. */
const MADE = new ModuleNames(
  new Map<string, unknown>([
    ["wanted", true],
    ["all", "${aws_x.twice}"],
    ["broken", "${aws_x.never[0].arn}"],
  ]),
  new Map(),
  new Map<string, object>([
    ["aws_x.never", { count: "${local.wanted ? 0 : 1}" }],
    ["aws_x.once", { count: "${local.wanted ? 1 : 0}" }],
    ["aws_x.twice", { count: 2 }],
    ["aws_x.keyed", { for_each: '${toset(["b", "a"])}' }],
    ["aws_x.plain", {}],
    ["aws_x.open", { count: "${var.unset}" }],
    ["aws_x.circle", { count: "${length(aws_x.circle)}" }],
    ["aws_vpc.v", { count: 1 }],
    ["data.aws_x.read", { count: 1 }],
    ["module.called", { count: 1 }],
  ]),
);

describe("what is made as often as is known is named as a reference would name it", () => {
  test.each<[string, string, unknown]>([
    ["one of a list", "${one(aws_x.once[*].arn)}", "${aws_x.once[0].arn}"],
    ["one of none", "${one(aws_x.never[*].arn)}", null],
    ["the old splat", '${join("", aws_x.once.*.arn)}', "${aws_x.once[0].arn}"],
    ["the first try", '${try(aws_x.once[0].arn, "none")}', "${aws_x.once[0].arn}"],
    ["the second try", '${try(aws_x.never[0].arn, aws_x.twice[1].arn, "none")}', "${aws_x.twice[1].arn}"],
    ["the last try", '${try(aws_x.never[0].arn, aws_x.keyed["c"].arn, "none")}', "none"],
    ["can", "${[can(aws_x.once[0].arn), can(aws_x.once[1].arn)]}", [true, false]],
    ["a data source", '${try(data.aws_x.read[0].arn, "")}', "${data.aws_x.read[0].arn}"],
    ["a module", "${try(module.called[0].arn, null)}", "${module.called[0].arn}"],
    ["a resource without count", "${aws_x.plain[*].arn}", ["${aws_x.plain.arn}"]],
    ["length", '${length(aws_x.never) > 0 ? aws_x.never[0].arn : "none"}', "none"],
    [
      "values of keys, in their order",
      "${values(aws_x.keyed)[*].arn}",
      ['${aws_x.keyed["a"].arn}', '${aws_x.keyed["b"].arn}'],
    ],
    [
      "for",
      '${{ for key, x in aws_x.keyed : upper(key) => x.arn if key != "b" }}',
      { A: '${aws_x.keyed["a"].arn}' },
    ],
    [
      "formatlist",
      '${formatlist("%s:*", aws_x.twice[*].arn)}',
      ["${aws_x.twice[0].arn}:*", "${aws_x.twice[1].arn}:*"],
    ],
    ["a spread", "${concat([aws_x.once[*].arn, aws_x.never[*].arn]...)}", ["${aws_x.once[0].arn}"]],
    ["what is surely a name, before others", '${coalesce(aws_vpc.v[0].id, "none")}', "${aws_vpc.v[0].id}"],
    [
      "what is surely a name, among others",
      '${compact(["", aws_vpc.v[0].arn, null])}',
      ["${aws_vpc.v[0].arn}"],
    ],
    ["what is wrong in a local, which no try catches", "${try(local.broken, null)}", "${local.broken}"],
    ["through a local", "${local.all[1].arn}", "${aws_x.twice[1].arn}"],
  ])("%s: %s", (_, given, expected) => {
    expect(reduceSyntax(given, MADE)).toEqual(expected);
  });

  test.each([
    "${try(aws_x.open[0].arn, null)}",
    "${one(aws_x.open[*].arn)}",
    "${length(aws_x.open)}",
    "${length(aws_x.circle)}",
    "${try(aws_x.elsewhere[0].arn, null)}",
    "${try(aws_x.once[0].list[0].arn, null)}",
    '${try(upper(aws_x.once[0].arn), "none")}',
    "${try([upper(aws_x.once[0].arn), 1][1], 2)}",
    '${coalesce(aws_x.once[0].description, "none")}',
    "${compact([aws_x.once[0].description])}",
    "${one(aws_x.twice[*].arn)}",
    "${aws_x.never[0].arn}",
    "${[for x in aws_x.twice : upper(x.arn)]}",
  ])("where it may be one or another it stays as it is written: %s", (given) => {
    expect(reduceSyntax(given, MADE)).toBe(given);
  });
});
