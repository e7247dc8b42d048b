import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Results {
  readonly tools: Record<string, { readonly version: string }>;
  readonly inputs: readonly { readonly id: string; readonly found: Record<string, unknown> }[];
}

interface Judge {
  readonly name: string;
}

const { JUDGES, compare } = jest.requireActual<{
  JUDGES: readonly Judge[];
  compare: (scratch: string, judges: readonly Judge[]) => Promise<Results>;
}>("../../tools/compare/run.js");
const kept = jest.requireActual<Results>("../../tools/compare/results.json");

/** What a tool found, by input. */
function column({ inputs }: Results, name: string): unknown {
  return Object.fromEntries(inputs.map(({ id, found }) => [id, found[name]]));
}

/** What CI installs; the others are asked by hand, with `npm run compare`. */
const ASKED = ["flowgate", "conftest"];
let now: Results;

beforeAll(async () => {
  const scratch = mkdtempSync(join(tmpdir(), "flowgate-comparison-"));
  try {
    now = await compare(
      scratch,
      JUDGES.filter(({ name }) => ASKED.includes(name)),
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}, 1_800_000);

test.each(ASKED)("%s still finds, in .tf, JSON and plans, what the table of the README says", (name) => {
  expect(now.tools[name]).toEqual(kept.tools[name]);
  expect(column(now, name)).toEqual(column(kept, name));
});
