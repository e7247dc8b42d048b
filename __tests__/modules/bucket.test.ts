import { FlowLogs, type FlowLogsProps } from "../../modules";
import { document } from "./documents";
import { only, synthesize, type Synthesized } from "./synthesize";

const VPC = "vpc-0123456789abcdef0";
const ACCOUNT = "${data.aws_caller_identity.flowgate.account_id}";
const REGION = "${data.aws_region.flowgate.id}";
const PARTITION = "${data.aws_partition.flowgate.partition}";
const BUCKET = `arn:${PARTITION}:s3:::vpc-flow-logs-${ACCOUNT}-${REGION}-5205e471`;

function made(props: FlowLogsProps): Synthesized {
  return synthesize((stack) => new FlowLogs(stack, "flow-logs", props));
}

interface Document {
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Resource: unknown;
    readonly Condition: Record<string, Record<string, unknown>>;
  }[];
}

function statements(synthesized: Synthesized): Document["Statement"] {
  return (document(only(synthesized, "aws_s3_bucket_policy"), "policy") as Document).Statement;
}

describe("one statement is a whole delivery to S3", () => {
  const synthesized = made({ vpcId: VPC, bucket: {} });
  const NAME = "flow-logs_011A679B";

  test("the flow log writes Parquet by the hour, without a role, once the policy stands", () => {
    expect(only(synthesized, "aws_flow_log")).toEqual({
      vpc_id: VPC,
      traffic_type: "ALL",
      max_aggregation_interval: 60,
      log_destination_type: "s3",
      log_destination: `\${aws_s3_bucket.${NAME}.arn}`,
      destination_options: {
        file_format: "parquet",
        hive_compatible_partitions: false,
        per_hour_partition: true,
      },
      depends_on: [`aws_s3_bucket_policy.${NAME}`],
    });
  });

  test("the bucket's name is its own in all of AWS, and Terraform does not empty it", () => {
    expect(only(synthesized, "aws_s3_bucket")).toEqual({
      bucket: `vpc-flow-logs-${ACCOUNT}-${REGION}-5205e471`,
    });
  });

  test("nobody makes it public, and no ACL has a say", () => {
    expect(only(synthesized, "aws_s3_bucket_public_access_block")).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(only(synthesized, "aws_s3_bucket_ownership_controls")).toMatchObject({
      rule: { object_ownership: "BucketOwnerEnforced" },
    });
  });

  test("records are encrypted, and gone after a year", () => {
    expect(only(synthesized, "aws_s3_bucket_server_side_encryption_configuration")).toMatchObject({
      rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } }],
    });
    expect(only(synthesized, "aws_s3_bucket_lifecycle_configuration")["rule"]).toEqual([
      {
        id: "records",
        status: "Enabled",
        filter: [{ prefix: "" }],
        expiration: [{ days: 365 }],
        abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
      },
    ]);
  });

  test("the delivery service may write the own account's flow logs, plain or Hive, and nobody may without TLS", () => {
    const condition = {
      StringEquals: { "aws:SourceAccount": ACCOUNT },
      ArnLike: { "aws:SourceArn": `arn:${PARTITION}:logs:${REGION}:${ACCOUNT}:*` },
    };
    expect(document(only(synthesized, "aws_s3_bucket_policy"), "policy")).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "AWSLogDeliveryWrite",
          Effect: "Allow",
          Principal: { Service: "delivery.logs.amazonaws.com" },
          Action: "s3:PutObject",
          Resource: [`${BUCKET}/AWSLogs/${ACCOUNT}/*`, `${BUCKET}/AWSLogs/aws-account-id=${ACCOUNT}/*`],
          Condition: {
            StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceAccount": ACCOUNT },
            ArnLike: condition.ArnLike,
          },
        },
        {
          Sid: "AWSLogDeliveryAclCheck",
          Effect: "Allow",
          Principal: { Service: "delivery.logs.amazonaws.com" },
          Action: ["s3:GetBucketAcl", "s3:ListBucket"],
          Resource: BUCKET,
          Condition: condition,
        },
        {
          Sid: "DenyInsecureTransport",
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: [BUCKET, `${BUCKET}/*`],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    });
  });

  test("the policy waits for the rest of the bucket, so that no record comes before its key", () => {
    expect(only(synthesized, "aws_s3_bucket_policy")["depends_on"]).toEqual([
      `aws_s3_bucket_public_access_block.${NAME}`,
      `aws_s3_bucket_ownership_controls.${NAME}`,
      `aws_s3_bucket_server_side_encryption_configuration.${NAME}`,
      `aws_s3_bucket_lifecycle_configuration.${NAME}`,
    ]);
  });

  test("nothing else is made", () => {
    expect(Object.keys(synthesized.resource).sort()).toEqual([
      "aws_flow_log",
      "aws_s3_bucket",
      "aws_s3_bucket_lifecycle_configuration",
      "aws_s3_bucket_ownership_controls",
      "aws_s3_bucket_policy",
      "aws_s3_bucket_public_access_block",
      "aws_s3_bucket_server_side_encryption_configuration",
    ]);
  });
});

test("every option of a new bucket reaches it", () => {
  const synthesized = made({
    vpcId: VPC,
    bucket: {
      name: "network-records",
      expireDays: 400,
      transitionDays: 90,
      transitionClass: "GLACIER_IR",
      forceDestroy: true,
      format: "text",
      hourly: false,
      hivePartitions: true,
      prefix: "network/flow-logs",
      aclCondition: false,
    },
    tags: { team: "network" },
  });
  expect(only(synthesized, "aws_s3_bucket")).toEqual({
    bucket: "network-records",
    force_destroy: true,
    tags: { team: "network" },
  });
  expect(only(synthesized, "aws_s3_bucket_lifecycle_configuration")["rule"]).toMatchObject([
    { expiration: [{ days: 400 }], transition: [{ days: 90, storage_class: "GLACIER_IR" }] },
  ]);
  expect(only(synthesized, "aws_flow_log")).toMatchObject({
    log_destination: "${aws_s3_bucket.flow-logs_011A679B.arn}/network/flow-logs/",
    destination_options: {
      file_format: "plain-text",
      hive_compatible_partitions: true,
      per_hour_partition: false,
    },
  });
  const [write] = statements(synthesized);
  const folder = `arn:${PARTITION}:s3:::network-records/network/flow-logs/AWSLogs`;
  expect(write?.Resource).toEqual([`${folder}/${ACCOUNT}/*`, `${folder}/aws-account-id=${ACCOUNT}/*`]);
  expect(write?.Condition["StringEquals"]).toEqual({ "aws:SourceAccount": ACCOUNT });
});

test("what must not be destroyed is refused by Terraform", () => {
  const synthesized = made({ vpcId: VPC, bucket: { preventDestroy: true } });
  expect(only(synthesized, "aws_s3_bucket")).toMatchObject({ lifecycle: { prevent_destroy: true } });
});

test("what was made can be reached", () => {
  synthesize((stack) => {
    const { bucket, destinationType } = new FlowLogs(stack, "flow-logs", {
      vpcId: VPC,
      bucket: { name: "records", prefix: "net", hivePartitions: true },
    });
    expect(destinationType).toBe("s3");
    expect(bucket.name).toBe("records");
    expect(bucket.layout).toEqual({
      fileFormat: "parquet",
      hourly: true,
      hivePartitions: true,
      prefix: "net",
    });
    expect(bucket.resource?.bucketInput).toBe("records");
  });
});
