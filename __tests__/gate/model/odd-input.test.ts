import { grantOn, modelOf, TRUST } from "./world";

test("__proto__ and constructor are names like any other", () => {
  const name = ["__proto__", "constructor", "hasOwnProperty"];
  const each = (text: (name: string) => string) =>
    `{${name.map((key) => `"${key}":${text(key)}`).join(",")}}`;
  const resource: unknown = JSON.parse(`{
    "aws_cloudwatch_log_group": ${each((key) => JSON.stringify({ name: key }))},
    "aws_iam_role": ${each((key) => JSON.stringify({ name: key, assume_role_policy: TRUST }))},
    "aws_iam_role_policy": ${each((key) => JSON.stringify({ role: `\${aws_iam_role.${key}.id}`, policy: grantOn("*") }))},
    "aws_flow_log": ${each((key) =>
      JSON.stringify({
        vpc_id: "${local.constructor}",
        log_destination: `\${aws_cloudwatch_log_group.${key}.arn}`,
        iam_role_arn: `\${aws_iam_role.${key}.arn}`,
      }),
    )}
  }`);
  const model = modelOf({ resource: resource as Record<string, Record<string, object>> });
  expect(
    model.flow_logs.map(({ address, log_group, role, permissions, scope }) => [
      address.split(".")[1],
      log_group.at,
      role.at,
      permissions.length,
      scope.state,
    ]),
  ).toEqual(name.map((key, at) => [key, at, at, 1, "unknown"]));
});

test.each([5, true, "", "x", "${", "${}", "${a.b[", [], [null], [[5]], {}, { a: null }, { policy: {} }])(
  "%j in place of any argument is modelled, not thrown at",
  (odd) => {
    const each = (...names: string[]) => Object.fromEntries(names.map((name) => [name, odd]));
    const model = modelOf({
      provider: { aws: { ...each("assume_role", "allowed_account_ids"), region: "eu-west-1" } },
      locals: each("a"),
      data: { aws_iam_policy_document: { d: each("statement") }, aws_region: { r: each("name", "region") } },
      resource: {
        aws_vpc: { main: each("id") },
        aws_subnet: { a: each("vpc_id") },
        aws_cloudwatch_log_group: { flow: each("name", "retention_in_days", "log_group_class") },
        aws_iam_role: {
          flow: each(
            "name",
            "path",
            "assume_role_policy",
            "inline_policy",
            "dynamic",
            "managed_policy_arns",
            "permissions_boundary",
          ),
        },
        aws_iam_role_policy: { p: each("role", "policy", "name") },
        aws_iam_policy: { p: each("policy", "name", "path") },
        aws_iam_policy_attachment: { p: each("roles", "policy_arn") },
        aws_iam_role_policies_exclusive: { p: each("role_name", "policy_names") },
        aws_iam_role_policy_attachments_exclusive: { p: each("role_name", "policy_arns") },
        aws_cloudwatch_log_account_policy: { p: each("policy_type", "selection_criteria") },
        aws_flow_log: {
          flow: { ...each("log_destination", "log_destination_type", "log_format", "vpc_id", "tags") },
          second: {
            iam_role_arn: "${aws_iam_role.flow.arn}",
            ...each("subnet_id", "eni_id", "log_group_name"),
          },
          third: { iam_role_arn: odd },
        },
      },
    });
    expect(model.flow_logs).toHaveLength(3);
  },
);
