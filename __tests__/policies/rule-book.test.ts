import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { readCatalogue, readPresets } from "../../gate/judge/catalogue";

const root = join(__dirname, "..", "..");
const book = readFileSync(join(root, "docs/rules.md"), "utf8");

test("the rule book is what the METADATA says", () => {
  const run = spawnSync(process.execPath, ["tools/rule-book.js", "--check"], { cwd: root, encoding: "utf8" });
  expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: "" });
});

test.each(readCatalogue().map((rule) => [rule.id, rule] as const))("it tells all about %s", (id, rule) => {
  const section = book.split(`\n### ${id}\n`)[1]?.split("\n### ")[0] ?? "";
  expect(section).toContain(`Severity ${rule.severity}`);
  expect(section).toContain(rule.waivable ? "may be waived" : "cannot be waived");
  for (const cause of Object.keys(rule.causes)) expect(section).toContain(`| \`${cause}\` |`);
  for (const control of rule.controls) expect(section).toContain(control);
  for (const link of rule.links) expect(section).toContain(link);
});

test("it lists every preset with the source of each control", () => {
  for (const { name, controls } of readPresets()) {
    const section = book.split(`\n### ${name}\n`)[1] ?? "";
    for (const source of Object.values(controls)) expect(section).toContain(source);
  }
});
