import fc from "fast-check";

import { check, readHcl, type Report } from "../../../gate";
import { printHcl } from "../matrix/print-hcl";
import { type Blocks, DEFECTS, planted } from "./defects";
import { define, type Edit, edit, edited } from "./edit";
import { plan, planParts, state, stateResources } from "./shown";

/**
 * Every kind of document, edited at random around a flow log with a golden defect: it is refused, or the defect is
 * found. Together with fuzz.test.ts more than 20,000 documents, the same in each run.
 */
const RUNS = { synth: 8_000, plan: 5_000, state: 5_000, hcl: 2_000 };
const SEED = 20_261_121;

/** A flow log that is right, for the edits to break. */
const around = JSON.parse(JSON.stringify(planted({})).replaceAll("planted", "around")) as Blocks;

type Members = Record<string, unknown>;

function within(root: unknown, ...path: string[]): Members {
  return path.reduce<Members>((above, name) => {
    const below = Object.hasOwn(above, name) ? above[name] : undefined;
    const copy = isObject(below) ? { ...below } : {};
    define(above, name, copy);
    return copy;
  }, root as Members);
}

function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function add(object: Members, name: string, items: readonly object[]): void {
  const before = Object.hasOwn(object, name) ? object[name] : undefined;
  define(object, name, [...(Array.isArray(before) ? (before as unknown[]) : []), ...items]);
}

/** A document of the kind, edited, and then the blocks put into it so that no edit takes them back. */
const WITH: Readonly<Record<"synth" | "plan" | "state", (edits: readonly Edit[], blocks: Blocks) => object>> =
  {
    synth(edits, blocks) {
      const root = asObject(edited({ resource: around }, edits));
      for (const [type, named] of Object.entries(blocks))
        for (const [name, body] of Object.entries(named)) define(within(root, "resource", type), name, body);
      return root;
    },
    plan(edits, blocks) {
      const root = asObject(edited(plan(planParts(around)), edits));
      const { planned, configured, changes } = planParts(blocks);
      add(within(root, "planned_values", "root_module"), "resources", planned);
      add(within(root, "configuration", "root_module"), "resources", configured);
      add(root, "resource_changes", changes);
      return root;
    },
    state(edits, blocks) {
      const root = asObject(edited(state(stateResources(around)), edits));
      add(within(root, "values", "root_module"), "resources", stateResources(blocks));
      return root;
    },
  };

function asObject(value: unknown): Members {
  return isObject(value) ? { ...value } : {};
}

function expectFound({ verdict, findings, errors }: Report): void {
  expect(errors.filter(({ message }) => message.includes("failed inside"))).toEqual([]);
  if (verdict === "error") return;
  expect(verdict).not.toBe("pass");
  const about = findings.filter((finding) =>
    [finding, ...finding.related].some(({ address }) => address.endsWith(".planted")),
  );
  expect(about).not.toEqual([]);
}

/** Text of a plan or a state is literal, so that no field of a format can be a reference there: Terraform refused it before. */
const ONLY_WRITTEN = "an unescaped format";

function defectsOf(kind: keyof typeof RUNS): string[] {
  const isLiteral = kind === "plan" || kind === "state";
  return Object.keys(DEFECTS).filter((name) => !isLiteral || name !== ONLY_WRITTEN);
}

describe.each(["synth", "plan", "state"] as const)("in a %s", (kind) => {
  const judged = (edits: readonly Edit[], blocks: Blocks): Report =>
    check([{ path: `${kind}.json`, text: JSON.stringify(WITH[kind](edits, blocks)) }]);

  test("a flow log without defect is right, and each defect is one", () => {
    expect(judged([], planted({}))).toMatchObject({ errors: [], findings: [], verdict: "pass" });
    for (const name of defectsOf(kind))
      expect([name, judged([], DEFECTS[name] ?? {}).verdict]).toEqual([name, "fail"]);
  });

  test("a defect is found or the document is refused, whatever is edited around it", () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), fc.constantFrom(...defectsOf(kind)), (edits, name) => {
        expectFound(judged(edits, DEFECTS[name] ?? {}));
      }),
      { seed: SEED, numRuns: RUNS[kind] },
    );
  }, 300_000);
});

/** A change to a text: so many characters at a place, replaced. */
const textEdit = fc.record({
  at: fc.nat(),
  length: fc.nat(30),
  text: fc.oneof(
    fc.constantFrom(
      "",
      "}",
      "{",
      '"',
      "${",
      "\n",
      "=",
      "<<EOF\n",
      "#",
      "/*",
      "resource",
      "for_each = {}\n",
      "\u0000",
    ),
    fc.string({ maxLength: 12 }),
  ),
});

describe("in a folder of HCL", () => {
  const judged = async (edits: readonly { at: number; length: number; text: string }[], blocks: Blocks) => {
    const text = edits.reduce(
      (before, each) => {
        const at = each.at % (before.length + 1);
        return before.slice(0, at) + each.text + before.slice(at + each.length);
      },
      printHcl({ resource: around }),
    );
    return check(
      await readHcl([
        { path: "net/around.tf", text },
        { path: "net/planted.tf", text: printHcl({ resource: blocks }) },
      ]),
    );
  };

  test("a flow log without defect is right, and each defect is one", async () => {
    expect(await judged([], planted({}))).toMatchObject({ errors: [], findings: [], verdict: "pass" });
    for (const name of defectsOf("hcl"))
      expect([name, (await judged([], DEFECTS[name] ?? {})).verdict]).toEqual([name, "fail"]);
  });

  test("a defect is found or the folder is refused, whatever is edited beside it", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(textEdit, { maxLength: 3 }),
        fc.constantFrom(...defectsOf("hcl")),
        async (edits, name) => {
          expectFound(await judged(edits, DEFECTS[name] ?? {}));
        },
      ),
      { seed: SEED, numRuns: RUNS.hcl },
    );
  }, 300_000);
});
