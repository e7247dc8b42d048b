import { parseTemplate } from "../../../../gate/model/text/template";

const reference = (source: string, ...traversal: string[]) => ({ source, shown: `\${${source}}`, traversal });
const opaque = (source: string) => ({ source, shown: `\${${source}}` });

test.each([
  ["empty text has no parts", "", []],
  ["plain text is one literal", "/aws/vpc $ % {} }", ["/aws/vpc $ % {} }"]],
  [
    "a reference alone",
    "${aws_iam_role.x.arn}",
    [reference("aws_iam_role.x.arn", "aws_iam_role", "x", "arn")],
  ],
  [
    "a reference between literals",
    "a-${local.name}:*",
    ["a-", reference("local.name", "local", "name"), ":*"],
  ],
  [
    "two references side by side",
    "${local.a}${local.b}",
    [reference("local.a", "local", "a"), reference("local.b", "local", "b")],
  ],
  ["an escaped reference is literal", "$${version} $${srcaddr}", ["${version} ${srcaddr}"]],
  ["an escaped directive is literal", "%%{if}", ["%{if}"]],
  ["a third dollar sign is kept", "$$${version}", ["$${version}"]],
  ["an escape just after a reference", "${local.a}$${b}", [reference("local.a", "local", "a"), "${b}"]],
  [
    "CDKTF's names hold hyphens",
    "${aws_iam_role.flow-logs_role_B4B87A12.arn}",
    [reference("aws_iam_role.flow-logs_role_B4B87A12.arn", "aws_iam_role", "flow-logs_role_B4B87A12", "arn")],
  ],
  ["a number index", "${a.b[0].id}", [reference("a.b[0].id", "a", "b", "[0]", "id")]],
  ["a text index", '${a.b["k.}"].id}', [reference('a.b["k.}"].id', "a", "b", '["k.}"]', "id")]],
  ["a legacy index", "${a.b.0.id}", [reference("a.b.0.id", "a", "b", "[0]", "id")]],
  [
    "splats",
    "${a.b.*.id}${a.b[*].id}",
    [reference("a.b.*.id", "a", "b", "[*]", "id"), reference("a.b[*].id", "a", "b", "[*]", "id")],
  ],
  ["a computed index", "${a.b[each.key]}", [reference("a.b[each.key]", "a", "b", "[each.key]")]],
  ["blanks inside the braces", "${ a.b }", [{ source: "a.b", shown: "${ a.b }", traversal: ["a", "b"] }]],
  ["a function call", '${join(":", ["}", "{"])}', [opaque('join(":", ["}", "{"])')]],
  [
    "an object with nested braces",
    "${jsonencode({ a = { b = 1 } })} ",
    [opaque("jsonencode({ a = { b = 1 } })"), " "],
  ],
  ["a template inside a string", '${f("${g("}")}")}!', [opaque('f("${g("}")}")'), "!"]],
  ["an escape inside a string", '${f("$${")}!', [opaque('f("$${")'), "!"]],
  ["a quote inside a string", '${f("\\"}")}!', [opaque('f("\\"}")'), "!"]],
  ["a conditional", "${a.b ? c.d : e.f}", [opaque("a.b ? c.d : e.f")]],
  ["no expression at all", "${}", [opaque("")]],
  ["a leading dot", "${.a}", [opaque(".a")]],
  ["a trailing dot", "${a.}", [opaque("a.")]],
  ["two names without a dot", "${a b}", [opaque("a b")]],
  ["an unterminated reference", "x${a.b", ["x", { source: "a.b", shown: "${a.b" }]],
  ["a directive", "%{ if a }x", [{ source: "if a", shown: "%{ if a }" }, "x"]],
])("%s", (_, text, parts) => {
  expect(parseTemplate(text)).toEqual(parts);
});
