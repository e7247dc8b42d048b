import { readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "../../gate";
import { ROOT } from "./pages";

interface Finding {
  readonly check: string;
  readonly forms: readonly string[];
  readonly unlike?: boolean;
}

interface Input {
  readonly id: string;
  readonly title: string;
  readonly right?: string;
}

interface Results {
  readonly date: string;
  readonly tools: Record<string, { version: string; forms: string[]; bundle?: boolean }>;
  readonly absent: readonly string[];
  readonly inputs: readonly (Input & { hash: string; found: Record<string, Finding[]> })[];
}

interface Source extends Input {
  readonly tf: Record<string, string>;
  readonly cloudFormation?: object;
}

const { inputs, synthesized } = jest.requireActual<{
  inputs: () => Source[];
  synthesized: (tf: Record<string, string>) => Promise<object>;
}>("../../tools/compare/inputs.js");
const { hashOf, setOff } = jest.requireActual<{
  hashOf: (input: Source) => string;
  setOff: (defective: object, right: object) => Finding[];
}>("../../tools/compare/found.js");
const { table, withTable } = jest.requireActual<{
  table: (results: Results) => string;
  withTable: (page: string, results: Results) => string;
}>("../../tools/compare/table.js");
const results = jest.requireActual<Results>("../../tools/compare/results.json");

/** The table's part of a page, without the spaces and dashes that a formatter adds and the line breaks of prose. */
function plain(page: string): string {
  const part = page.slice(page.indexOf("<!-- made by"), page.indexOf("<!-- until here"));
  return part.replace(/-{3,}/g, "---").replace(/\s+/g, " ");
}

test("the README shows the table of the results that are kept", () => {
  const page = readFileSync(join(ROOT, "README.md"), "utf8");
  expect(plain(page)).toBe(plain(withTable(page, results)));
});

test("the results are of the inputs that stand in tools/compare", () => {
  expect(results.inputs.map(({ id, title, hash }) => [id, title, hash])).toEqual(
    inputs().map((input) => [input.id, input.title, hashOf(input)]),
  );
});

test("flowgate finds each defect, and only what the results say, in JSON as CDKTF synthesizes it", async () => {
  const found = new Map<string, { json: object[] }>();
  for (const { id, tf } of inputs()) {
    const text = JSON.stringify(await synthesized(tf));
    const { findings, errors } = check([{ path: "cdk.tf.json", text }]);
    expect(errors).toEqual([]);
    const failed = findings.filter(({ verdict }) => verdict === "fail");
    found.set(id, { json: failed.map(({ rule, address }) => ({ check: rule, subject: address })) });
  }
  const rules = (all: Finding[]): string[] => all.map((each) => each.check);
  for (const { id, right, found: kept } of results.inputs) {
    const before = right === undefined ? { json: [] } : found.get(right);
    const shown = (kept.flowgate ?? []).filter(({ forms }) => forms.includes("json"));
    expect([id, rules(setOff(found.get(id) ?? {}, before ?? {}))]).toEqual([id, rules(shown)]);
    if (right !== undefined) expect([id, shown.length]).not.toEqual([id, 0]);
  }
});

describe("a check counts for a defect", () => {
  const one = (name: string, subject = "a", detail?: string): object => ({ check: name, subject, detail });

  test("when it is silent about the right input", () => {
    expect(setOff({ tf: [one("X"), one("Y")], plan: [one("Y")] }, { tf: [one("X")], plan: [] })).toEqual([
      { check: "Y", forms: ["tf", "plan"] },
    ]);
  });

  test("when it speaks of another resource than before", () => {
    expect(setOff({ tf: [one("X", "b")] }, { tf: [one("X", "a")] })).toEqual([{ check: "X", forms: ["tf"] }]);
  });

  test("and not when it says other words of what is right too, which the table puts in brackets", () => {
    expect(setOff({ tf: [one("X", "a", "*")] }, { tf: [one("X", "a", "b:*")] })).toEqual([
      { check: "X", forms: ["tf"], unlike: true },
    ]);
  });
});

test("a table names who was not run, what is found in some forms alone, and counts nothing in brackets", () => {
  const found = {
    ours: [{ check: "r", forms: ["tf"] }],
    theirs: [{ check: "S", forms: ["tf", "json"], unlike: true }],
  };
  const text = table({
    date: "2026-11-21",
    tools: { ours: { version: "1", forms: ["tf", "json"] }, theirs: { version: "2", forms: ["tf", "json"] } },
    absent: ["third (`tools/install-third`)"],
    inputs: [
      { id: "guide", title: "a guide", hash: "", found: { ours: [], theirs: [] } },
      { id: "x", title: "it is broken", right: "guide", hash: "", found },
    ],
  });
  expect(text).toContain("| it is broken | ✓ `r`, in `.tf` alone | (`S`) |");
  expect(text).toContain("| **found** | **1 of 1** | **0 of 1** |");
  expect(text).toContain("third (`tools/install-third`)");
});
