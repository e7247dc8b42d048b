import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { App } from "cdktf";

import { repaired } from "../../../examples/repaired/main";
import { check } from "../../../gate";
import type { Document } from "../../../gate/read/document";
import { findDocuments } from "../../../gate/read/find";
import type { Report } from "../../../gate/report/report";
import { ROOT } from "../cli/workplace";
import { mutants } from "./mutate";
import { richApp } from "./rich-app";

/** Changes that leave a deployment right, or that Terraform refuses by itself, and why. */
const HARMLESS: readonly (readonly [RegExp, string])[] = [
  [/^terraform\b/, "where the state is and which providers are downloaded delivers no record"],
  [
    /^provider\b/,
    "what is written by reference follows the provider; another account Terraform refuses to work in",
  ],
  [
    /^data\.terraform_remote_state\.[\w-]+\.\w/,
    "CDKTF names the stack in the data source's name; its backend is read by Terraform",
  ],
  [/^output\.[\w-]+\.sensitive: /, "a sensitive output is read like any other"],
  [/^resource: deleted$/, "what the other stacks hold is still whole"],
  [/: renamed$/, "nothing refers to it"],
  [/cidr_block: /, "every address is captured"],
  [/name_prefix: /, "a name that nothing else spells"],
  [
    /(log_group\.group|policy\.policy|role\.role|role_policy\.grant)\.(name|path): /,
    "a name that others take by reference",
  ],
  [/max_aggregation_interval: (deleted|null)$/, "the default, 600 seconds, is accepted"],
  [/log_destination_type: (deleted|null)$/, "the default is CloudWatch Logs"],
  [/aws_flow_log\.rejects_\w+\.traffic_type: /, "another flow log of the same VPC captures ALL"],
  [/policy Statement\.(\d\.)?Sid /, "a statement's name means nothing"],
  [/policy Version deleted$/, "the default version differs in policy variables alone"],
  [/Condition\.(StringEquals|ArnLike)(\.[\w:]+)? deleted$/, "the other condition still names the account"],
  [/Condition\.ArnLike\.aws:SourceArn a star$/, "aws:SourceAccount still names the account"],
  [
    /assume_role_policy: policy Statement\.\d\.Action a star$/,
    "IAM refuses any action but those of STS in a trust policy",
  ],
  [
    /: policy Statement\.1\.Resource\.\d (deleted|another text)$/,
    "DescribeLogStreams is granted by the group or by its streams",
  ],
  [
    /: policy Statement\.2(\.Resource)? (deleted|another text|a star)$/,
    "DescribeLogGroups is not needed, and takes no resource",
  ],
  [/: id of \$\{data\.aws_(caller_identity|partition)\./, "two names of one value"],
  [/: name of \$\{data\.aws_region\./, "two names of one value"],
  [/: (id|name) of \$\{aws_iam_role\.[\w-]+\.(id|name)\}$/, "the id of a role is its name"],
  [/: id of \$\{aws_iam_policy\.policy\.arn\}$/, "the id of a policy is its ARN"],
  [/policies_exclusive(\.only)?: deleted$/, "without a list of the only policies, all of them stay"],
  [/policies_exclusive\.only\.role_name: another text$/, "the list is about another role"],
  [/^resource\.aws_vpc\.vpc: deleted$/, "Terraform refuses a reference to nothing: the subnet's"],
];

const used = new Set<string>();
let folder = "";
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "flowgate-mutations-"))));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function verdictOf({ verdict, findings }: Report): string {
  return JSON.stringify([verdict, findings.map(({ rule, cause, address }) => [rule, cause, address])]);
}

/** Mutants of any document that are judged as the original is, but for the harmless ones. */
function survivors(documents: readonly Document[]): string[] {
  const whole = verdictOf(check(documents));
  return documents.flatMap((document, position) => {
    if (document.path.endsWith("manifest.json")) return [];
    return [...mutants(JSON.parse(document.text))].flatMap(({ name, root }) => {
      const judged = check(documents.with(position, { ...document, text: JSON.stringify(root) }));
      if (verdictOf(judged) !== whole) return [];
      const harmless = HARMLESS.filter(([pattern]) => pattern.test(name));
      for (const [, reason] of harmless) used.add(reason);
      return harmless.length > 0 ? [] : [name];
    });
  });
}

describe("every change that breaks delivery, retention, privilege or trust is seen", () => {
  test.each<[string, (outdir: string) => void]>([
    [
      "main.ts",
      (outdir) => {
        spawnSync(process.execPath, [join(ROOT, "dist", "main.js")], {
          env: { ...process.env, CDKTF_OUTDIR: outdir },
        });
      },
    ],
    [
      "examples/repaired",
      (outdir) => {
        repaired(outdir).synth();
      },
    ],
    [
      "an app of three stacks",
      (outdir) => {
        const app = new App({ outdir });
        richApp(app);
        app.synth();
      },
    ],
  ])("of %s", (name, synthesize) => {
    const outdir = join(folder, name.replace(/\W/g, "-"));
    synthesize(outdir);
    const { documents, faults } = findDocuments([outdir]);
    expect(faults).toEqual([]);
    expect(check(documents, { strict: true })).toMatchObject({ verdict: "pass", findings: [] });
    expect(survivors(documents)).toEqual([]);
  });

  test("and no reason stands here for nothing", () => {
    expect(HARMLESS.map(([, reason]) => reason).filter((reason) => !used.has(reason))).toEqual([]);
  });
});
