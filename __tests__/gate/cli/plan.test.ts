import { fixture } from "../read/plan/fixture";
import { workplace } from "./workplace";

const { write, flowgate } = workplace();
const plan = fixture("apps/network").text;
const source = fixture("apps/network.tf").text;

function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1) ?? "";
}

describe("a plan on the command line", () => {
  beforeEach(() => {
    write({ "plan.json": plan, "one/cdk.tf.json": source, "two/cdk.tf.json": source });
  });

  test("is judged by its path, through a pipe, and in a model", () => {
    expect(lastLine(flowgate(["check", "plan.json"]).out)).toMatch(
      /^pass {2}\d+ rules hold for 1 flow log \(5 resources\) in plan\.json$/,
    );
    expect(lastLine(flowgate(["check", "-"], plan).out)).toMatch(/^pass .* in -$/);
    const model = JSON.parse(flowgate(["model", "plan.json"]).out) as { sources: { kind: string }[] };
    expect(model.sources.map(({ kind }) => kind)).toEqual(["plan"]);
  });

  test("pairs with the source beside it", () => {
    const { code, out } = flowgate(["check", "plan.json", "one", "--format", "json"]);
    const { sources } = JSON.parse(out) as { sources: { kind: string; path: string }[] };
    expect([code, sources.map(({ kind, path }) => `${kind} ${path}`)]).toEqual([
      0,
      ["synth one/cdk.tf.json", "plan plan.json"],
    ]);
  });

  test("pairs with the source that --source names, which need not be given twice", () => {
    expect(flowgate(["check", "plan.json", "one", "two"]).code).toBe(2);
    expect(flowgate(["check", "two", "--source", "plan.json=one", "--fail-on", "never"]).code).toBe(0);
  });

  test.each([["plan.json"], ["plan.json="], ["=one"]])("cannot be paired by --source %s", (word) => {
    const { code, err } = flowgate(["check", "--source", word]);
    expect([code, err.replace(/\s+/g, " ")]).toEqual([
      2,
      `error: --source cannot be "${word}" = help: write --source PLAN=PATH: a plan, and the stack or folder of .tf that it comes from could not judge: 1 problem `,
    ]);
  });
});

test("a state on the command line is judged", () => {
  write({ "state.json": fixture("shapes/state").text });
  const { code, out } = flowgate(["check", "state.json", "--quiet"]);
  expect([code, out]).toEqual([1, expect.stringMatching(/^fail .* in state\.json\n$/) as string]);
});
