import { check, readHcl, type Report } from "../../../gate";
import { type Blocks, planted } from "../fuzz/defects";
import { plan, planParts, state, stateResources } from "../fuzz/shown";
import { printHcl } from "../matrix/print-hcl";
import { bucketTerraform } from "../verdicts/storage-world";
import { mutants } from "./mutate";

/** What is right in every respect, for each destination. */
const WORLDS: Readonly<Record<string, Blocks>> = {
  "CloudWatch Logs": planted({}),
  S3: (bucketTerraform({}) as { resource: Blocks }).resource,
  Firehose: {
    aws_vpc: { v: { cidr_block: "10.0.0.0/16" } },
    aws_kinesis_firehose_delivery_stream: { s: { name: "records", tags: { LogDeliveryEnabled: "true" } } },
    aws_flow_log: {
      f: {
        vpc_id: "${aws_vpc.v.id}",
        traffic_type: "ALL",
        log_destination_type: "kinesis-data-firehose",
        log_destination: "${aws_kinesis_firehose_delivery_stream.s.arn}",
      },
    },
  },
};

const PROVIDER = { aws: [{ region: "eu-west-1", allowed_account_ids: ["111122223333"] }] };

const SOURCES: Readonly<Record<string, (resource: Blocks) => Promise<Report> | Report>> = {
  synth: (resource) => check([{ path: "a.tf.json", text: JSON.stringify({ provider: PROVIDER, resource }) }]),
  HCL: async (resource) =>
    check(await readHcl([{ path: "a/main.tf", text: printHcl({ provider: PROVIDER, resource }) }])),
  plan: (resource) => check([{ path: "plan.json", text: JSON.stringify(plan(planParts(resource))) }]),
  state: (resource) => check([{ path: "state.json", text: JSON.stringify(state(stateResources(resource))) }]),
};

/** Changes that leave a deployment right, or that the source cannot show, and why. */
const HARMLESS: readonly (readonly [RegExp, string])[] = [
  [/aws_iam_role\.planted\.name: /, "a name that others take by reference"],
  [/: policy Version deleted$/, "the default version differs in policy variables alone"],
  [
    /assume_role_policy: policy Statement\.Action a star$/,
    "IAM refuses any action but those of STS in a trust policy",
  ],
  [/role: name of \$\{aws_iam_role\.planted\.id\}$/, "the id of a role is its name"],
  [/: renamed$/, "nothing refers to it"],
  [/max_aggregation_interval: (deleted|null)$/, "the default, 600 seconds, is accepted"],
  [/cidr_block: /, "every address is captured"],
  [/^state: resource\.aws_vpc(\.\w+)?: deleted$/, "the VPC of a flow log may be made elsewhere"],
  [
    /bucket_policy\.b\.policy: policy Statement\.[01]\.(Principal|Action|Resource|Condition)[.\w:-]* (a star|deleted)$/,
    "the service is let in still; who else is, the bucket's public-access block refuses",
  ],
  [
    /bucket_policy\.b\.policy: policy Statement\.1\.Action\.1 (deleted|another text)$/,
    "s3:ListBucket only keeps delivery from failing where records are there already",
  ],
  [
    /bucket_policy\.b\.policy: policy Statement\.2\.(Principal|Action|Resource)[.\d]* a star$/,
    "requests without TLS are denied all the same",
  ],
  [/rule\.0\.id: /, "a rule's name means nothing"],
  [/rule\.0\.filter: /, "without a filter a rule holds for every object"],
  [/delivery_stream\.s\.name: /, "the stream's name, which the flow log takes by reference"],
  [/LogDeliveryEnabled: true$/, "Terraform writes a tag as text"],
  [/log_destination: another text$/, "a stream that the input does not hold may be right"],
  [/log_destination: id of \$\{aws_kinesis_firehose/, "the id of a stream is its ARN"],
  [/expiration\.days: one more$/, "a day longer is long enough"],
];

const used = new Set<string>();

function verdictOf({ verdict, errors, findings }: Report): string {
  return JSON.stringify([
    verdict,
    errors.length > 0,
    findings.map(({ rule, cause, address }) => [rule, cause, address]),
  ]);
}

describe.each(Object.keys(WORLDS))("every change that breaks a flow log to %s is seen", (world) => {
  test.each(Object.keys(SOURCES))("in a %s", async (source) => {
    const judge = SOURCES[source] ?? SOURCES.synth;
    const clean = await judge?.(WORLDS[world] ?? {});
    expect(clean).toMatchObject({ verdict: "pass", errors: [], findings: [] });
    const survivors: string[] = [];
    for (const { name, root } of mutants({ resource: WORLDS[world] })) {
      const resource = (root as { resource?: Blocks }).resource;
      if (resource === undefined || !isTerraform(resource)) continue;
      const judged = await judge?.(resource);
      if (judged === undefined || clean === undefined || verdictOf(judged) !== verdictOf(clean)) continue;
      const shown = `${source}: ${name}`;
      const reasons = HARMLESS.filter(([pattern]) => pattern.test(shown));
      for (const [, reason] of reasons) used.add(reason);
      if (reasons.length === 0) survivors.push(shown);
    }
    expect(survivors).toEqual([]);
  });
});

/** Blocks by type and name: a mutant that is none of these no Terraform shows a plan of. */
function isTerraform(resource: object): boolean {
  const named = Object.values(resource) as unknown[];
  return named.every((each) => isObject(each) && Object.values(each).every((body) => isObject(body)));
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

test("no reason stands here for nothing", () => {
  expect(HARMLESS.map(([, reason]) => reason).filter((reason) => !used.has(reason))).toEqual([]);
});
