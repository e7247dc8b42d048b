import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";

import { check } from "../../../../gate/check";
import { findDocuments } from "../../../../gate/read/find";
import { readWithModules } from "../../../../gate/read/called/find-modules";
import type { Report } from "../../../../gate/report/report";

const FIXTURES = join(__dirname, "../../../fixtures/plans/called");
const SOURCE = join(__dirname, "../../../../tools/plan-fixtures/called");
const LIST = "net/.terraform/modules/modules.json";

let folder = "";

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "flowgate-modules-")));
  mkdirSync(join(folder, "repository", ".git"), { recursive: true });
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Writes files below the repository. */
function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    const at = join(folder, "repository", path);
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, text);
  }
}

const call = (name: string, source: string): string => `module "${name}" {\n  source = "${source}"\n}\n`;
const listOf = (dirs: Readonly<Record<string, string>>): string =>
  JSON.stringify({ Modules: Object.entries(dirs).map(([Key, Dir]) => ({ Key, Source: "x", Dir })) });

/** What is found beside the folder `net` of the repository, and a plan where `isPlanned`. */
async function foundFrom(isPlanned: boolean): Promise<string[]> {
  const { documents } = findDocuments([join(folder, "repository/net")]);
  const plan = isPlanned ? [{ path: "plan.json", text: "{}" }] : [];
  const read = await readWithModules([...documents, ...plan]);
  return read
    .filter(({ isCalled }) => isCalled)
    .map(({ path }) => relative(join(folder, "repository"), path))
    .sort();
}

const TF = "locals {}\n";

test("a module of which OpenTofu reads other files than Terraform is not read", async () => {
  write({
    "net/main.tf": call("a", "./a"),
    "net/a/main.tf": TF,
    "net/a/main.tofu": "",
  });
  expect(await foundFrom(false)).toEqual([]);
});

test("local modules are read wherever in the repository they stand, each once", async () => {
  write({
    "net/main.tf": call("a", "./a") + call("b", "../shared/b"),
    "net/a/main.tf": call("b", "../../shared/b"),
    "net/a/terraform.tfvars": "x = 1\n",
    "net/a/notes.txt": "",
    "net/a/.hidden.tf": TF,
    "shared/b/main.tf": TF,
    "shared/b/more.tf.json": "{}",
    "shared/c/main.tf": TF,
  });
  const expected = ["net/a/main.tf", "shared/b/main.tf", "shared/b/more.tf.json"];
  expect(await foundFrom(false)).toEqual(expected);
  expect(await foundFrom(true)).toEqual(expected);
});

test("installed modules are read beside what may be a plan, and what they call in turn", async () => {
  write({
    "net/main.tf": call("logs", "acme/logs/aws") + call("gone", "acme/gone/aws"),
    [LIST]: listOf({
      "": ".",
      logs: ".terraform/modules/logs",
      "logs.deep": ".terraform/modules/logs.deep/inner",
      gone: ".terraform/modules/gone",
    }),
    "net/.terraform/modules/logs/main.tf":
      call("deep", "git::https://example.com/x.git//inner") + call("own", "./own"),
    "net/.terraform/modules/logs/own/main.tf": TF,
    "net/.terraform/modules/logs.deep/inner/main.tf": TF,
  });
  expect(await foundFrom(false)).toEqual([]);
  expect(await foundFrom(true)).toEqual([
    "net/.terraform/modules/logs.deep/inner/main.tf",
    "net/.terraform/modules/logs/main.tf",
    "net/.terraform/modules/logs/own/main.tf",
    LIST,
  ]);
});

describe("nothing is read", () => {
  const outside = (): string => join(folder, "outside");

  beforeEach(() => {
    mkdirSync(outside());
    writeFileSync(join(outside(), "main.tf"), TF);
  });

  test("outside of the repository", async () => {
    write({ "net/main.tf": call("a", "../../outside") });
    expect(await foundFrom(true)).toEqual([]);
  });

  test("through a link that leads out of the repository", async () => {
    write({ "net/main.tf": call("a", "./a") + call("b", "./b"), "net/b/other.tf": TF });
    symlinkSync(outside(), join(folder, "repository/net/a"));
    symlinkSync(join(outside(), "main.tf"), join(folder, "repository/net/b/main.tf"));
    expect(await foundFrom(true)).toEqual([]);
  });

  test("that an installed module leads out to", async () => {
    write({
      "net/main.tf": call("a", "acme/a/aws") + call("b", "acme/b/aws"),
      "secret/main.tf": TF,
      "net/.terraform/modules/a/main.tf": call("up", "../../../../secret"),
      [LIST]: listOf({ a: ".terraform/modules/a", b: ".terraform/modules/b" }),
    });
    symlinkSync(join(folder, "repository/secret"), join(folder, "repository/net/.terraform/modules/b"));
    expect(await foundFrom(true)).toEqual(["net/.terraform/modules/a/main.tf", LIST]);
  });

  test("of a list that is a link out of the repository", async () => {
    write({ "net/main.tf": call("a", "acme/a/aws"), "net/.terraform/modules/a/main.tf": TF });
    writeFileSync(join(outside(), "modules.json"), listOf({ a: ".terraform/modules/a" }));
    symlinkSync(join(outside(), "modules.json"), join(folder, "repository", LIST));
    expect(await foundFrom(true)).toEqual([]);
  });

  test("of a module with a file that does not parse", async () => {
    write({ "net/main.tf": call("a", "./a"), "net/a/main.tf": TF, "net/a/wrong.tf": "locals {" });
    expect(await foundFrom(true)).toEqual([]);
  });
});

test("modules in a circle are followed once around and refused", async () => {
  write({
    "net/main.tf": call("a", "./a"),
    "net/a/main.tf": call("b", "../b"),
    "net/b/main.tf": call("a", "../a"),
  });
  const { documents } = findDocuments([join(folder, "repository/net")]);
  const { errors } = check(await readWithModules(documents));
  expect(errors.map(({ message }) => message.split(":")[0])).toEqual([
    "modules call each other in a circle, which Terraform cannot install",
  ]);
});

describe("a plan that calls modules of a registry", () => {
  /** `edit`: what stands in the installed module `flow-log` in place of what the plan was made from. */
  async function judged(list?: string, edit?: readonly [string, string]): Promise<Report> {
    cpSync(SOURCE, join(folder, "repository/net"), { recursive: true });
    const net = join(folder, "repository/net");
    for (const [name, source] of [
      ["network", "acme/network/aws"],
      ["flow-log", "git::https://example.com/x.git//flow-log"],
    ] as const) {
      cpSync(join(net, name), join(net, ".terraform/modules", name), { recursive: true });
      rmSync(join(net, name), { recursive: true });
      const main = findDocuments([net]).documents.find(({ path }) => path.endsWith("/main.tf"));
      write({ "net/main.tf": (main?.text ?? "").replace(`"./${name}"`, `"${source}"`) });
    }
    if (list !== undefined) write({ [LIST]: list });
    if (edit !== undefined) {
      const path = "net/.terraform/modules/flow-log/main.tf";
      const text = readFileSync(join(folder, "repository", path), "utf8");
      expect(text).toContain(edit[0]);
      write({ [path]: text.replace(...edit) });
    }
    const { documents, faults } = findDocuments([join(FIXTURES, "plan.json"), net]);
    expect(faults).toEqual([]);
    return check(await readWithModules(documents));
  }

  const INSTALLED = listOf({
    network: ".terraform/modules/network",
    flow_log: ".terraform/modules/flow-log",
  });
  const undecided = ({ findings }: Report) => findings.filter(({ verdict }) => verdict === "undecided");

  test("is read with them once they are installed, and its source's hash is theirs too", async () => {
    const [without, installed] = [await judged(), await judged(INSTALLED)];
    expect(undecided(installed)).toEqual([]);
    expect(installed.verdict).toBe("fail");
    expect(installed.sources.map(({ path }) => path)).toEqual(without.sources.map(({ path }) => path));
    expect(installed.sources[0]?.hash).not.toBe(without.sources[0]?.hash);
    expect(installed.sources[1]?.hash).toBe(without.sources[1]?.hash);
  });

  test("asks for terraform init where they are not, and passes nothing", async () => {
    const fixes = new Set(undecided(await judged()).map(({ fix }) => fix.split(" is read too")[0]));
    expect(fixes).toEqual(
      new Set([
        "run `terraform init`, so that module.flow_log",
        "run `terraform init`, so that module.network",
      ]),
    );
  });

  const told = ({ findings }: Report) =>
    findings.map(({ rule, cause, verdict, address }) => [rule, cause, verdict, address]);

  test("is judged without those that do not read, and does not ask for what is there", async () => {
    write({
      "net/.terraform/modules/network/extra.tf": 'resource "aws_cloudwatch_log_group" "records" {}\n',
    });
    const fixes = undecided(await judged(INSTALLED)).map(({ fix }) => fix);
    expect(fixes.length).toBeGreaterThan(0);
    expect(fixes.filter((fix) => fix.includes("terraform init"))).toEqual([]);
  });

  test("is judged without any of them where one is another than it was made from", async () => {
    const without = await judged();
    const other = await judged(INSTALLED, ["= 90", "= 30"]);
    expect(other.errors).toEqual([]);
    expect(told(other)).toEqual(told(without));
  });
});
