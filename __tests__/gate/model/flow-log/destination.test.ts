import { buildModel } from "../../../../gate/model/build";
import { readDocuments } from "../../../../gate/read/read";
import { flowLog, flowLogStack, modelOf } from "../world";

const BUCKETS = { aws_s3_bucket: { b: { bucket: "records" }, made: { bucket_prefix: "x" } } };
const facts = (log_destination: unknown) => {
  const changes = { log_destination_type: "s3", log_destination, iam_role_arn: null };
  const { bucket, prefix } = flowLog(modelOf(flowLogStack({ flowLog: changes, resource: BUCKETS })));
  return [bucket.state, bucket.at, prefix.state === "known" ? prefix.value : prefix.state];
};

describe("a flow log names its bucket and the prefix there", () => {
  test.each<[string, unknown, unknown[]]>([
    ["by reference", "${aws_s3_bucket.b.arn}", ["resolved", 0, "absent"]],
    ["by reference, with a prefix", "${aws_s3_bucket.b.arn}/net/flow/", ["resolved", 0, "net/flow"]],
    ["by reference, with a slash", "${aws_s3_bucket.b.arn}/", ["resolved", 0, "absent"]],
    ["by a name that the provider makes up", "${aws_s3_bucket.made.arn}/net", ["resolved", 1, "net"]],
    ["by ARN", "arn:aws:s3:::records/net", ["resolved", 0, "net"]],
    ["by an ARN made of its name", "arn:aws:s3:::${aws_s3_bucket.b.bucket}", ["resolved", 0, "absent"]],
    ["by the ARN of another", "arn:aws:s3:::other/net", ["external", -1, "net"]],
    ["with a prefix that is not known", "${aws_s3_bucket.b.arn}/${var.p}/", ["resolved", 0, "unknown"]],
    ["by a variable before a prefix", "arn:aws:s3:::${var.bucket}/net", ["unknown", -1, "unknown"]],
    ["by its name", "records", ["none", -1, "absent"]],
  ])("%s", (_, destination, expected) => {
    expect(facts(destination)).toEqual(expected);
  });
});

describe("a destination", () => {
  const ARN = "arn:aws:logs:eu-west-1:111122223333:log-group:/net";
  test.each<[string, unknown, string, string]>([
    ["of a log group is one", ARN, "logs", "other"],
    ["with :* is one of all streams", `${ARN}:*`, "logs", "all-streams"],
    ["of a stream is none", `${ARN}:log-stream:x`, "other", "other"],
    ["of a queue is none", "arn:aws:sqs:eu-west-1:111122223333:q", "other", "other"],
    ["of a role of the input is none", "${aws_iam_role.flow.arn}", "other", "other"],
    ["of a bucket's domain is none", "${aws_s3_bucket.b.bucket_domain_name}", "other", "other"],
    ["in a variable may be any", "${var.bucket}", "unknown", "unknown"],
    ["in a variable with :* ends so", "${var.group}:*", "unknown", "all-streams"],
    ["in an object may be any", { arn: ARN }, "unknown", "unknown"],
    ["that is empty is missing", "", "none", "none"],
    ["that is null is missing", null, "none", "none"],
  ])("%s", (_, destination, service, ending) => {
    const stack = flowLogStack({ flowLog: { log_destination: destination }, resource: BUCKETS });
    const { destination_service: is, destination_ending: ends } = flowLog(modelOf(stack));
    expect([is, ends]).toEqual([service, ending]);
  });

  test("of which only a reference is known says neither its prefix nor its end", () => {
    const stack = flowLogStack({
      flowLog: { log_destination_type: "s3", log_destination: "${aws_s3_bucket.b.arn}" },
      resource: BUCKETS,
    });
    const document = { path: "a.tf.json", text: JSON.stringify(stack) };
    const { configuration } = readDocuments([document]);
    const resources = configuration.resources.map((resource) =>
      resource.type === "aws_flow_log"
        ? { ...resource, byReference: new Set(["log_destination"]) }
        : resource,
    );
    expect(flowLog(buildModel({ ...configuration, resources }))).toMatchObject({
      destination: { state: "unknown" },
      destination_service: "s3",
      destination_ending: "by-reference",
      bucket: { state: "resolved", at: 0 },
      prefix: { state: "unknown" },
    });
  });
});

test.each<[unknown, object]>([
  [true, { state: "known", value: true }],
  ["true", { state: "known", value: true }],
  ["0", { state: "known", value: false }],
  [null, { state: "absent" }],
  ["${var.hourly}", { state: "unknown", given: "${var.hourly}" }],
  ["yes", { state: "wrong-type", given: "yes" }],
  [1, { state: "wrong-type", given: "1" }],
])("a flag of %j is read as Terraform reads it", (given, expected) => {
  const options = { destination_options: { per_hour_partition: given } };
  expect(flowLog(modelOf(flowLogStack({ flowLog: options }))).options.hourly).toEqual(expected);
});
