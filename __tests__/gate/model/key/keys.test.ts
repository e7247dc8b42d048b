import { modelOf, PROVIDER } from "../world";

const ID = "1234abcd-12ab-34cd-56ef-1234567890ab";

/** How the key of the log group is linked. */
function linkOf(kms_key_id: unknown): object {
  const model = modelOf({
    provider: PROVIDER,
    data: { aws_kms_key: { d: { key_id: ID } } },
    resource: {
      aws_kms_key: { other: {}, k: { policy: "{}" } },
      aws_kms_alias: {
        a: { name: "alias/records", target_key_id: "${aws_kms_key.k.key_id}" },
        b: { name: "alias/by-arn", target_key_id: "${aws_kms_key.k.arn}" },
      },
      aws_cloudwatch_log_group: { g: { name: "/net/flow", kms_key_id } },
    },
  });
  const { state, at } = model.log_groups[0]?.key ?? {};
  return { state, at };
}

const K = { state: "resolved", at: 1 };

it.each<[string, unknown, object]>([
  ["its ARN", "${aws_kms_key.k.arn}", K],
  ["its id", "${aws_kms_key.k.id}", K],
  ["its key id", "${aws_kms_key.k.key_id}", K],
  ["what an alias stands for", "${aws_kms_alias.a.target_key_arn}", K],
  ["what an alias stands for, by id", "${aws_kms_alias.a.target_key_id}", K],
  ["the ARN of an alias", "${aws_kms_alias.b.arn}", K],
  ["the name of an alias", "alias/records", K],
  ["the name of an alias, by reference", "${aws_kms_alias.a.name}", K],
  ["another attribute, which is no key", "${aws_kms_key.k.description}", { state: "unknown", at: -1 }],
  ["a key from elsewhere", `arn:aws:kms:eu-west-1:111122223333:key/${ID}`, { state: "external", at: -1 }],
  ["a data source", "${data.aws_kms_key.d.arn}", { state: "external", at: -1 }],
  ["a variable", "${var.key}", { state: "unknown", at: -1 }],
  ["nothing", null, { state: "none", at: -1 }],
])("a log group names its key by %s", (_, given, expected) => {
  expect(linkOf(given)).toEqual(expected);
});

it("a key is told what it encrypts for flow logs, each use once", () => {
  const model = modelOf({
    provider: PROVIDER,
    resource: {
      aws_kms_key: { k: { policy: '{"Statement":[]}' } },
      aws_cloudwatch_log_group: {
        g: { name: "/net/flow", kms_key_id: "${aws_kms_key.k.arn}" },
        unused: { name: "/app", kms_key_id: "${aws_kms_key.k.arn}" },
      },
      aws_s3_bucket: { b: { bucket: "records" } },
      aws_s3_bucket_server_side_encryption_configuration: {
        b: {
          bucket: "records",
          rule: {
            apply_server_side_encryption_by_default: {
              sse_algorithm: "aws:kms",
              kms_master_key_id: "${aws_kms_key.k.arn}",
            },
          },
        },
      },
      aws_flow_log: {
        a: { vpc_id: "vpc-1", log_destination: "${aws_cloudwatch_log_group.g.arn}" },
        b: { vpc_id: "vpc-1", log_destination_type: "s3", log_destination: "${aws_s3_bucket.b.arn}" },
        c: { vpc_id: "vpc-2", log_destination_type: "s3", log_destination: "${aws_s3_bucket.b.arn}" },
      },
    },
  });
  expect(model.keys[0]?.users).toMatchObject([
    { log_group: 0, bucket: -1, service: "logs.eu-west-1.amazonaws.com" },
    { log_group: -1, bucket: 0, service: "delivery.logs.amazonaws.com" },
  ]);
});

it("in China CloudWatch Logs has two names", () => {
  const statement = (Service: string) => ({
    Effect: "Allow",
    Principal: { Service },
    Action: "kms:*",
    Resource: "*",
  });
  const services = [
    "logs.cn-north-1.amazonaws.com.cn",
    "logs.cn-north-1.amazonaws.com",
    "logs.amazonaws.com",
    "ec2.amazonaws.com",
  ];
  const model = modelOf({
    provider: { aws: [{ region: "cn-north-1" }] },
    resource: {
      aws_kms_key: {
        k: { policy: JSON.stringify({ Version: "2012-10-17", Statement: services.map(statement) }) },
      },
      aws_cloudwatch_log_group: { g: { name: "/net/flow", kms_key_id: "${aws_kms_key.k.arn}" } },
      aws_flow_log: { a: { vpc_id: "vpc-1", log_destination: "${aws_cloudwatch_log_group.g.arn}" } },
    },
  });
  const document = model.documents[model.keys[0]?.users[0]?.policies[0]?.document ?? -1];
  expect(document?.statements.map(({ principals: [principal] }) => principal?.own)).toEqual([
    "yes",
    "yes",
    "unknown",
    "no",
  ]);
});
