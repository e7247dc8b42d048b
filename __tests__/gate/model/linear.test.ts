import { buildModel } from "../../../gate/model/build";
import { readDocuments } from "../../../gate/read/read";
import type { Attributes, Configuration } from "../../../gate/read/resource";
import { grantOn, TRUST } from "./world";

type Blocks = Record<string, Record<string, object>>;

function many(count: number, make: (at: number) => object): Record<string, object> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`x${at}`, make(at)]));
}

const flowLog = (at: number, others: { group?: number; role?: number } = {}): object => ({
  vpc_id: `\${aws_vpc.x${at}.id}`,
  log_destination: `\${aws_cloudwatch_log_group.x${others.group ?? at}.arn}`,
  iam_role_arn: `\${aws_iam_role.x${others.role ?? at}.arn}`,
});
const role = (at: number): object => ({ name: `r${at}`, assume_role_policy: TRUST });
const group = (at: number): object => ({ name: `/g/${at}` });
const grant = (at: number): string => grantOn(`\${aws_cloudwatch_log_group.x${at}.arn}`);

const SHAPES: readonly (readonly [string, (count: number) => Blocks])[] = [
  [
    "flow logs, each with its own of everything",
    (count) => ({
      aws_vpc: many(count, () => ({})),
      aws_cloudwatch_log_group: many(count, group),
      aws_iam_role: many(count, role),
      aws_iam_role_policy: many(count, (at) => ({ role: `\${aws_iam_role.x${at}.id}`, policy: grant(at) })),
      aws_flow_log: many(count, (at) => flowLog(at)),
    }),
  ],
  [
    "flow logs that share their log group and role",
    (count) => ({
      aws_vpc: many(count, () => ({})),
      aws_cloudwatch_log_group: many(1, group),
      aws_iam_role: many(1, role),
      aws_iam_role_policy: many(1, (at) => ({ role: `\${aws_iam_role.x${at}.id}`, policy: grant(at) })),
      aws_flow_log: many(count, (at) => flowLog(at, { group: 0, role: 0 })),
    }),
  ],
  [
    "subnets of one VPC, each with a flow log",
    (count) => ({
      aws_vpc: many(1, () => ({})),
      aws_subnet: many(count, () => ({ vpc_id: "${aws_vpc.x0.id}" })),
      aws_flow_log: many(count, (at) => ({ subnet_id: `\${aws_subnet.x${at}.id}` })),
    }),
  ],
  [
    "roles, policies and attachments, which may name one another by ARN or name",
    (count) => ({
      aws_vpc: many(1, () => ({})),
      aws_iam_role: many(count, role),
      aws_iam_policy: many(count, (at) => ({ name: `p${at}`, policy: grantOn("*") })),
      aws_iam_role_policy_attachment: many(count, (at) => ({
        role: `r${at}`,
        policy_arn: `\${aws_iam_policy.x${at}.arn}`,
      })),
    }),
  ],
  [
    "policies that nothing attaches, and roles that have none",
    (count) => ({
      aws_cloudwatch_log_group: many(count, group),
      aws_iam_role: many(count, role),
      aws_iam_policy: many(count, (at) => ({ name: `p${at}`, policy: grant(at) })),
      aws_flow_log: many(count, (at) => flowLog(at)),
    }),
  ],
];

/** How often the arguments of resources are looked at, and how large the model becomes. */
function work(resource: Blocks): { looks: number; size: number } {
  const provider = { aws: { region: "eu-west-1" } };
  const text = JSON.stringify({ provider, resource });
  const { configuration } = readDocuments([{ path: "cdk.tf.json", text }]);
  let looks = 0;
  const look = { get: (target: object, key: string) => (looks++, Reflect.get(target, key) as unknown) };
  const watched: Configuration = {
    ...configuration,
    resources: configuration.resources.map((each) => ({
      ...each,
      attributes: new Proxy<Attributes>(each.attributes, look),
    })),
  };
  return { size: JSON.stringify(buildModel(watched)).length, looks };
}

test.each(SHAPES)("twice as many %s are twice the work and twice the model", (_, shape) => {
  const [once, twice] = [work(shape(100)), work(shape(200))];
  expect(once.looks).toBeGreaterThan(100);
  expect(twice.looks / once.looks).toBeLessThan(2.1);
  expect(twice.size / once.size).toBeLessThan(2.1);
});
