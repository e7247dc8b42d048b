import fc from "fast-check";

import { check } from "../../../../gate/check";
import { readHcl } from "../../../../gate/read/hcl/read-hcl";
import type { Report } from "../../../../gate/report/report";
import { type PolicyStyle, printHcl } from "../../matrix/print-hcl";
import { granting, groupArn, sound, trusting } from "../../matrix/sound";

const SEED = { seed: 20261121 };

/** Texts that a printer or a parser may stumble over. */
const oddText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom(
    '"',
    "\\",
    "$",
    "%",
    "{",
    "}",
    "${",
    "a\nb",
    "\r\n",
    "EOT",
    "#",
    "/*",
    "//",
    "\t",
    "é😀",
    "\u0001",
  ),
);
/** As a template: literal. */
const literal = fc
  .array(oddText, { maxLength: 4 })
  .map((parts) => parts.join("").replace(/[$%](?=\{)/g, "$&$&"));

const resource = fc.constantFrom(
  groupArn("case"),
  `${groupArn("case")}:*`,
  `${groupArn("other")}:*`,
  "*",
  "arn:aws:logs:*:*:log-group:/matrix/case:*",
  "${aws_cloudwatch_log_group.case_group.arn}",
  "${aws_cloudwatch_log_group.case_group.arn}:*",
  "${aws_cloudwatch_log_group.case_group.name}",
  "${terraform_data.elsewhere.output}",
);
const action = fc.constantFrom(
  "logs:CreateLogStream",
  "logs:PutLogEvents",
  "logs:DescribeLogStreams",
  "logs:*",
  "s3:Get*",
);
const statement = fc
  .record({
    Sid: literal,
    Effect: fc.constantFrom("Allow", "Deny"),
    Action: fc.array(action, { minLength: 1, maxLength: 3 }),
    Resource: fc.array(resource, { minLength: 1, maxLength: 3 }),
    Condition: fc.option(
      fc.dictionary(
        fc.constantFrom("StringEquals", "Bool"),
        fc.dictionary(fc.constantFrom("aws:SecureTransport", "aws:x"), literal),
      ),
      { nil: undefined },
    ),
  })
  .map((changes) => granting("case", changes));

const world = fc
  .record({
    group: fc.record(
      {
        retention_in_days: fc.constantFrom<unknown>(
          7,
          30,
          "365",
          null,
          true,
          "${local.case_days}",
          "${var.days}",
        ),
        tags: fc.dictionary(
          fc.oneof(literal, fc.constantFrom("__proto__", "constructor", "a-b", "a b")),
          literal,
        ),
        name: literal,
      },
      { requiredKeys: [] },
    ),
    flowLog: fc.record(
      {
        traffic_type: fc.constantFrom<unknown>("ALL", "REJECT", null, "${var.type}"),
        max_aggregation_interval: fc.constantFrom<unknown>(60, 600, "60", 61),
        log_format: fc.oneof(literal, fc.constantFrom("$${srcaddr} $${action}", "${srcaddr}")),
      },
      { requiredKeys: [] },
    ),
    trust: fc.array(
      fc
        .record({
          Principal: fc.constantFrom<unknown>(
            "*",
            { Service: "vpc-flow-logs.amazonaws.com" },
            { AWS: ["*"] },
          ),
        })
        .map(trusting),
      { minLength: 1, maxLength: 2 },
    ),
    grant: fc.array(statement, { minLength: 1, maxLength: 2 }),
    locals: fc.constant({ case_days: 14 }),
  })
  .map((changes) => ({
    provider: { aws: [{ region: "eu-west-1" }] },
    ...sound("case", changes),
  }));

function verdicts({ findings, errors }: Report): string[] {
  return [
    ...errors.map(({ message }) => message),
    ...findings.map(({ rule, cause, verdict, address }) => `${verdict} ${rule} ${cause} ${address}`),
  ].sort();
}

test("HCL printed from a configuration gets the verdicts of the configuration, however its policies are written", async () => {
  await fc.assert(
    fc.asyncProperty(
      world,
      fc.constantFrom<PolicyStyle>("quoted", "heredoc", "jsonencode"),
      async (root, style) => {
        const json = check([{ path: "m/main.tf.json", text: JSON.stringify(root) }]);
        const hcl = check(await readHcl([{ path: "m/main.tf", text: printHcl(root, style) }]));
        expect(verdicts(hcl)).toEqual(verdicts(json));
      },
    ),
    { ...SEED, numRuns: 100 },
  );
}, 60_000);

const GOOD = printHcl(sound("good"), "jsonencode");
const DEFECTS = [
  sound("planted", { group: { retention_in_days: 1 } }),
  sound("planted", { grant: [granting("planted", { Resource: groupArn("other") })] }),
  sound("planted", { grant: null }),
  sound("planted", { trust: [trusting({ Principal: "*" })] }),
  sound("planted", { flowLog: { traffic_type: "REJECT" } }),
].map((root) => printHcl(root, "heredoc"));

/** A cut, a doubling, or a text put in, at some place. */
const edit = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.nat(40),
  fc.oneof(
    oddText,
    fc.constantFrom(
      "count = 0\n",
      'dynamic "x" {\n',
      "}\n",
      "<<EOT\n",
      "jsonencode(",
      "locals {\n",
      "for_each = []\n",
    ),
  ),
);

function edited(text: string, edits: readonly (readonly [number, number, string])[]): string {
  return edits.reduce((result, [place, length, put]) => {
    const at = Math.floor(place * result.length);
    return result.slice(0, at) + put + result.slice(at + length);
  }, text);
}

test("edited HCL is refused or judged, never thrown at, and a defect beside it is never a pass", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 4 }), fc.constantFrom(...DEFECTS), async (edits, defect) => {
      const { verdict, errors } = check(
        await readHcl([
          { path: "m/good.tf", text: edited(GOOD, edits) },
          { path: "m/planted.tf", text: defect },
        ]),
      );
      expect(["fail", "undecided", "error"]).toContain(verdict);
      expect(errors.filter(({ message }) => message.includes("failed inside"))).toEqual([]);
    }),
    { ...SEED, numRuns: 100 },
  );
}, 60_000);

test("arbitrary text is never judged", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.string({ unit: "binary" }), oddText), async (text) => {
      expect(check(await readHcl([{ path: "a.tf", text }])).verdict).toBe("error");
    }),
    { ...SEED, numRuns: 100 },
  );
}, 60_000);
