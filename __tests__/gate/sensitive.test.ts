import { readCatalogue } from "../../gate/judge/catalogue";
import { judge } from "../../gate/judge/judge";
import { buildModel } from "../../gate/model/build";
import { readDocuments } from "../../gate/read/read";
import { assembleReport } from "../../gate/report/assemble";
import { renderJson } from "../../gate/report/json";
import type { Report } from "../../gate/report/report";
import { renderText } from "../../gate/report/text";

const SECRET = "hunter2-secret";
const POLICY = {
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Action: ["logs:*", `${SECRET}:Get`],
      Resource: `arn:aws:logs:*:*:log-group:${SECRET}*`,
    },
    { Effect: "Allow", NotAction: `${SECRET}:Put`, Resource: "*" },
  ],
};
const TRUST = {
  Version: "2012-10-17",
  Statement: {
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::111122223333:user/${SECRET}`, Service: `${SECRET}.amazonaws.com` },
    Action: "sts:AssumeRole",
    Condition: { StringEquals: { "aws:SourceArn": `arn:aws:s3:::${SECRET}*` } },
  },
};

/** The report of a stack in which every text holds a secret, with some arguments marked sensitive. */
function reportOf(marked: Readonly<Record<string, readonly string[]>>): Report {
  const text = JSON.stringify({
    resource: {
      aws_vpc: { v: { cidr_block: "10.0.0.0/16" } },
      aws_cloudwatch_log_group: {
        g: { name: `/net/${SECRET}`, retention_in_days: SECRET, log_group_class: SECRET },
      },
      aws_iam_role: {
        r: { name: SECRET, assume_role_policy: JSON.stringify(TRUST), permissions_boundary: SECRET },
      },
      aws_iam_role_policy: {
        p: { name: SECRET, role: "${aws_iam_role.r.id}", policy: JSON.stringify(POLICY) },
      },
      aws_flow_log: {
        f: {
          vpc_id: "${aws_vpc.v.id}",
          traffic_type: SECRET,
          log_format: "${" + SECRET + "}",
          max_aggregation_interval: SECRET,
          log_destination: "${aws_cloudwatch_log_group.g.arn}",
          iam_role_arn: "${aws_iam_role.r.arn}",
        },
      },
    },
  });
  const { configuration, faults } = readDocuments([{ path: "plan.tf.json", text }]);
  expect(faults).toEqual([]);
  const resources = configuration.resources.map((resource) =>
    Object.assign({}, resource, { sensitive: new Set(marked[resource.address] ?? []) }),
  );
  const given = { sources: configuration.sources, resources };
  const model = buildModel(given, "2026-11-21");
  return assembleReport({
    configuration: given,
    model,
    settings: {},
    catalogue: readCatalogue(),
    ...judge(model, {}),
  });
}

const ALL = {
  "aws_cloudwatch_log_group.g": ["name", "retention_in_days", "log_group_class"],
  "aws_iam_role.r": ["name", "assume_role_policy", "permissions_boundary"],
  "aws_iam_role_policy.p": ["name", "policy"],
  "aws_flow_log.f": ["traffic_type", "log_format", "max_aggregation_interval"],
};

test("without marks the secret is all over the report", () => {
  expect(renderJson(reportOf({})).split(SECRET).length).toBeGreaterThan(5);
});

test("what Terraform marks sensitive is judged and stands in no report", () => {
  const [open, closed] = [reportOf({}), reportOf(ALL)];
  expect(renderJson(closed)).not.toContain(SECRET);
  expect(renderText(closed)).not.toContain(SECRET);
  const told = ({ findings }: Report): string[] =>
    findings.map(({ rule, cause, verdict, address }) => `${rule} ${cause} ${verdict} ${address}`);
  expect(told(closed).sort()).toEqual(told(open).sort());
  expect(closed.rules).toEqual(open.rules);
});

test.each(Object.entries(ALL))(
  "with %s alone marked, no finding that names it shows its texts",
  (address, names) => {
    const report = reportOf({ [address]: names });
    const naming = report.findings.filter(
      (finding) => finding.address === address || finding.related.some((ref) => ref.address === address),
    );
    expect(naming.length).toBeGreaterThan(0);
    for (const finding of naming) {
      expect(finding.message).toMatch(/ \(a value there is marked sensitive, so none is shown\)$/);
      expect(finding.fix).toBe(`do what \`flowgate explain ${finding.rule}\` says`);
      expect(finding).not.toHaveProperty("evidence");
      expect(finding).not.toHaveProperty("corrected");
    }
  },
);

test("a secret that reaches the message of another subject is hidden there", () => {
  const report = reportOf({ "aws_iam_role_policy.p": ["name", "policy"] });
  expect(renderJson(report)).not.toContain(`log-group:${SECRET}`);
});

test("tags are no secret that a rule could tell", () => {
  const report = reportOf({ "aws_flow_log.f": ["tags", "tags_all"] });
  expect(report.findings.some(({ message }) => message.includes("not shown"))).toBe(false);
});
