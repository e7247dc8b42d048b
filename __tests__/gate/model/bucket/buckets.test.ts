import type { Model } from "../../../../gate/model/model";
import { modelOf, PROVIDER, type Stack } from "../world";

const FLOW_LOG = { vpc_id: "vpc-1", traffic_type: "ALL", log_destination_type: "s3" };

function stack(resource: NonNullable<Stack["resource"]>, more: Partial<Stack> = {}): Stack {
  return { provider: PROVIDER, resource, ...more };
}

function bucketOf(model: Model) {
  const [bucket] = model.buckets;
  if (bucket === undefined) throw new Error("the model holds no bucket");
  return bucket;
}

it.each<[string, string, object]>([
  ["by reference", "${aws_s3_bucket.b.arn}", {}],
  ["by ARN", "arn:aws:s3:::records", {}],
  ["with a prefix", "${aws_s3_bucket.b.arn}/lake/", {}],
  ["by an ARN with a prefix", "arn:aws:s3:::records/lake", {}],
  ["through its name", "arn:aws:s3:::${aws_s3_bucket.b.id}", {}],
  ["through a local", "${local.bucket}", { locals: { bucket: "${aws_s3_bucket.b.arn}" } }],
])("a flow log names its bucket %s", (_, destination, more) => {
  const model = modelOf(
    stack(
      {
        aws_s3_bucket: { b: { bucket: "records" } },
        aws_flow_log: { f: { ...FLOW_LOG, log_destination: destination } },
      },
      more,
    ),
  );
  expect(bucketOf(model).flow_logs).toEqual([0]);
  expect(model.flow_logs[0]?.bucket).toMatchObject({ state: "resolved", at: 0 });
});

it("flow logs that write the same keys are one delivery, others are not", () => {
  const to = (prefix: string) => ({ ...FLOW_LOG, log_destination: `\${aws_s3_bucket.b.arn}${prefix}` });
  const model = modelOf(
    stack({
      aws_s3_bucket: { b: { bucket: "records" } },
      aws_flow_log: { a: to(""), b: to("/"), c: to("/lake/") },
      aws_s3_bucket_lifecycle_configuration: {
        b: {
          bucket: "records",
          rule: [{ status: "Enabled", filter: { prefix: "lake/" }, expiration: { days: 90 } }],
        },
      },
    }),
  );
  expect(bucketOf(model).deliveries).toEqual([
    "AWSLogs/${data.aws_caller_identity.current.account_id}",
    "lake/AWSLogs/${data.aws_caller_identity.current.account_id}",
  ]);
  expect(bucketOf(model).lifecycle).toMatchObject([
    { days: { state: "known", value: 90 }, reaches: ["none", "every"] },
  ]);
});

it("what belongs to a bucket is found by name, by reference, and across stacks by name", () => {
  const model = modelOf(
    stack({
      aws_s3_bucket: { b: { bucket: "records" } },
      aws_flow_log: { f: { ...FLOW_LOG, log_destination: "${aws_s3_bucket.b.arn}" } },
      aws_s3_bucket_public_access_block: { b: { bucket: "${aws_s3_bucket.b.bucket}" } },
      aws_s3_bucket_policy: {
        lost: { bucket: "${var.bucket}", policy: "{}" },
        other: { bucket: "x", policy: "{}" },
      },
    }),
    { ...stack({ aws_s3_bucket_policy: { b: { bucket: "records", policy: "{}" } } }), name: "policies" },
  );
  expect(bucketOf(model).public_access).toMatchObject([
    { address: "aws_s3_bucket_public_access_block.b", certain: true, block_public_acls: { state: "absent" } },
  ]);
  expect(bucketOf(model).policies.map(({ policy }) => model.resource_policies[policy]?.source)).toEqual([1]);
  expect(model.sources[0]?.unplaced_bucket_parts).toEqual([
    { source: 0, address: "aws_s3_bucket_policy.lost", sets: "policy" },
  ]);
});

it("a policy reads the same for flow logs of one account and region, and otherwise for those of another", () => {
  const to = (provider: string) => ({ ...FLOW_LOG, log_destination: "${aws_s3_bucket.b.arn}", provider });
  const Statement = [
    {
      Effect: "Allow",
      Principal: { Service: "delivery.logs.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: "${aws_s3_bucket.b.arn}/*",
      Condition: { ArnLike: { "aws:SourceArn": "arn:aws:logs:eu-west-1:111122223333:*" } },
    },
  ];
  const model = modelOf(
    stack(
      {
        aws_s3_bucket: { b: { bucket: "records" } },
        aws_s3_bucket_policy: {
          b: { bucket: "records", policy: JSON.stringify({ Version: "2012-10-17", Statement }) },
        },
        aws_flow_log: { a: to("aws"), b: to("aws"), c: to("aws.us") },
      },
      { provider: { aws: [{ region: "eu-west-1" }, { alias: "us", region: "us-east-1" }] } },
    ),
  );
  const own = model.flow_logs.map(({ bucket_policies: [reading] }) =>
    model.documents[reading?.document ?? -1]?.statements[0]?.conditions[0]?.values.map((value) => value.own),
  );
  expect(own).toEqual([["yes"], ["yes"], ["no"]]);
  const documents = model.flow_logs.map(({ bucket_policies: [reading] }) => reading?.document);
  expect(documents[0]).toBe(documents[1]);
});

it("of a bucket that no flow log writes to nothing is read", () => {
  const model = modelOf(
    stack({
      aws_s3_bucket: { b: { bucket: "records" } },
      aws_s3_bucket_policy: { b: { bucket: "records", policy: "{}" } },
      aws_flow_log: { f: { ...FLOW_LOG, log_destination: "arn:aws:s3:::elsewhere" } },
    }),
  );
  expect(bucketOf(model)).toMatchObject({ flow_logs: [], policies: [], lifecycle: [] });
  expect(model.resource_policies).toEqual([]);
});

const ON = {
  block_public_acls: true,
  block_public_policy: true,
  ignore_public_acls: true,
  restrict_public_buckets: true,
};

it.each<[string, object, readonly string[]]>([
  ["is told of a block of its account that is fully on", ON, ["aws_s3_account_public_access_block.all"]],
  [
    "is told of the block of the account that it names",
    { ...ON, account_id: "111122223333" },
    ["aws_s3_account_public_access_block.all"],
  ],
  ["is not told of the block of another account", { ...ON, account_id: "444455556666" }, []],
  ["is not told of a block that leaves a flag off", { ...ON, ignore_public_acls: false }, []],
  ["is not told of a block that leaves a flag out", { block_public_acls: true }, []],
  ["is not told of a block of which a flag is not known", { ...ON, block_public_acls: "${var.on}" }, []],
  ["is not told of a block of which a flag is null", { ...ON, block_public_acls: null }, []],
  ["is not told of a block of which a flag is no boolean", { ...ON, block_public_acls: [] }, []],
  ["is not told of a block that may not be made", { ...ON, count: "${var.n}" }, []],
])("a bucket %s", (_, all, expected) => {
  const model = modelOf(
    stack(
      {
        aws_s3_bucket: { b: { bucket: "records" } },
        aws_flow_log: { f: { ...FLOW_LOG, log_destination: "${aws_s3_bucket.b.arn}" } },
        aws_s3_account_public_access_block: { all },
      },
      { provider: { aws: [{ region: "eu-west-1", allowed_account_ids: ["111122223333"] }] } },
    ),
  );
  expect(bucketOf(model).account_access.map(({ address }) => address)).toEqual(expected);
});
