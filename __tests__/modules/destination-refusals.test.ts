import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { App } from "cdktf";
import { FlowLogs } from "../../modules";
import { refusal } from "./refusal";
import { stackOf, synthesizeApp, unsynthesized } from "./synthesize";

const VPC = { vpcId: "vpc-0123456789abcdef0" };
const ROLE = { existing: { arn: "arn:aws:iam::123456789012:role/delivery" } };

describe("a destination that records would not reach is refused, with what would do", () => {
  const bucket = (given: unknown): unknown => ({ ...VPC, bucket: given });

  test.each<[unknown, string]>([
    [
      { ...VPC, logGroup: {}, bucket: {} },
      "logGroup and bucket are given together; a flow log has one destination, so make a FlowLogs for each",
    ],
    [
      { ...VPC, bucket: {}, deliveryStream: {} },
      "bucket and deliveryStream are given together; a flow log has one destination, so make a FlowLogs for each",
    ],
    [
      { ...VPC, bucket: {}, role: ROLE },
      "role is given beside bucket, and AWS refuses a role for S3; leave it out",
    ],
    [
      { ...VPC, deliveryStream: {}, role: ROLE },
      "role is given beside deliveryStream, whose roles are made where they are needed; leave it out",
    ],
    [{ ...VPC, s3Bucket: {} }, "s3Bucket is not a prop; use bucket"],

    [
      bucket("records"),
      'bucket is "records"; give its options, { existing: { arn } }, or the bucket of another FlowLogs',
    ],
    [
      bucket(null),
      "bucket is null; give its options, { existing: { arn } }, or the bucket of another FlowLogs",
    ],
    [
      bucket({ name: "Records" }),
      'bucket.name is "Records"; give 3 to 63 lower-case letters, digits, dots and hyphens',
    ],
    [
      bucket({ name: "ab" }),
      'bucket.name is "ab"; give 3 to 63 lower-case letters, digits, dots and hyphens',
    ],
    [
      bucket({ name: "a..b" }),
      'bucket.name is "a..b"; give 3 to 63 lower-case letters, digits, dots and hyphens',
    ],
    [
      bucket({ name: "192.168.0.1" }),
      'bucket.name is "192.168.0.1"; give 3 to 63 lower-case letters, digits, dots and hyphens',
    ],
    [bucket({ expireDays: 0 }), "bucket.expireDays is 0; give whole days, at least 1"],
    [bucket({ expireDays: 1.5 }), "bucket.expireDays is 1.5; give whole days, at least 1"],
    [bucket({ expireDays: "90" }), 'bucket.expireDays is "90"; give whole days, at least 1'],
    [bucket({ expiryDays: 90 }), "bucket.expiryDays is not a prop; use bucket.expireDays"],
    [bucket({ transitionDays: 7 }), "bucket.transitionDays is 7; give whole days, at least 30"],
    [
      bucket({ transitionDays: 0, transitionClass: "GLACIER_IR" }),
      "bucket.transitionDays is 0; give whole days, at least 1",
    ],
    [
      bucket({ transitionDays: 90, expireDays: 90 }),
      "bucket.transitionDays is 90, when records are already deleted after 90 days; give fewer, or keep them longer",
    ],
    [
      bucket({ transitionDays: 400 }),
      "bucket.transitionDays is 400, when records are already deleted after 365 days; give fewer, or keep them longer",
    ],
    [
      bucket({ transitionDays: 60, transitionClass: "GLACIER_INSTANT" }),
      'bucket.transitionClass is "GLACIER_INSTANT"; use "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER_IR", "GLACIER" or "DEEP_ARCHIVE"',
    ],
    [
      bucket({ transitionClass: "GLACIER" }),
      "bucket.transitionClass is given without bucket.transitionDays; give both, or neither",
    ],
    [
      bucket({ kmsKey: "alias/aws/s3" }),
      'bucket.kmsKey is "alias/aws/s3"; give the key\'s ARN, such as arn:aws:kms:eu-west-1:123456789012:key/ID',
    ],
    [bucket({ forceDestroy: "yes" }), 'bucket.forceDestroy is "yes"; use true or false'],
    [bucket({ preventDestroy: 1 }), "bucket.preventDestroy is 1; use true or false"],
    [
      bucket({ forceDestroy: true, preventDestroy: true }),
      "bucket.forceDestroy is true beside bucket.preventDestroy; leave one out",
    ],
    [bucket({ format: "json" }), 'bucket.format is "json"; use "parquet" or "text"'],
    [bucket({ format: "Parquet" }), 'bucket.format is "Parquet"; use "parquet"'],
    [bucket({ hourly: "true" }), 'bucket.hourly is "true"; use true or false'],
    [bucket({ hivePartitions: 1 }), "bucket.hivePartitions is 1; use true or false"],
    [bucket({ prefix: "" }), 'bucket.prefix is empty; give a folder, such as "network/flow-logs"'],
    [bucket({ prefix: "/net/" }), 'bucket.prefix is "/net/", with a slash at its end; use "net"'],
    [
      bucket({ prefix: "net/AWSLogs" }),
      'bucket.prefix is "net/AWSLogs", and AWS keeps the folder AWSLogs for itself; leave it out',
    ],
    [
      bucket({ prefix: "my logs" }),
      'bucket.prefix is "my logs"; give letters, digits and !_.*\'()=- between single slashes',
    ],
    [
      bucket({ accounts: "123456789012" }),
      'bucket.accounts is "123456789012"; give a list, such as ["123456789012"]',
    ],
    [bucket({ accounts: [123456789012] }), "bucket.accounts[0] is 123456789012; give 12 digits, as a text"],
    [bucket({ accounts: ["1234"] }), 'bucket.accounts[0] is "1234"; give 12 digits, as a text'],
    [
      bucket({ accounts: Array.from({ length: 41 }, (_, at) => String(100000000000 + at)) }),
      "bucket.accounts are 41, more than a bucket policy can name; use bucket.organizationId",
    ],
    [
      bucket({ organizationId: "123456789012" }),
      'bucket.organizationId is "123456789012"; give the organization\'s id, such as o-a1b2c3d4e5',
    ],
    [
      bucket({ organizationId: "o-a1b2c3d4e5", accounts: ["123456789012"] }),
      "bucket.accounts is given beside organizationId, which holds them all; leave one out",
    ],
    [bucket({ aclCondition: "no" }), 'bucket.aclCondition is "no"; use true or false'],
    [bucket({ existing: "records" }), 'bucket.existing is "records"; give { name: "..." } or { arn: "..." }'],
    [bucket({ existing: {} }), "bucket.existing has neither name nor arn; give one of them"],
    [
      bucket({ existing: { name: "records", arn: "arn:aws:s3:::records" } }),
      "bucket.existing has both name and arn; give one of them",
    ],
    [
      bucket({ existing: { arn: "arn:aws:s3:::records/net" } }),
      'bucket.existing.arn is "arn:aws:s3:::records/net", with a folder; give the bucket\'s ARN, and the folder as bucket.prefix',
    ],
    [
      bucket({ existing: { arn: "records" } }),
      'bucket.existing.arn is "records"; give the bucket\'s ARN, such as arn:aws:s3:::NAME',
    ],
    [
      bucket({ existing: { name: "records" }, expireDays: 90 }),
      "bucket.expireDays is given beside existing, and an existing bucket keeps its own settings; leave one out",
    ],
  ])("%j", (props, expected) => {
    expect(refusal(props).message).toBe(`network/flow-logs: ${expected}`);
  });
});

describe("what cannot be shared", () => {
  test("a stream and a key of another region, and a stream in the own account through a provider", () => {
    const stack = unsynthesized();
    const provider = new AwsProvider(stack, "us", { region: "us-east-1", alias: "us" });
    const { deliveryStream } = new FlowLogs(stack, "stream", { ...VPC, deliveryStream: {} });
    const { logGroup } = new FlowLogs(stack, "logs", { ...VPC, logGroup: { kmsKey: "create" } });
    expect(refusal({ ...VPC, provider, deliveryStream }, stack).message).toBe(
      "network/flow-logs: deliveryStream is of the default provider, this flow log of provider aws.us; leave deliveryStream out, so that one is made there",
    );
    expect(refusal({ ...VPC, provider, bucket: { kmsKey: logGroup.key } }, stack).message).toBe(
      "network/flow-logs: bucket.kmsKey is of the default provider, this flow log of provider aws.us; leave bucket.kmsKey out, so that one is made there",
    );
    expect(refusal({ ...VPC, provider, deliveryStream: { provider } }, stack).message).toBe(
      "network/flow-logs: deliveryStream.provider is the flow log's own; give the provider of another account, or leave it out",
    );
  });

  test("a bucket with a provider of another stack, and a stream of another account with another stack", () => {
    synthesizeApp((app: App) => {
      const hub = stackOf(app, "hub");
      const logs = new AwsProvider(hub, "logs", { region: "eu-west-1", alias: "logs" });
      const { bucket } = new FlowLogs(hub, "archive", { ...VPC, bucket: {} });
      const { deliveryStream } = new FlowLogs(hub, "stream", { ...VPC, deliveryStream: { provider: logs } });
      const spoke = stackOf(app, "spoke");
      const provider = new AwsProvider(spoke, "us", { region: "us-east-1", alias: "us" });
      expect(refusal({ ...VPC, provider, bucket }, spoke).message).toBe(
        "spoke/flow-logs: bucket is of stack hub and the default provider, which cannot know the account of provider aws.us here; give { existing: { name } }, and the account in accounts of the bucket",
      );
      expect(refusal({ ...VPC, deliveryStream }, spoke).message).toBe(
        "spoke/flow-logs: deliveryStream is of another account and was made in stack hub, whose role cannot be passed for what is watched here; give { existing: { arn, crossAccountRole } }",
      );
    });
  });
});
