import Ajv from "ajv";
import fc from "fast-check";

import { readSettings, type KnownRule } from "../../../gate/settings/read-settings";
import schema from "../../../schemas/settings.schema.json";

const RULES: readonly KnownRule[] = [
  { id: "retention-unset", severity: "error", waivable: true },
  { id: "retention-invalid", severity: "error", waivable: false },
  { id: "waiver-unused", severity: "warning", waivable: false },
];

describe("wrong settings are refused", () => {
  test.each<[unknown, string, string]>([
    [[], "the settings are [], where an object is expected", "write an object in braces"],
    [null, "the settings are null, where an object is expected", "write an object in braces"],
    [{ retentoin: {} }, 'there is no setting "retentoin"', 'write "retention"'],
    [{ rule: {} }, 'there is no setting "rule"', 'write "rules"'],
    [
      { something: 1 },
      'there is no setting "something"',
      "take it out: settings here are $schema, strict, failOn, retention, capture, rules",
    ],
    [
      { retention: { minDays: 3 } },
      'there is no setting "retention.minDays"',
      "take it out: settings here are minimumDays, maximumDays",
    ],
    [{ retention: { minimumDay: 3 } }, 'there is no setting "retention.minimumDay"', 'write "minimumDays"'],
    [
      { retention: { minimumDays: "30" } },
      'retention.minimumDays is "30", where a whole number of days from 1 on is expected',
      "correct it, or take it out",
    ],
    [
      { retention: { maximumDays: 0.5 } },
      "retention.maximumDays is 0.5, where a whole number of days from 1 on is expected",
      "correct it, or take it out",
    ],
    [{ retention: 30 }, "retention is 30, where an object is expected", "correct it, or take it out"],
    [{ strict: "yes" }, 'strict is "yes", where true or false is expected', "correct it, or take it out"],
    [{ $schema: 1 }, "$schema is 1, where a text is expected", "correct it, or take it out"],
    [
      { failOn: "warn" },
      'failOn is "warn", where "error", "warning" or "never" is expected',
      'write "warning"',
    ],
    [
      { capture: { trafficTypes: [] } },
      'capture.trafficTypes is [], where a list of "ALL", "ACCEPT" and "REJECT" is expected',
      "correct it, or take it out",
    ],
    [
      { capture: { trafficTypes: ["all"] } },
      'capture.trafficTypes is ["all"], where a list of "ALL", "ACCEPT" and "REJECT" is expected',
      "correct it, or take it out",
    ],
    [
      { rules: [] },
      "rules is [], where an object of severities by rule is expected",
      "correct it, or take it out",
    ],
    [{ rules: { "retention-unst": "off" } }, 'there is no rule "retention-unst"', 'write "retention-unset"'],
    [
      { rules: { constructor: "off" } },
      'there is no rule "constructor"',
      "list the rules with `flowgate rules`",
    ],
    [
      { rules: { "retention-unset": "eror" } },
      'rules.retention-unset is "eror", where "off", "warning" or "error" is expected',
      'write "error"',
    ],
    [
      { rules: { "retention-invalid": "off" } },
      'retention-invalid cannot be set to "off": what it finds never works, whoever accepts it',
      "take the setting out, and correct what the rule finds",
    ],
    [
      { rules: { "retention-invalid": "warning" } },
      'retention-invalid cannot be set to "warning": what it finds never works, whoever accepts it',
      "take the setting out, and correct what the rule finds",
    ],
    [
      { retention: { minimumDays: 400, maximumDays: 90 } },
      "retention.minimumDays is 400 and retention.maximumDays 90: no period is both",
      "lower the minimum or raise the maximum",
    ],
  ])("%j", (settings, message, fix) => {
    expect(readSettings(settings, RULES)).toEqual({ faults: [{ message, fix }] });
  });

  test("with every problem at once, and where each stands in its file", () => {
    const text = '{\n  "strict": 1,\n  "retention": { "minimumDays": 0 },\n  "rules": { "x": "off" }\n}';
    const read = readSettings(JSON.parse(text), RULES, { path: "flowgate.json", text });
    expect(read).toMatchObject({
      faults: [
        { path: "flowgate.json", line: 2, column: 3 },
        { path: "flowgate.json", line: 3, column: 18 },
        { path: "flowgate.json", line: 4, column: 14 },
      ],
    });
  });
});

describe("right settings are taken", () => {
  test.each([
    {},
    { strict: true, failOn: "never" },
    { retention: { minimumDays: 90, maximumDays: 90 }, capture: { trafficTypes: ["ALL", "REJECT"] } },
    { rules: { "retention-unset": "off", "retention-invalid": "error", "waiver-unused": "error" } },
  ])("%j", (settings) => {
    expect(readSettings(settings, RULES)).toEqual({ settings });
  });

  test("without $schema, which is for editors", () => {
    expect(readSettings({ $schema: "./x.json", strict: true }, RULES)).toEqual({
      settings: { strict: true },
    });
  });
});

test("the published schema and the gate accept the same settings", () => {
  const valid = new Ajv({ strict: false }).compile(schema);
  const days = fc.constantFrom<unknown>(1, 30, 400, 0, -1, 1.5, "30", null);
  const optional = (arbitraries: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object> =>
    fc.record(arbitraries, { requiredKeys: [] });
  const given = optional({
    $schema: fc.constantFrom("a", 1),
    strict: fc.constantFrom(true, false, "true"),
    failOn: fc.constantFrom("error", "warning", "never", "off"),
    rules: optional({ "retention-unset": fc.constantFrom("off", "warning", "error", "never", 1) }),
    retention: fc.oneof(optional({ minimumDays: days, minimum: days }), fc.constant(30)),
    capture: optional({
      trafficTypes: fc.array(fc.constantFrom("ALL", "ACCEPT", "REJECT", "NONE"), { maxLength: 3 }),
    }),
    more: fc.constant(1),
  });
  fc.assert(
    fc.property(given, (settings) => {
      expect("settings" in readSettings(settings, RULES)).toBe(valid(settings));
    }),
    { numRuns: 500 },
  );
});
