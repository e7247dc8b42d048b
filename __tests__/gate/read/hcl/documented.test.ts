import { readFileSync } from "node:fs";
import { join } from "node:path";

import { check } from "../../../../gate/check";
import { findDocuments } from "../../../../gate/read/find";
import { readHcl } from "../../../../gate/read/hcl/read-hcl";

const FOLDER = join(__dirname, "../../../fixtures/documented");

function texts(): { path: string; text: string }[] {
  return ["flow-logs.tf", "vpc.tf"].map((name) => ({
    path: `documented/${name}`,
    text: readFileSync(join(FOLDER, name), "utf8"),
  }));
}

test("the documented Terraform as printed does not parse, and the error names file, line and cause", async () => {
  const report = check(await readHcl(findDocuments([FOLDER]).documents));
  expect([report.verdict, report.exitCode]).toEqual(["error", 2]);
  expect(report.errors).toEqual([
    {
      path: join(FOLDER, "flow-logs.tf"),
      line: 30,
      column: 12,
      message:
        "the HCL is malformed: invalid expression: expected the start of an expression, but found an invalid expression token",
      fix: "take out the white space behind the heredoc marker",
    },
  ]);
});

test("with the space removed it gives the list of the rule catalogue, each at its line", async () => {
  const documents = texts().map(({ path, text }) => ({ path, text: text.replace("<<EOF \n", "<<EOF\n") }));
  const { findings, flowLogs } = check(await readHcl(documents));
  expect(
    findings.map(({ rule, cause, verdict, location }) => `${verdict} ${rule} ${cause} ${location?.line}`),
  ).toEqual([
    "fail retention-too-short too-short 1",
    "fail delivery-not-granted malformed-arn 53",
    "fail delivery-not-granted other-log-group 53",
    "fail delivery-policy-unattached unattached 53",
    "fail delivery-race no-dependency 53",
    "fail privilege-create-log-group create-log-group 6",
    "fail privilege-wildcard-resource wildcard-scope 6",
    "fail trust-confused-deputy unrestricted 6",
  ]);
  expect(findings.every(({ location }) => location?.path === "documented/flow-logs.tf")).toBe(true);
  expect(flowLogs).toHaveLength(1);
});
