import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";

import { FORMATS } from "../../../gate/report/format/formats";
import type { Report } from "../../../gate/report/report";
import { CLI, ROOT, UNCOVERED, workplace } from "./workplace";

const { folder, write, flowgate } = workplace();

function read(name: string): string {
  return readFileSync(join(folder(), name), "utf8");
}

beforeEach(() => {
  write({ "net.tf.json": UNCOVERED });
});

describe("a real stack in each format", () => {
  const STACK = join(ROOT, "__tests__", "fixtures", "plans", "apps", "documented.tf.json");

  /** What only that format says, on a stack that fails. */
  const MARKS: Readonly<Record<(typeof FORMATS)[number], RegExp>> = {
    text: /\nfail {2}\d+ failed, /,
    json: /^\{\n {2}"version": 1,/,
    sarif: /"version": "2\.1\.0"/,
    junit: /^<\?xml version="1\.0"/,
    github: /^::error /m,
    gitlab: /^\[\n/,
    azure: /^##vso\[task\.logissue type=error/m,
    conftest: /^FAIL - /m,
    markdown: /^## flowgate: fail .* <!-- flowgate:documented -->\n/,
    html: /^<!doctype html>/i,
  };

  test.each(FORMATS)("%s", (format) => {
    const { code, out, err } = flowgate([STACK, "--format", format]);
    expect([code, err]).toEqual([1, ""]);
    expect(out).toMatch(MARKS[format]);
    expect(out).toContain("delivery-policy-unattached");
  });

  test("all of them in one run, each in its file, with the text on standard output", () => {
    const wanted = FORMATS.map((format) => `--report=${format}=out.${format}`);
    const { code, out, err } = flowgate([STACK, ...wanted]);
    expect([code, err]).toEqual([1, ""]);
    for (const format of FORMATS) expect(read(`out.${format}`)).toMatch(MARKS[format]);
    expect(out).toMatch(MARKS.text);
    expect(read("out.text")).toBe(out.replaceAll(/\u001b\[[\d;]*m/g, ""));
  });
});

describe("what is asked for wrongly is refused before anything is judged", () => {
  test.each([
    [
      ["json=a.json", "sarif=./a.json"],
      "--report json=a.json and sarif=./a.json write the same file",
      "give each report a file of its own",
    ],
    [
      ["sarf=a.sarif"],
      '--report sarf=a.sarif: there is no format "sarf"',
      "write sarif, or another of the formats: text, json, junit, github, gitlab, azure, conftest, markdown, html",
    ],
    [
      ["pdf=a"],
      '--report pdf=a: there is no format "pdf"',
      "write text, json, sarif, junit, github, gitlab, azure, conftest, markdown or html",
    ],
    [["json"], '--report cannot be "json"', "write --report FORMAT=FILE"],
    [["json="], '--report cannot be "json="', "write --report FORMAT=FILE"],
    [
      ["sarif=-"],
      "--report sarif=- would make a file named -",
      "leave --report out and write --format sarif, which is printed",
    ],
    [
      ["json=./flowgate.json"],
      "--report json=./flowgate.json would be taken for settings, which flowgate.json holds",
      "give the report another name, such as flowgate-report.json",
    ],
  ])("%j", (values, message, fix) => {
    const { code, out, err } = flowgate(["net.tf.json", ...values.map((value) => `--report=${value}`)]);
    expect([code, out]).toEqual([2, ""]);
    expect(err.replace(/\s+/g, " ")).toContain(`error: ${message} = help: ${fix} `);
    expect(readdirSync(folder())).toEqual(["net.tf.json"]);
  });
});

describe("a report never takes the place of what the run reads", () => {
  const FILES = {
    "infra/main.tf": 'resource "aws_vpc" "v" {}\nmodule "logs" {\n  source = "../logs"\n}\n',
    "infra/terraform.tfvars": "",
    "logs/main.tf": 'resource "aws_vpc" "v" {}\n',
    "other.json": "{}",
    "flowgate.json": "{}",
    "broken.tf.json": "\u0000",
    "main.json": "{}",
  };

  beforeEach(() => {
    write(FILES);
    symlinkSync("infra/main.tf", join(folder(), "link"));
  });

  test.each<[string, readonly string[], string, string]>([
    ["a document", ["net.tf.json"], "net.tf.json", "net.tf.json, which is judged"],
    ["one of a folder", ["infra"], "infra/main.tf", "infra/main.tf, which is judged"],
    ["values of variables", ["infra"], "infra/terraform.tfvars", "infra/terraform.tfvars, which is judged"],
    ["a module that is called", ["infra"], "logs/main.tf", "logs/main.tf, which is judged"],
    ["a document by a way round", ["infra"], "infra/../infra/main.tf", "infra/main.tf, which is judged"],
    ["a document through a link", ["infra"], "link", "infra/main.tf, which is judged"],
    [
      "a document that cannot be read",
      ["broken.tf.json"],
      "broken.tf.json",
      "broken.tf.json, which is judged",
    ],
    [
      "settings that are given",
      ["infra", "-c", "other.json"],
      "other.json",
      "other.json, which holds the settings",
    ],
    [
      "a baseline, though it is none",
      ["infra", "--baseline=main.json"],
      "main.json",
      "main.json, which is the baseline",
    ],
  ])("%s", (_, args, path, file) => {
    const before = readdirSync(folder(), { recursive: true });
    const run = flowgate([...args, `--report=json=${path}`, "--report=html=new.html"]);
    expect([run.code, run.out]).toEqual([2, ""]);
    expect(run.err.replace(/\s+/g, " ")).toBe(
      `error: --report json=${path} would overwrite ${file} = help: give the report a file of its own could not judge: 1 problem `,
    );
    expect(readdirSync(folder(), { recursive: true })).toEqual(before);
    for (const [name, text] of Object.entries(FILES)) expect(read(name)).toBe(text);
  });

  test("nor of settings that are found upward, through a link", () => {
    symlinkSync("../flowgate.json", join(folder(), "infra", "report.json"));
    const run = flowgate(["main.tf", "--report=json=report.json"], "", "infra");
    expect([run.code, run.out, read("flowgate.json")]).toEqual([2, "", "{}"]);
    expect(run.err.replace(/\s+/g, " ")).toContain(
      "would overwrite ../flowgate.json, which holds the settings",
    );
  });

  test("beside the documents of a folder there is room for one", () => {
    write({ "infra/report.json": "the old one" });
    expect(flowgate(["infra", "--report=json=infra/report.json"]).code).toBe(0);
    expect((JSON.parse(read("infra/report.json")) as Report).version).toBe(1);
  });

  test("standard input is no file named -", () => {
    write({ "-": "the old one" });
    expect(flowgate(["-", "--report=json=./-"], UNCOVERED).code).toBe(1);
    expect((JSON.parse(read("-")) as Report).verdict).toBe("fail");
  });
});

describe("a report that cannot be written fails the run, and says why", () => {
  test.each([
    ["in a folder that is not there", "json=no/a.json", "no/a.json", "ENOENT", "make the folder first"],
    ["below a file", "json=net.tf.json/a", "net.tf.json/a", "ENOTDIR", "make the folder first"],
    ["in place of a folder", "json=.", ".", "(EISDIR|EBUSY)", "give a file, not a folder"],
    [
      "in a folder that may not be written to",
      "json=/sys/a.json",
      "/sys/a.json",
      "(EACCES|EPERM|EROFS)",
      "give a file that may be written",
    ],
    ["to a full disk", "json=/dev/full", "/dev/full", "ENOSPC", "make room on the disk"],
  ])("%s", (_, value, path, code, fix) => {
    const run = flowgate(["net.tf.json", "--report", value]);
    expect([run.code, run.out]).toEqual([2, ""]);
    const told = `^error: the report cannot be written \\(${code}\\)\n {2}--> ${path}\n {3}= help: ${fix}\n\ncould not judge: 1 problem\n$`;
    expect(run.err).toMatch(new RegExp(told));
    expect(readdirSync(folder())).toEqual(["net.tf.json"]);
  });

  test("as the report of the format that is printed", () => {
    const { code, out } = flowgate(["net.tf.json", "--format", "json", "--report", "html=no/a.html"]);
    expect([code, (JSON.parse(out) as Report).verdict]).toEqual([2, "error"]);
  });
});

describe("a report is written whole or not at all", () => {
  test("one that can be written stands, though another cannot", () => {
    const { code } = flowgate(["net.tf.json", "--report", "json=a.json", "--report", "json=no/b.json"]);
    expect(code).toBe(2);
    expect((JSON.parse(read("a.json")) as Report).verdict).toBe("fail");
  });

  test("the old one stays where there is no room for the new one", () => {
    write({ "a.html": "the old one" });
    // A file of one block at most: the HTML report is larger.
    const script = `trap '' XFSZ; ulimit -f 1; exec "${process.execPath}" "${CLI}" net.tf.json --report html=a.html`;
    const run = spawnSync("bash", ["-c", script], { cwd: folder(), encoding: "utf8" });
    expect([run.status, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toContain("error: the report cannot be written (EFBIG)");
    expect(read("a.html")).toBe("the old one");
    expect(readdirSync(folder()).sort()).toEqual(["a.html", "net.tf.json"]);
  });

  test("the new one takes the place of the old one", () => {
    write({ "a.json": "the old one" });
    flowgate(["net.tf.json", "--report", "json=a.json"]);
    expect((JSON.parse(read("a.json")) as Report).version).toBe(1);
  });

  test("it is written through a link, and keeps who may read it", () => {
    write({ "real.json": "the old one" });
    chmodSync(join(folder(), "real.json"), 0o640);
    symlinkSync("real.json", join(folder(), "link.json"));
    flowgate(["net.tf.json", "--report", "json=link.json"]);
    expect((JSON.parse(read("real.json")) as Report).version).toBe(1);
    expect(statSync(join(folder(), "real.json")).mode & 0o777).toBe(0o640);
  });

  test("it may be a pipe", () => {
    const script = `"${process.execPath}" "${CLI}" net.tf.json --quiet --report json=/dev/fd/3 3>&1 >/dev/null | head -n 1`;
    const run = spawnSync("bash", ["-c", script], { cwd: folder(), encoding: "utf8" });
    expect([run.stdout, run.stderr]).toEqual(["{\n", ""]);
  });
});

test("a reader that closes the pipe early changes no exit code", () => {
  const resource = { aws_vpc: Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`v${at}`, {}])) };
  mkdirSync(join(folder(), "many"));
  write({ "many/net.tf.json": JSON.stringify({ resource }) });
  const script = `"${process.execPath}" "${CLI}" many --format html | head -n 1 >/dev/null; echo "\${PIPESTATUS[0]}"`;
  const run = spawnSync("bash", ["-c", script], { cwd: folder(), encoding: "utf8" });
  expect([run.stdout, run.stderr]).toEqual(["1\n", ""]);
});
