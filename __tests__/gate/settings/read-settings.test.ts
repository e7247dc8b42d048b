import { readSettings, type Known } from "../../../gate/settings/read-settings";

const KNOWN: Known = {
  rules: [
    {
      id: "retention-unset",
      severity: "error",
      waivable: true,
      causes: { unset: "no days", unknown: "no telling" },
      controls: [],
    },
    {
      id: "retention-invalid",
      severity: "error",
      waivable: false,
      causes: { invalid: "no such days" },
      controls: [],
    },
    {
      id: "waiver-unused",
      severity: "warning",
      waivable: false,
      causes: { unused: "excuses nothing" },
      controls: [],
    },
    {
      id: "record-field-missing",
      severity: "off",
      waivable: true,
      causes: { missing: "not captured" },
      controls: [],
    },
  ],
  presets: ["baseline", "fsbp", "pci-dss-4.0"].map((name) => ({ name, settings: {}, controls: {} })),
  recordFields: ["dstaddr", "pkt-dstaddr", "vpc-id"],
};

const WAIVER = {
  rule: "retention-unset",
  address: "aws_cloudwatch_log_group.a",
  reason: "sandbox",
  until: "2027-03-31",
};

describe("wrong settings are refused", () => {
  test.each<[unknown, string, string]>([
    [[], "the settings are [], where an object is expected", "write an object in braces"],
    [null, "the settings are null, where an object is expected", "write an object in braces"],
    [{ retentoin: {} }, 'there is no setting "retentoin"', 'write "retention"'],
    [{ rule: {} }, 'there is no setting "rule"', 'write "rules"'],
    [
      { something: 1 },
      'there is no setting "something"',
      "take it out: settings here are $schema, strict, failOn, retention, capture, privilege, encryption, preset, rules, waivers",
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
    [{ preset: "fsb" }, 'there is no preset "fsb"', 'write "fsbp"'],
    [{ preset: ["fsbp", "pci-dss"] }, 'there is no preset "pci-dss"', 'write "pci-dss-4.0"'],
    [{ preset: "toString" }, 'there is no preset "toString"', "write one of baseline, fsbp, pci-dss-4.0"],
    [
      { preset: [] },
      "preset is [], where the name of a preset, or a list of names, is expected",
      "correct it, or take it out",
    ],
    [
      { preset: ["fsbp", 1] },
      'preset is ["fsbp",1], where the name of a preset, or a list of names, is expected',
      "correct it, or take it out",
    ],
    [
      { capture: { requiredFields: "pkt-dstaddr" } },
      'capture.requiredFields is "pkt-dstaddr", where a list of record fields such as "pkt-dstaddr" is expected',
      "correct it, or take it out",
    ],
    [
      { capture: { requiredFields: ["vpc-id", 1] } },
      'capture.requiredFields is ["vpc-id",1], where a list of record fields such as "pkt-dstaddr" is expected',
      "correct it, or take it out",
    ],
    [
      { capture: { requiredFields: ["PktDstAddr"] } },
      'there is no record field "PktDstAddr"',
      'write "pkt-dstaddr"',
    ],
    [
      { capture: { requiredFields: ["constructor"] } },
      'there is no record field "constructor"',
      "write a field as AWS does, such as pkt-dstaddr; one that AWS has added since needs a newer flowgate",
    ],
    [
      { rules: { "record-field-missing": "error" } },
      "record-field-missing has nothing to look for: capture.requiredFields is not given",
      "list the fields in capture.requiredFields",
    ],
    [
      { privilege: { requireBoundary: 1 } },
      "privilege.requireBoundary is 1, where true or false is expected",
      "correct it, or take it out",
    ],
    [
      { encryption: { requireKey: true } },
      'there is no setting "encryption.requireKey"',
      "take it out: settings here are requireCustomerKey",
    ],
    [{ waivers: {} }, "waivers is {}, where a list of waivers is expected", "correct it, or take it out"],
    [
      { waivers: ["retention-unset"] },
      'waivers[0] is "retention-unset", where a waiver in braces is expected',
      "correct it, or take it out",
    ],
    [
      { waivers: [WAIVER, { ...WAIVER, rule: "retention-unst" }] },
      'there is no rule "retention-unst"',
      'write "retention-unset"',
    ],
    [
      { waivers: [{ ...WAIVER, rule: "retention-invalid" }] },
      "retention-invalid cannot be waived: what it finds never works, whoever accepts it",
      "take the waiver out, and correct what the rule finds",
    ],
    [{ waivers: [{ ...WAIVER, cause: "unse" }] }, 'retention-unset has no cause "unse"', 'write "unset"'],
    [
      { waivers: [{ ...WAIVER, cause: "constructor" }] },
      'retention-unset has no cause "constructor"',
      "write one of unset, unknown, or take it out",
    ],
    [
      { waivers: [{ ...WAIVER, adress: "x" }] },
      'there is no key of a waiver "waivers[0].adress"',
      'write "address"',
    ],
    [{ waivers: [{ ...WAIVER, reason: undefined }] }, 'waivers[0] has no "reason"', "say why it is accepted"],
    [
      { waivers: [{ ...WAIVER, reason: "  " }] },
      'waivers[0].reason is "  ", where a text that is not empty is expected',
      "say why it is accepted",
    ],
    [
      { waivers: [{ ...WAIVER, until: 20270331 }] },
      "waivers[0].until is 20270331, where a text that is not empty is expected",
      "give the last day on which it is accepted, as YYYY-MM-DD",
    ],
    [
      { waivers: [{ ...WAIVER, address: undefined }] },
      'waivers[0] has no "address"',
      "give the address that the report prints for the finding",
    ],
    [
      { retention: { minimumDays: 400, maximumDays: 90 } },
      "retention.minimumDays is 400 and retention.maximumDays 90: no period is both",
      "lower the minimum or raise the maximum",
    ],
  ])("%j", (settings, message, fix) => {
    expect(readSettings(settings, KNOWN)).toEqual({ faults: [{ message, fix }] });
  });

  test("with every problem at once, and where each stands in its file", () => {
    const text = '{\n  "strict": 1,\n  "retention": { "minimumDays": 0 },\n  "rules": { "x": "off" }\n}';
    const read = readSettings(JSON.parse(text), KNOWN, { path: "flowgate.json", text });
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
    { preset: "fsbp", privilege: { requireBoundary: true }, encryption: { requireCustomerKey: false } },
    { preset: ["baseline", "pci-dss-4.0"], capture: { requiredFields: ["pkt-dstaddr", "vpc-id"] } },
    { rules: { "record-field-missing": "warning" }, capture: { requiredFields: ["vpc-id"] } },
    { waivers: [WAIVER, { ...WAIVER, cause: "unset", path: "cdk.tf.json", until: "never" }] },
  ])("%j", (settings) => {
    expect(readSettings(settings, KNOWN)).toEqual({ settings, places: [] });
  });

  test("without $schema, which is for editors", () => {
    expect(readSettings({ $schema: "./x.json", strict: true }, KNOWN)).toEqual({
      settings: { strict: true },
      places: [],
    });
  });

  test("with the place of each waiver in its file", () => {
    const text = `{\n  "waivers": [\n    ${JSON.stringify(WAIVER)},\n    ${JSON.stringify(WAIVER)}\n  ]\n}`;
    expect(readSettings(JSON.parse(text), KNOWN, { path: "flowgate.json", text })).toMatchObject({
      places: [
        { path: "flowgate.json", line: 3, column: 5 },
        { path: "flowgate.json", line: 4, column: 5 },
      ],
    });
  });
});
