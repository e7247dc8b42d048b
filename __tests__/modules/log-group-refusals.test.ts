import { refusal } from "./refusal";

const VPC = { vpcId: "vpc-0123456789abcdef0" };
const LONG = "x".repeat(600);
const GROUP_ARN = "arn:aws:logs:eu-west-1:123456789012:log-group:flows";

describe("a log group or role that records would not reach is refused, with what would do", () => {
  const group = (logGroup: unknown): unknown => ({ ...VPC, logGroup });
  const role = (given: unknown): unknown => ({ ...VPC, role: given });

  test.each<[unknown, string]>([
    [
      group("flows"),
      'logGroup is "flows"; give its options, { existing: { arn } }, or the logGroup of another FlowLogs',
    ],
    [
      group(null),
      "logGroup is null; give its options, { existing: { arn } }, or the logGroup of another FlowLogs",
    ],
    [group({ name: "" }), "logGroup.name is empty; give 1 to 512 letters, digits and _-/.#"],
    [group({ name: "my flows" }), 'logGroup.name is "my flows"; give 1 to 512 letters, digits and _-/.#'],
    [
      group({ name: LONG }),
      `logGroup.name is "${"x".repeat(77)}..."; give 1 to 512 letters, digits and _-/.#`,
    ],
    [
      group({ name: "aws/vpc/flows" }),
      'logGroup.name is "aws/vpc/flows", and AWS keeps names that begin with aws/ for itself; use "/aws/vpc/flows"',
    ],
    [
      group({ retentionDays: 45 }),
      "logGroup.retentionDays is 45, not a period that CloudWatch Logs accepts; use 30 or 60",
    ],
    [
      group({ retentionDays: 5000 }),
      "logGroup.retentionDays is 5000, not a period that CloudWatch Logs accepts; use 3653",
    ],
    [
      group({ retentionDays: 0.5 }),
      "logGroup.retentionDays is 0.5, not a period that CloudWatch Logs accepts; use 1",
    ],
    [
      group({ retentionDays: 0 }),
      "logGroup.retentionDays is 0, which keeps records for ever; give days, such as 30, 90 or 365",
    ],
    [group({ retentionDays: "30" }), 'logGroup.retentionDays is "30"; give days, such as 30, 90 or 365'],
    [group({ retentionDays: null }), "logGroup.retentionDays is null; give days, such as 30, 90 or 365"],
    [
      group({ retentionDays: Infinity }),
      "logGroup.retentionDays is Infinity; give days, such as 30, 90 or 365",
    ],
    [group({ retentionInDays: 30 }), "logGroup.retentionInDays is not a prop; use logGroup.retentionDays"],
    [
      group({ logGroupClass: "ESSENTIALS" }),
      'logGroup.logGroupClass is "ESSENTIALS"; use "STANDARD" or "INFREQUENT_ACCESS"',
    ],
    [
      group({ logGroupClass: "DELIVERY" }),
      'logGroup.logGroupClass is "DELIVERY", which holds Lambda logs only; use "STANDARD" or "INFREQUENT_ACCESS"',
    ],
    [
      group({ kmsKey: "alias/logs" }),
      'logGroup.kmsKey is "alias/logs"; give the key\'s ARN, such as arn:aws:kms:eu-west-1:123456789012:key/ID',
    ],
    [
      group({ kmsKey: { arn: "alias/logs" } }),
      '2 problems\n  - logGroup.kmsKey.arn is not a prop; there are existing\n  - logGroup.kmsKey.existing is undefined; give { arn: "..." }',
    ],
    [
      group({ kmsKey: 7 }),
      'logGroup.kmsKey is 7; give "create", its ARN, { existing: { arn } }, or the key of a FlowLogs',
    ],
    [
      group({ kmsKey: { existing: { arn: "1234" } } }),
      'logGroup.kmsKey.existing.arn is "1234"; give the key\'s ARN, such as arn:aws:kms:eu-west-1:123456789012:key/ID',
    ],
    [group({ deletionProtection: 1 }), "logGroup.deletionProtection is 1; use true or false"],
    [group({ skipDestroy: "yes" }), 'logGroup.skipDestroy is "yes"; use true or false'],
    [group({ existing: "flows" }), 'logGroup.existing is "flows"; give { name: "..." } or { arn: "..." }'],
    [group({ existing: {} }), "logGroup.existing has neither name nor arn; give one of them"],
    [
      group({ existing: { name: "flows", arn: GROUP_ARN } }),
      "logGroup.existing has both name and arn; give one of them",
    ],
    [
      group({ existing: { arn: `${GROUP_ARN}:*` } }),
      `logGroup.existing.arn ends in :*, which replaces the flow log at every apply; use "${GROUP_ARN}"`,
    ],
    [
      group({ existing: { arn: "flows" } }),
      'logGroup.existing.arn is "flows"; give the group\'s ARN, such as arn:aws:logs:eu-west-1:123456789012:log-group:NAME',
    ],
    [
      group({ existing: { arn: GROUP_ARN }, retentionDays: 30 }),
      "logGroup.retentionDays is given beside existing, and an existing log group keeps its own settings; leave one out",
    ],
    [
      group({ existing: { name: "flows", region: "eu-west-1" } }),
      "logGroup.existing.region is not a prop; there are name, arn",
    ],

    [role("delivery"), 'role is "delivery"; give { existing: { arn } }, or the role of another FlowLogs'],
    [role({}), 'role.existing is undefined; give { arn: "..." }'],
    [
      role({ existing: { arn: "delivery" } }),
      'role.existing.arn is "delivery"; give the role\'s ARN, such as arn:aws:iam::123456789012:role/NAME',
    ],
    [
      role({ existing: {} }),
      "role.existing.arn is undefined; give the role's ARN, such as arn:aws:iam::123456789012:role/NAME",
    ],
  ])("%j", (props, expected) => {
    expect(refusal(props).message).toBe(`network/flow-logs: ${expected}`);
  });
});
