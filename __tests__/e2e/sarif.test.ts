import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { AnySchemaObject } from "ajv";
import { Ajv2020 } from "ajv/dist/2020";

import { check } from "../../gate";
import { renderSarif } from "../../gate/report/format/sarif";
import { audience, hostile, many, mixed, refused } from "../gate/report/format/world";
import { report } from "../gate/report/sample";

const ROOT = join(__dirname, "..", "..");
/** What tools/install-sarif installs: the validator of SARIF's own authors, and the official schema that it carries. */
const MULTITOOL = join(ROOT, ".tools", "sarif", "node_modules", "@microsoft", "sarif-multitool-linux");

const DEFECTIVE = {
  resource: {
    aws_vpc: { main: { cidr_block: "10.0.0.0/16" } },
    aws_cloudwatch_log_group: { records: { name: "/net/records", retention_in_days: 7 } },
    aws_flow_log: {
      all: {
        vpc_id: "${aws_vpc.main.id}",
        traffic_type: "ALL",
        log_destination: "${aws_cloudwatch_log_group.records.arn}",
        iam_role_arn: "arn:aws:iam::123456789012:role/delivery",
      },
    },
  },
};

const LOGS: Readonly<Record<string, string>> = {
  judged: renderSarif(check([{ path: "cdk.tf.json", text: JSON.stringify(DEFECTIVE) }]), audience),
  mixed: renderSarif(mixed, audience),
  hostile: renderSarif(hostile, audience),
  refused: renderSarif(refused, audience),
  clean: renderSarif(report(), audience),
  "ten-thousand": renderSarif(many(10_000), audience),
};
const NAMES = Object.keys(LOGS);

/**
 * What the validator would like and code scanning has no use for; each is a note, none a warning.
 * https://github.com/microsoft/sarif-sdk/blob/main/docs/Multitool/Multitool%20Validation%20Rules.md
 */
const KEPT: Readonly<Record<string, string>> = {
  SARIF2002: "messages by id and arguments: each message of ours is about one finding, and hosts show texts",
  SARIF2003: "the commit: the host that takes the file knows it, and the gate does not ask git",
  SARIF2006: "every link answers: told by asking the network, which the machine of a test need not have",
  SARIF2009: "ids such as AB1234: our ids are words, the same in every format and never renamed",
  SARIF2010: "the line's text: hosts have the file, and a plan's line may hold a secret",
  SARIF2011: "the lines around it: the same",
};

interface Complaint {
  readonly log: string;
  readonly rule: string;
  readonly level: string;
  readonly about: string;
}

let folder = "";
let complaints: readonly Complaint[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "flowgate-sarif-"));
  for (const [name, log] of Object.entries(LOGS)) writeFileSync(join(folder, `${name}.sarif`), log);
  writeFileSync(
    join(folder, "placeless.sarif"),
    LOGS["mixed"]?.replaceAll('"locations":', '"places":') ?? "",
  );
  complaints = validated([...NAMES, "placeless"]);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What the validator says, by the rules of SARIF and of GitHub. */
function validated(names: readonly string[]): readonly Complaint[] {
  const output = join(folder, "complaints.json");
  const asked = ["--rule-kind", "Sarif;Gh", "--level", "Error;Warning;Note", "--output", output];
  // It says nothing of a file that is larger than it likes.
  const sizes = ["--max-file-size-in-kb", "100000"];
  const schema = ["--json-schema", join(MULTITOOL, "sarif-2.1.0.json")];
  const files = names.map((name) => `${name}.sarif`);
  try {
    execFileSync(join(MULTITOOL, "Sarif.Multitool"), ["validate", ...files, ...asked, ...sizes, ...schema], {
      cwd: folder,
      stdio: "ignore",
    });
  } catch {
    // It exits 1 where a rule of level error is broken, which the output says.
  }
  const { runs } = JSON.parse(readFileSync(output, "utf8")) as {
    runs: { results: Result[] }[];
  };
  return runs.flatMap(({ results }) => results.map(complaintOf));
}

interface Result {
  readonly ruleId: string;
  readonly level?: string;
  readonly message: { readonly id?: string; readonly text?: string; readonly arguments?: readonly string[] };
  readonly locations: readonly { physicalLocation: { artifactLocation: { uri: string } } }[];
}

function complaintOf({ ruleId, level = "warning", message, locations: [location] }: Result): Complaint {
  const uri = location?.physicalLocation.artifactLocation.uri ?? "";
  const about = [message.id, message.text, ...(message.arguments ?? [])].join(" ");
  return { log: /([\w-]+)\.sarif$/.exec(uri)?.[1] ?? uri, rule: ruleId, level, about };
}

test.each(NAMES)("%s: neither an error nor a warning, of SARIF's rules or of GitHub's", (name) => {
  const said = complaints.filter(({ log }) => log === name);
  expect(said.filter(({ level }) => level !== "note")).toEqual([]);
  // The notes show that it was read at all.
  expect(said).not.toEqual([]);
});

test("every note that stays has its reason, and no reason has outlived its note", () => {
  const noted = new Set(
    complaints.filter(({ log, level }) => NAMES.includes(log) && level === "note").map(({ rule }) => rule),
  );
  noted.add("SARIF2006"); // Only where the network does not answer.
  expect([...noted].sort()).toEqual(Object.keys(KEPT));
});

test("a log whose alerts GitHub could not place would be refused", () => {
  const rules = complaints.filter(({ log, level }) => log === "placeless" && level === "error");
  expect(rules.map(({ rule }) => rule)).toContain("GH1015");
});

describe("the official schema", () => {
  const schema = JSON.parse(readFileSync(join(MULTITOOL, "sarif-2.1.0.json"), "utf8")) as AnySchemaObject;
  // Formats (URIs, dates) are the validator's above.
  const isValid = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);

  test.each(NAMES)("%s is valid", (name) => {
    expect([isValid(JSON.parse(LOGS[name] ?? "")), isValid.errors]).toEqual([true, null]);
  });

  test("refuses a level that there is not", () => {
    expect(isValid(JSON.parse(LOGS["mixed"]?.replace('"level": "error"', '"level": "notice"') ?? ""))).toBe(
      false,
    );
  });
});

test("the report that is judged has findings, with places", () => {
  const { runs } = JSON.parse(LOGS["judged"] ?? "") as { runs: { results: { locations: unknown[] }[] }[] };
  expect(runs[0]?.results.map(({ locations }) => locations.length)).toEqual([1, 1]);
});
