import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { readModel } from "../../gate/check";
import { judge } from "../../gate/judge/judge";
import type { Settled } from "../../gate/judge/verdict";
import type { Model } from "../../gate/model/model";
import type { Settings } from "../../gate/settings/settings";

const root = join(__dirname, "..", "..");
const [OPA, CONFTEST] = [join(root, ".tools/bin/opa"), join(root, ".tools/bin/conftest")];
const TODAY = "2026-11-21";

/** Every document among the fixtures that flowgate can judge: plans, states and synthesized JSON. */
const models = readdirSync(join(root, "__tests__/fixtures"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".json"))
  .sort()
  .flatMap((file): [string, Model][] => {
    const text = readFileSync(join(root, "__tests__/fixtures", file), "utf8");
    const read = readModel([{ path: file, text }], { today: TODAY });
    return "faults" in read ? [] : [[file, read.model]];
  });

const waiver = { reason: "parity", until: "2026-12-01", rule: "retention-too-short", address: "x" };
const SETTINGS: readonly (readonly [string, Settings])[] = [
  ["the baseline", {}],
  ["strict presets", { preset: ["fsbp", "nist-800-53-r5"], strict: true, failOn: "warning" }],
  [
    "waivers and severities",
    { rules: { "delivery-race": "error", "retention-unset": "off" }, waivers: [waiver] },
  ],
];

let folder = "";
let server: ChildProcess | undefined;
let port = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "flowgate-bundle-"));
  const bundle = join(folder, "bundle.tar.gz");
  execFileSync(OPA, ["build", "-b", "policies", "--ignore", "*_test.rego", "-o", bundle], { cwd: root });
  port = await freePort();
  const address = `127.0.0.1:${port}`;
  server = spawn(OPA, ["run", "--server", "--addr", address, "--log-level", "error", "-b", bundle]);
  for (
    let tries = 0;
    !(await fetch(`http://${address}/health`).then(
      ({ ok }) => ok,
      () => false,
    ));
    tries++
  ) {
    if (tries > 300) throw new Error("the OPA server does not start");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}, 120_000);

afterAll(() => {
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

test("there are fixtures to judge", () => {
  expect(models.length).toBeGreaterThan(5);
});

describe.each(SETTINGS)("under %s", (_, settings) => {
  test.each(models)("opa eval and an OPA server say the same as the gate of %s", async (_, model) => {
    const { settled } = judge(model, settings);
    const evaluated = evaluate(model, settings, "data.flowgate.report") as Settled;
    expect(comparable(evaluated)).toEqual(comparable(settled));
    expect(comparable((await ask(model, settings)) as Settled)).toEqual(comparable(settled));
  });

  test("conftest says the same as the gate of each", () => {
    const told = conftest(
      models.map(([, model]) => model),
      settings,
    );
    models.forEach(([file, model], at) => {
      const standing = judge(model, settings).settled.findings.filter(({ waiver }) => waiver === undefined);
      const expected = standing.map(({ rule, message, address }) => `${rule}: ${message} (${address})`);
      expect([file, told[at]]).toEqual([file, [...new Set(expected)].sort()]);
    });
  });
});

test("a server's decision and a report are of the same policies", async () => {
  const answer = await fetch(`http://127.0.0.1:${port}/v1/data/flowgate/report?provenance=true`, {
    method: "POST",
    body: JSON.stringify({ input: models[0]?.[1] }),
  });
  const { provenance } = (await answer.json()) as {
    provenance: { bundles: Record<string, { revision: string }> };
  };
  const [model] = models[0]?.slice(1) as [Model];
  expect(Object.values(provenance.bundles).map(({ revision }) => revision)).toEqual([
    judge(model, {}).policyHash,
  ]);
});

describe.each<[string, unknown]>([
  ["a raw plan", JSON.parse(readFileSync(join(root, "__tests__/fixtures/plans/shapes/first.json"), "utf8"))],
  ["a wrapper around a plan", { plan: { format_version: "1.2", planned_values: {} } }],
  ["an empty object", {}],
])("%s", (_, input) => {
  test("is denied, and its report is an error", () => {
    expect(evaluate(input, {}, "data.flowgate.deny")).toMatchObject([
      { msg: expect.stringContaining("run `flowgate model PATH`") as string },
    ]);
    expect(evaluate(input, {}, "data.flowgate.report")).toMatchObject({ verdict: "error", exit_code: 2 });
    expect(conftest([input], {})).toEqual([
      ["the input is no flowgate model of version 1: run `flowgate model PATH` and judge what it prints"],
    ]);
  });
});

/** What `flowgate settings` prints, as a file. */
function settingsFile(settings: Settings): string {
  const file = join(folder, "settings.json");
  writeFileSync(file, JSON.stringify({ flowgate_settings: settings }));
  return file;
}

function evaluate(input: unknown, settings: Settings, query: string): unknown {
  const args = ["eval", "-b", "policies", "-d", settingsFile(settings), "-I", "-f", "raw", query];
  const options = { cwd: root, input: JSON.stringify(input), encoding: "utf8", maxBuffer: 1 << 28 } as const;
  return JSON.parse(execFileSync(OPA, args, options));
}

/** What an OPA server answers, which is given the settings beside the bundle. */
async function ask(input: unknown, settings: Settings): Promise<unknown> {
  const url = `http://127.0.0.1:${port}/v1/data`;
  const put = await fetch(`${url}/flowgate_settings`, { method: "PUT", body: JSON.stringify(settings) });
  expect(put.status).toBeLessThan(300);
  const answer = await fetch(`${url}/flowgate/report`, { method: "POST", body: JSON.stringify({ input }) });
  return ((await answer.json()) as { result: unknown }).result;
}

/** The messages of what conftest fails and warns of, sorted, for each input. */
function conftest(inputs: readonly unknown[], settings: Settings): string[][] {
  const files = inputs.map((input, at) => {
    const file = join(folder, `model-${at}.json`);
    writeFileSync(file, JSON.stringify(input));
    return file;
  });
  const args = ["test", "--parser", "json", "-p", "policies", "-n", "flowgate", "-o", "json", "--no-fail"];
  const printed = execFileSync(CONFTEST, [...args, "-d", settingsFile(settings), ...files], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const results = JSON.parse(printed) as Told[];
  return files.map((file) => {
    const { failures = [], warnings = [] } = results.find(({ filename }) => filename === file) ?? {};
    return [...new Set([...failures, ...warnings].map(({ msg }) => msg))].sort();
  });
}

interface Told {
  readonly filename: string;
  readonly failures?: readonly { readonly msg: string }[];
  readonly warnings?: readonly { readonly msg: string }[];
}

/** Engines put sets and rules in an order of their own. */
function comparable({ verdict, exit_code, rules, findings }: Settled): unknown {
  const inOrder = (list: readonly unknown[]): string[] =>
    list.map((each) => JSON.stringify(each, sorted)).sort();
  return { verdict, exit_code, rules: inOrder(rules), findings: inOrder(findings) };
}

function sorted(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === "object" && address !== null ? address.port : 0);
      });
    });
  });
}
