import { evaluateText, type Names } from "../../../../gate/read/expression/evaluator";
import { reduceSyntax } from "../../../../gate/read/expression/reduce";
import type { Value } from "../../../../gate/read/expression/value";

const VALUES: Readonly<Record<string, Value>> = {
  "var.days": 7,
  "var.text": "7",
  "var.yes": true,
  "var.nothing": null,
  "var.list": ["a", "b"],
  "var.map": new Map<string, Value>([
    ["a", 1],
    ["__proto__", 2],
  ]),
  "var.odd": 'say "hi" ${literally}',
  "local.name": "flow",
};

const NAMES: Names = {
  value: (kind, name) => {
    const key = `${kind}.${name}`;
    return Object.hasOwn(VALUES, key) ? VALUES[key] : undefined;
  },
};

/** An expression in Terraform's JSON syntax, evaluated. */
function reduced(expression: string): unknown {
  return reduceSyntax(expression, NAMES);
}

describe("what can be told without deploying is evaluated", () => {
  test.each<[string, string, unknown]>([
    ["a number", "${7}", 7],
    ["a negative number", "${-1.5}", -1.5],
    ["null", "${null}", null],
    ["a variable keeps its type", "${var.days}", 7],
    ["a variable inside a text is text", "in ${var.days} days", "in 7 days"],
    ["brackets", "${((var.days))}", 7],
    ["an escape is a literal", '${"a\\n\\u00e9\\U0001F600\\"\\\\"}', 'a\né😀"\\'],
    ["a literal ${ stays one", '${"$${srcaddr}"}', "$${srcaddr}"],
    ["a value that looks like a template stays a literal", "${var.odd}", 'say "hi" $${literally}'],
    ["an escaped text is untouched", "$${srcaddr} %%{if} $ $$ % $$${x}", "$${srcaddr} %%{if} $ $$ % $$${x}"],
    ["a template in a template", '${"a-${var.days}-${"b"}"}', "a-7-b"],
    ["a list item", "${var.list[1]}", "b"],
    ["a list item, the old way", "${var.list.0}", "a"],
    ["a member", "${var.map.a}", 1],
    ["a member by key", '${var.map["__proto__"]}', 2],
    ["a tuple", '${[1, "x", var.days,]}', [1, "x", 7]],
    ["an object", '${{ a = 1, "b" : var.days\n (var.text) = null }}', { a: 1, b: 7, "7": null }],
    ["comments", "${[ # one\n 1, // two\n 2 /* three */ ]}", [1, 2]],
    ["a condition that holds", '${var.yes ? "a" : "b"}', "a"],
    ["a condition that does not", '${var.days > 30 ? "a" : "b"}', "b"],
    ["equality", "${var.text == 7}", false],
    ["inequality", '${var.text != "7"}', false],
    ["null is null", "${var.nothing == null}", true],
    ["and, or, not", "${!(var.yes && false) || aws_x.y.z}", true],
    ["arithmetic, as it binds", "${1 + 2 * 3 - 4 / 2 % 2}", 7],
    ["comparison binds looser than a sum", "${1 + 1 >= 2 == true}", true],
    ["tostring", "${tostring(var.days)}", "7"],
    ["tonumber", "${tonumber(var.text)}", 7],
    ["tobool", '${tobool("true")}', true],
    ["lower and upper", '${lower("Ab")}${upper("Ab")}', "abAB"],
    ["trimspace, trimprefix, trimsuffix", '${trimsuffix(trimprefix(trimspace(" a:b:* "), "a:"), ":*")}', "b"],
    ["join", '${join("-", ["a"], var.list)}', "a-a-b"],
    ["join of a resource's ARN", '${join(":", ["${aws_x.y.arn}", "*"])}', "${aws_x.y.arn}:*"],
    ["format", '${format("%s-%d%%-%v", "a", var.days, aws_x.y.id)}', "a-7%-${aws_x.y.id}"],
    ["concat", "${concat(var.list, [aws_x.y.id])}", ["a", "b", "${aws_x.y.id}"]],
    ["merge: the later wins", "${merge(var.map, { a = 9 })}", JSON.parse('{"a":9,"__proto__":2}')],
    ["toset", '${toset(["a", "b", "a"])}', ["a", "b"]],
    ["tolist, tomap", "${[tolist(var.list), tomap({ a = 1 })]}", [["a", "b"], { a: 1 }]],
    ["distinct, compact", '${distinct(compact(["", "a", null, "a"]))}', ["a"]],
    [
      "keys, length",
      '${[keys(var.map), length(var.map), length(var.list), length("e")]}',
      [["__proto__", "a"], 2, 2, 1],
    ],
    ["contains", '${contains(var.list, "a") && !contains(var.list, "c")}', true],
    ["lookup", '${[lookup(var.map, "a"), lookup(var.map, "constructor", "none")]}', [1, "none"]],
    ["coalesce", '${coalesce(null, "", "a")}', "a"],
    ["nonsensitive", "${nonsensitive(var.days)}", 7],
  ])("%s: %s", (_, expression, expected) => {
    expect(reduced(expression)).toEqual(expected);
  });
});

describe("what only a deployment can tell stays as it is written", () => {
  test.each([
    "${aws_x.y.arn}",
    "${aws_x.y[0].arn}:*",
    "${aws_x.y[*].arn}",
    "${aws_x.y.*.arn}",
    "${var.unset}",
    "${var.unset ? 1 : 2}",
    "${var.map.missing}",
    "${var.list[2]}",
    "${aws_x.y.count > 1 ? 7 : 365}",
    "${each.value}",
    "${timestamp()}",
    "${sensitive(1)}",
    "${no_such_function(1)}",
    '${lower("É")}',
    '${length("é")}',
    "${lower(aws_x.y.id)}",
    '${join(",", aws_x.y.list)}',
    '${join(",", [null])}',
    '${format("%05d", 7)}',
    '${format("%s", 1, 2)}',
    '${format("%s %s", 1)}',
    "${concat(var.list, aws_x.y.list)}",
    "${merge(var.map, aws_x.y.tags)}",
    "${toset([aws_x.y.id, aws_x.z.id])}",
    '${contains([aws_x.y.id], "a")}',
    '${coalesce(aws_x.y.id, "a")}',
    "${[for each in aws_x.y.list : upper(each)]}",
    "${[for each in [aws_x.y.id] : upper(each)]}",
    "${[for each in var.list : each if aws_x.y.on]}",
    "${concat(aws_x.y.lists...)}",
    "${1 / 0}",
    "${-var.list}",
    "${!7}",
    "${1 < aws_x.y.size}",
    "${[1] == [1]}",
    "${{ (aws_x.y.id) = 1 }}",
    "${tonumber(true)}",
    "text with ${var.list} in it",
    "${",
    "${}",
    "${a b}",
    "${1 +}",
    '${"unclosed}',
    "${[1}",
    "${{ a 1 }}",
    "${{ a = 1 b = 2 }}",
    '${"\\x"}',
    '${"\\UFFFFFFFF"}',
  ])("%s", (expression) => {
    expect(reduced(expression)).toBe(expression);
  });
});

test("what a directive or a strip marker leaves in or out makes all of the text unknown", () => {
  for (const text of ["a%{ if var.yes }b%{ endif }", "a  ${~ var.days }", "${ var.days ~}  b"])
    expect(reduced(text)).toBe(`\${${JSON.stringify(text)}}`);
});

test("a step behind a name that holds a resource is a step of the resource", () => {
  const group: Names = {
    value: () => evaluateText("${aws_cloudwatch_log_group.g}", NAMES),
  };
  expect(reduceSyntax("${local.group.arn}:*", group)).toBe("${aws_cloudwatch_log_group.g.arn}:*");
  expect(reduceSyntax("${local.group[0].arn}", group)).toBe("${aws_cloudwatch_log_group.g[0].arn}");
});

test("a dollar before a reference is never read as its escape", () => {
  const reference = reduced('${format("$%s", aws_x.y.id)}');
  expect(reference).toBe('${"$"}${aws_x.y.id}');
});

test("what needs no evaluation is shared, not copied", () => {
  const given = { a: ["x", "${aws_x.y.id}", { b: 1 }], "c d": null };
  expect(reduceSyntax(given, NAMES)).toBe(given);
});

test("names of members are evaluated", () => {
  expect(reduceSyntax({ "${(var.text)}": "${var.days}", "${(aws_x.y.id)}": 1 }, NAMES)).toEqual({
    "7": 7,
    "${aws_x.y.id}": 1,
  });
});

test("loops in each other that come to no end are not followed", () => {
  const names: Names = { value: () => Array.from({ length: 100 }, (_, at) => at) };
  const loop = ["a", "b", "c", "d"].reduce((inner, name) => `[for ${name} in local.n : ${inner}]`, "1");
  expect(reduceSyntax(`\${${loop}}`, names)).toBe(`\${${loop}}`);
  const tries = Array.from({ length: 60 }).reduce<string>((inner) => `try([${inner}][0], 1)`, "aws_x.y.z");
  expect(reduceSyntax(`\${${tries}}`, names)).toBe(`\${${tries}}`);
});

test("nesting without end is not followed", () => {
  for (const [open, close] of [
    ["(", ")"],
    ["[", "]"],
    ["{a=", "}"],
    ["!", ""],
    ['"${', '}"'],
    ["true?true:", ""],
    ["[for x in ", ": x]"],
  ] as const) {
    const deep = `\${${open.repeat(5000)}1${close.repeat(5000)}}`;
    expect(reduced(deep)).toBe(deep);
  }
});
