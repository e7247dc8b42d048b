import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { readCatalogue } from "../../gate/judge/catalogue";

const root = join(__dirname, "..", "..", "policies");
const catalogue = readCatalogue();
const FAMILIES = ["retention", "delivery", "privilege", "trust", "capture", "exposure", "change", "input"];

const ruleFiles = FAMILIES.filter((family) => existsSync(join(root, family))).flatMap((family) =>
  readdirSync(join(root, family))
    .filter((file) => file.endsWith(".rego") && !file.endsWith("_test.rego"))
    .map((file) => `${family}/${file}`),
);

describe("the house of the rules", () => {
  it("has one file for each rule of the catalogue, and no other", () => {
    const expected = catalogue.map(({ family, id }) => `${family}/${id}.rego`);
    expect([...ruleFiles].sort()).toEqual([...expected].sort());
  });

  it("orders the catalogue by family, then by id", () => {
    const key = (rule: (typeof catalogue)[number]) => `${FAMILIES.indexOf(rule.family)} ${rule.id}`;
    expect(catalogue.map(key)).toEqual(catalogue.map(key).sort());
  });

  it("has no two rules with one title", () => {
    expect(new Set(catalogue.map(({ title }) => title)).size).toBe(catalogue.length);
  });

  it("has no rule that is off but those that a setting switches on", () => {
    const off = catalogue.filter(({ severity }) => severity === "off").map(({ id }) => id);
    expect(["privilege-boundary-missing", "record-field-missing", "encryption-key-missing"]).toEqual(
      expect.arrayContaining(off),
    );
  });
});

describe.each(ruleFiles)("%s", (file) => {
  const text = readFileSync(join(root, file), "utf8");
  const id = basename(file, ".rego");
  const rule = catalogue.find((each) => each.id === id);

  it("is the package of its id", () => {
    expect(/^package (\S+)$/m.exec(text)?.[1]).toBe(`flowgate.rules.${id.replaceAll("-", "_")}`);
  });

  it("has its test beside it", () => {
    const test = readFileSync(join(root, dirname(file), `${id}_test.rego`), "utf8");
    expect(test).toContain(`import data.flowgate.rules.${id.replaceAll("-", "_")} as rule`);
  });

  it("uses the causes of its METADATA and no others", () => {
    const code = text.slice(text.indexOf("\npackage "));
    const literals = new Set([...code.matchAll(/"([a-z][a-z-]*)"/g)].map(([, word]) => word));
    const assigned = [...code.matchAll(/"cause": "([^"]+)"/g)].map(([, word]) => word);
    const causes = Object.keys(rule?.causes ?? {});
    expect(causes.length).toBeGreaterThan(0);
    expect(causes.filter((cause) => !literals.has(cause))).toEqual([]);
    expect(assigned.filter((cause) => !causes.includes(cause ?? ""))).toEqual([]);
  });

  it("has each of its causes in its tests", () => {
    const test = readFileSync(join(root, dirname(file), `${id}_test.rego`), "utf8");
    const missing = Object.keys(rule?.causes ?? {}).filter(
      (cause) => !test.includes(`fail ${cause}: `) && !test.includes(`undecided ${cause}: `),
    );
    expect(missing).toEqual([]);
  });

  it("says what it is about in words that stand nowhere else", () => {
    expect(rule?.title).toMatch(/^[A-Z].*[^.]$/);
    expect(rule?.description).toMatch(/\.$/);
    expect(rule?.help).toMatch(/\.$/);
    expect(rule?.links.length).toBeGreaterThan(0);
    for (const link of rule?.links ?? []) expect(link).toMatch(/^https:\/\//);
  });
});
