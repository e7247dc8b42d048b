import fc from "fast-check";

import { check } from "../../gate/check";
import { readCatalogue, readPresets } from "../../gate/judge/catalogue";

const presets = readPresets();
const catalogue = readCatalogue();
const names = presets.map(({ name }) => name);

describe("controls", () => {
  test("of a rule each stand in one preset, which names the source of the mapping", () => {
    const known = presets.flatMap(({ controls }) => Object.keys(controls));
    expect(new Set(known).size).toBe(known.length);
    expect(catalogue.flatMap(({ controls }) => controls).filter((id) => !known.includes(id))).toEqual([]);
  });

  test("of a preset are each asked for by a rule", () => {
    const used = new Set(catalogue.flatMap(({ controls }) => controls));
    const idle = presets.flatMap(({ controls }) => Object.keys(controls)).filter((id) => !used.has(id));
    expect(idle).toEqual([]);
  });

  test("say which version of which framework they are of", () => {
    for (const { controls } of presets)
      for (const [id, source] of Object.entries(controls)) {
        expect(id).toMatch(
          /^(CIS AWS v[\d.]+|FSBP v[\d.]+|NIST 800-53 r5|PCI DSS v[\d.]+|HIPAA 45 CFR) \S+$/,
        );
        expect(source).toMatch(/^https:\/\//);
      }
  });

  test("that ask for something of which the rule is off by itself switch it on", () => {
    const off = catalogue.filter(({ severity }) => severity === "off");
    for (const { controls } of off)
      for (const { name, controls: own } of presets)
        if (controls.some((id) => id in own)) expect([name, asks(name)]).toEqual([name, true]);
  });
});

function asks(name: string): boolean {
  return presets.some((preset) => preset.name === name && preset.settings.require_customer_key === true);
}

/** A VPC with a flow log of some traffic type, to a log group with some retention. */
function stack(trafficType: string, days: number): string {
  return JSON.stringify({
    resource: {
      aws_vpc: { v: { cidr_block: "10.0.0.0/16" } },
      aws_cloudwatch_log_group: { g: { name: "/net/flow", retention_in_days: days } },
      aws_flow_log: {
        f: {
          vpc_id: "${aws_vpc.v.id}",
          traffic_type: trafficType,
          log_destination: "${aws_cloudwatch_log_group.g.arn}",
          iam_role_arn: "arn:aws:iam::111122223333:role/flow",
        },
      },
    },
  });
}

function failing(preset: readonly string[], text: string): ReadonlySet<string> {
  const report = check([{ path: "net.tf.json", text }], { settings: { preset }, today: "2026-11-21" });
  expect(report.errors).toEqual([]);
  return new Set(report.findings.map(({ rule, cause, address }) => `${rule} ${cause} ${address}`));
}

test("whatever one preset finds, several find with it: the strictest wins", () => {
  const some = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      some,
      fc.constantFrom("ALL", "ACCEPT", "REJECT"),
      fc.constantFrom(7, 30, 90, 365, 3653),
      (preset, trafficType, days) => {
        const text = stack(trafficType, days);
        const together = failing(preset, text);
        const each = preset.map((name) => failing([name], text));
        for (const alone of each) expect([...alone].filter((id) => !together.has(id))).toEqual([]);
        expect([...together].filter((id) => !each.some((alone) => alone.has(id)))).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

test.each<[string, string, number, boolean, boolean]>([
  ["baseline", "REJECT", 30, true, false],
  ["fsbp", "REJECT", 365, false, false],
  ["fsbp", "ALL", 180, false, true],
  ["cis-aws-5.0", "REJECT", 30, false, false],
  ["pci-dss-4.0", "ALL", 90, false, true],
  ["pci-dss-3.2.1", "REJECT", 365, true, false],
])("%s on %s kept %d days", (preset, trafficType, days, partial, short) => {
  const found = failing([preset], stack(trafficType, days));
  expect([...found].some((id) => id.startsWith("capture-partial "))).toBe(partial);
  expect([...found].some((id) => id.startsWith("retention-too-short "))).toBe(short);
});

test("a setting beside a preset may ask for more", () => {
  const text = stack("ALL", 365);
  const settings = { preset: "fsbp", retention: { minimumDays: 400 } };
  const rules = check([{ path: "net.tf.json", text }], { settings }).findings.map(({ rule }) => rule);
  expect(rules).toContain("retention-too-short");
});

test.each<[string, object, string]>([
  [
    "fsbp",
    { retention: { minimumDays: 1 } },
    "retention.minimumDays is 1, where the preset fsbp asks for at least 365 (FSBP v1.0.0 CloudWatch.16)",
  ],
  [
    "cis-aws-5.0",
    { capture: { trafficTypes: ["ALL", "ACCEPT"] } },
    "capture.trafficTypes is ALL, ACCEPT, where the preset cis-aws-5.0 asks for ALL or REJECT",
  ],
  [
    "pci-dss-4.0",
    { encryption: { requireCustomerKey: false } },
    "encryption.requireCustomerKey is false, where the preset pci-dss-4.0 asks for true (",
  ],
])("no setting beside %s asks for less, or its controls would read as held", (preset, settings, message) => {
  const report = check([{ path: "net.tf.json", text: stack("ALL", 365) }], {
    settings: { preset: ["baseline", preset], ...settings },
  });
  expect(report.exitCode).toBe(2);
  expect(report.errors.map((error) => error.message.slice(0, message.length))).toEqual([message]);
});

test("less may be asked than the baseline, which is no framework", () => {
  const settings = { preset: "baseline", retention: { minimumDays: 7 } };
  expect(check([{ path: "net.tf.json", text: stack("ALL", 7) }], { settings }).errors).toEqual([]);
});
