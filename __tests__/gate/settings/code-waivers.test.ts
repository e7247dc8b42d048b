import { codeWaiverFaults } from "../../../gate/settings/code-waivers";
import { readDocuments } from "../../../gate/read/read";
import type { KnownRule } from "../../../gate/settings/read-settings";

const RULES: readonly KnownRule[] = [
  { id: "retention-unset", severity: "error", waivable: true, causes: { unset: "no days" }, controls: [] },
  {
    id: "retention-invalid",
    severity: "error",
    waivable: false,
    causes: { invalid: "no such days" },
    controls: [],
  },
];
const WAIVER = { rule: "retention-unset", reason: "sandbox", until: "2027-03-31" };

function faultsOf(waive: unknown, more: object = {}): readonly (readonly [string, string])[] {
  const group = { "//": { flowgate: { waive, ...more } }, name: "/net" };
  const text = JSON.stringify({ resource: { aws_cloudwatch_log_group: { g: group } } });
  const { configuration, faults } = readDocuments([{ path: "net.tf.json", text }]);
  expect(faults).toEqual([]);
  return codeWaiverFaults(configuration, () => RULES).map(({ message, fix }) => [message, fix]);
}

test.each<[string, unknown]>([
  ["one waiver", [WAIVER]],
  ["several", [WAIVER, { ...WAIVER, cause: "unset" }]],
  ["none", []],
  ["a malformed day, which the policies count as past", [{ ...WAIVER, until: "never" }]],
])("in code, %s is taken", (_, waive) => {
  expect(faultsOf(waive)).toEqual([]);
});

const IN = "in a waiver of aws_cloudwatch_log_group.g: ";

test.each<[string, unknown, string, string]>([
  [
    "a waiver that is not in a list",
    "retention-unset",
    `waive[0] is "retention-unset", where a waiver in braces is expected`,
    "correct it, or take it out",
  ],
  ["null", [null], "waive[0] is null, where a waiver in braces is expected", "correct it, or take it out"],
  [
    "an unknown rule",
    [{ ...WAIVER, rule: "retention-unst" }],
    'there is no rule "retention-unst"',
    'write "retention-unset"',
  ],
  [
    "a rule that cannot be waived",
    [{ ...WAIVER, rule: "retention-invalid" }],
    "retention-invalid cannot be waived: what it finds never works, whoever accepts it",
    "take the waiver out, and correct what the rule finds",
  ],
  [
    "an unknown cause",
    [{ ...WAIVER, cause: "unst" }],
    'retention-unset has no cause "unst"',
    'write "unset"',
  ],
  [
    "no reason",
    [{ ...WAIVER, reason: "" }],
    'waive[0].reason is "", where a text that is not empty is expected',
    "say why it is accepted",
  ],
  [
    "no day",
    [{ rule: WAIVER.rule, reason: "r" }],
    'waive[0] has no "until"',
    "give the last day on which it is accepted, as YYYY-MM-DD",
  ],
  [
    "an address, which it has from its resource",
    [{ ...WAIVER, address: "x" }],
    'there is no key of a waiver "waive[0].address"',
    "take it out: keys of a waiver here are rule, reason, until, cause",
  ],
])("in code, %s is refused", (_, waive, message, fix) => {
  expect(faultsOf(waive)).toEqual([[IN + message, fix]]);
});

test("a fault leads to the line that made the resource, or else to the document", () => {
  const group = (more: object): object => ({ "//": { flowgate: { waive: [1], ...more } } });
  const text = JSON.stringify({
    resource: {
      aws_cloudwatch_log_group: { a: group({ location: { path: "main.ts", line: 14 } }), b: group({}) },
    },
  });
  const { configuration } = readDocuments([{ path: "net.tf.json", text }]);
  expect(codeWaiverFaults(configuration, () => RULES)).toMatchObject([
    { path: "main.ts", line: 14 },
    { path: "net.tf.json" },
  ]);
});
