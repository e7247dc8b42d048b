import { UNKNOWN } from "../../../../gate/read/resource";
import { fixture, planned, resourceOf } from "./fixture";

const first = fixture("shapes/first");
const GROUP = ["aws_cloudwatch_log_group.g.arn", "aws_cloudwatch_log_group.g"];

describe("what is known before the apply", () => {
  test("is literal: ${ and %{ are escaped", () => {
    const { attributes } = resourceOf(first, "aws_flow_log.net");
    expect(attributes.log_format).toBe("$${version} $${srcaddr} $${dstaddr} $${action}");
    expect(planned({ after: { log_format: "%{x} $${y}" } }).attributes.log_format).toBe("%%{x} $$${y}");
  });

  test("is literal in lists and maps too", () => {
    const { attributes } = planned({
      after: { tags: { a: ["${b}"], ["__proto__"]: "${c}" } },
    });
    expect(Object.entries(attributes.tags as object)).toEqual([
      ["a", ["$${b}"]],
      ["__proto__", "$${c}"],
    ]);
  });

  test('"" that nobody wrote is absent', () => {
    expect(
      planned({ after: { eni_id: "", subnet_id: "" }, expressions: { subnet_id: { constant_value: "" } } })
        .attributes,
    ).toEqual({ eni_id: null, subnet_id: "" });
  });

  test.each([
    ["inline_policy", [{ name: "old", policy: "{}" }]],
    ["managed_policy_arns", ["arn:aws:iam::aws:policy/AdministratorAccess"]],
  ])("%s of a role that is there counts only where the configuration sets it", (name, value) => {
    const role = (expressions: object, before: object | null, actions: string[]) =>
      planned({ type: "aws_iam_role", after: { [name]: value }, before, actions, expressions }).attributes[
        name
      ];
    expect(role({}, { [name]: value }, ["no-op"])).toBeNull();
    expect(role({}, { [name]: value }, ["update"])).toBeNull();
    expect(role({}, null, ["create"])).toEqual(value);
    expect(role({ [name]: { constant_value: value } }, { [name]: value }, ["no-op"])).toEqual(value);
  });
});

describe("what is unknown before the apply", () => {
  const destination = (expression: object) =>
    planned({ unknown: { log_destination: true }, expressions: { log_destination: expression } });

  test("is the raw text that a .tf.json leaves, read as a template", () => {
    const { attributes, byReference } = destination({
      constant_value: "${aws_cloudwatch_log_group.g.arn}:$${x}:*",
      references: GROUP,
    });
    expect(attributes.log_destination).toBe("${aws_cloudwatch_log_group.g.arn}:$${x}:*");
    expect(byReference).toBeUndefined();
  });

  test("is what a function in raw text makes of it, where that can be told", () => {
    const raw = "${jsonencode({ Resource = aws_cloudwatch_log_group.g.arn })}";
    expect(destination({ constant_value: raw, references: GROUP }).attributes.log_destination).toBe(
      '{"Resource":"${aws_cloudwatch_log_group.g.arn}"}',
    );
  });

  test("is the one thing that a .tf refers to, and text may stand around it", () => {
    const { attributes, byReference } = destination({ references: GROUP });
    expect(attributes.log_destination).toBe("${aws_cloudwatch_log_group.g.arn}");
    expect([...(byReference ?? [])]).toEqual(["log_destination"]);
  });

  test.each([
    ["two things", { references: [...GROUP, "aws_s3_bucket.b.arn", "aws_s3_bucket.b"] }],
    ["a local", { references: ["local.destination"] }],
    ["nothing that is said", {}],
    ["a function without references", { constant_value: "${timestamp()}" }],
  ])("is not known where it refers to %s", (_, expression) => {
    expect(destination(expression).attributes.log_destination).toBe(UNKNOWN);
  });

  test("a variable whose value is known does not make it unknown", () => {
    const { attributes } = planned({
      unknown: { log_destination: true },
      expressions: { log_destination: { references: ["var.create", ...GROUP] } },
      plan: { variables: { create: { value: true } } },
    });
    expect(attributes.log_destination).toBe("${aws_cloudwatch_log_group.g.arn}");
  });

  test("a name that is made from a reference is not known", () => {
    const group = planned({
      type: "aws_cloudwatch_log_group",
      unknown: { name: true },
      expressions: { name: { references: ["aws_vpc.v.id", "aws_vpc.v"] } },
    });
    expect(group.attributes.name).toBe(UNKNOWN);
  });

  test("a policy known only by references is not known, one of a document is that document's", () => {
    expect(resourceOf(first, "module.writer.aws_iam_role_policy.this").attributes.policy).toBe(UNKNOWN);
    expect(resourceOf(first, "aws_iam_role_policy.flow").attributes.policy).toBe(
      "${data.aws_iam_policy_document.write.json}",
    );
  });

  test("what the provider computes is absent", () => {
    expect(Object.keys(resourceOf(first, "aws_iam_role.flow").attributes)).not.toContain("inline_policy");
  });

  test("a block that a dynamic block may fill is not known", () => {
    expect(planned({ unknown: { destination_options: true } }).attributes.destination_options).toBe(UNKNOWN);
  });
});

describe("a document that Terraform reads during apply", () => {
  const { attributes } = resourceOf(first, "data.aws_iam_policy_document.write");

  test("shows its statements, and what the unknown resources refer to", () => {
    expect(attributes.statement).toEqual([
      expect.objectContaining({
        actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
        resources: ["${… aws_cloudwatch_log_group.flow.arn …}"],
      }),
      expect.objectContaining({ actions: ["logs:DescribeLogStreams"] }),
    ]);
  });

  test("holds nothing that the provider makes of it", () => {
    expect(Object.keys(attributes)).toEqual(["statement"]);
  });

  const statement = (resources: readonly (string | null)[], unknown: readonly boolean[], written: object) =>
    planned({
      type: "aws_iam_policy_document",
      after: { statement: [{ resources }] },
      unknown: { statement: [{ resources: unknown }] },
      expressions: { statement: [{ resources: written }] },
    }).attributes.statement;

  test("takes from raw text what is unknown, whatever order the set has", () => {
    const raw = ["${aws_cloudwatch_log_group.g.arn}:*", "arn:aws:s3:::b"];
    const written = { constant_value: raw, references: GROUP };
    expect(statement(["arn:aws:s3:::b", null], [false, true], written)).toEqual([
      { resources: ["arn:aws:s3:::b", "${aws_cloudwatch_log_group.g.arn}:*"] },
    ]);
  });

  test("is not known in an item that cannot be matched", () => {
    const written = { references: [...GROUP, "aws_vpc.v.id", "aws_vpc.v"] };
    expect(statement([null, null], [true, true], written)).toEqual([{ resources: [UNKNOWN, UNKNOWN] }]);
  });

  test("is matched block by block by what is known, where blocks have another order", () => {
    const block = (name: string) => ({
      name: { constant_value: name },
      policy: { constant_value: `\${aws_x.${name}.id}`, references: [`aws_x.${name}.id`] },
    });
    const { attributes: role } = planned({
      type: "aws_iam_role",
      after: { inline_policy: [{ name: "b" }, { name: "a" }] },
      unknown: { inline_policy: [{ policy: true }, { policy: true }] },
      expressions: { inline_policy: [block("a"), block("b")] },
    });
    expect(role.inline_policy).toEqual([
      { name: "b", policy: "${aws_x.b.id}" },
      { name: "a", policy: "${aws_x.a.id}" },
    ]);
  });
});

test("sensitive arguments are named, also where only a part is", () => {
  const { sensitive } = planned({
    after: { tags: { a: "b" }, log_format: "x", vpc_id: "y" },
    sensitive: { tags: { a: true }, log_format: true, vpc_id: false },
  });
  expect([...(sensitive ?? [])]).toEqual(["tags", "log_format"]);
});
