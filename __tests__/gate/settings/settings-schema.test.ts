import Ajv from "ajv";
import fc from "fast-check";

import { readSettings, type Known } from "../../../gate/settings/read-settings";
import { readRecordFields } from "../../../gate/judge/catalogue";
import schema from "../../../schemas/settings.schema.json";

const KNOWN: Known = {
  rules: [
    { id: "retention-unset", severity: "error", waivable: true, causes: { unset: "no days" }, controls: [] },
  ],
  presets: ["baseline", "fsbp"].map((name) => ({ name, settings: {}, controls: {} })),
  recordFields: readRecordFields(),
};

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
    preset: fc.constantFrom("fsbp", ["fsbp", "baseline"], [], 1, ["fsbp", 2]),
    privilege: optional({ requireBoundary: fc.constantFrom(true, "yes"), boundary: fc.constant(true) }),
    encryption: optional({ requireCustomerKey: fc.constantFrom(false, null) }),
    waivers: fc.array(
      optional({
        rule: fc.constantFrom("retention-unset", 1),
        address: fc.constantFrom("a", ""),
        cause: fc.constantFrom("unset", 2),
        path: fc.constantFrom("p", []),
        reason: fc.constantFrom("r", ""),
        until: fc.constantFrom("2027-03-31", "never", 3),
        by: fc.constant("me"),
      }),
      { maxLength: 2 },
    ),
    capture: optional({
      requiredFields: fc.constantFrom(["vpc-id", "tgw-id"], [], ["VPC"], ["vpcid"], "vpc-id"),
      trafficTypes: fc.array(fc.constantFrom("ALL", "ACCEPT", "REJECT", "NONE"), { maxLength: 3 }),
    }),
    more: fc.constant(1),
  });
  fc.assert(
    fc.property(given, (settings) => {
      expect("settings" in readSettings(settings, KNOWN)).toBe(valid(settings));
    }),
    { numRuns: 500 },
  );
});

test("the published schema lists every record field that the policies know, so that an editor offers it", () => {
  const { items } = schema.properties.capture.properties.requiredFields;
  expect(items.enum).toEqual(readRecordFields());
});
