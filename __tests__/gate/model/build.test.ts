import { buildModel } from "../../../gate/model/build";
import { type Resource, UNKNOWN } from "../../../gate/read/resource";
import { flowLog, flowLogStack, GROUP, GROUP_ARN, grantOn, modelOf, role, subject, TRUST } from "./world";

test("a value that is known only after apply is unknown", () => {
  const resource: Resource = {
    source: 0,
    mode: "managed",
    type: "aws_flow_log",
    name: "flow",
    address: "aws_flow_log.flow",
    attributes: { vpc_id: UNKNOWN, traffic_type: UNKNOWN, log_destination: UNKNOWN, log_format: UNKNOWN },
    provider: "aws",
    dependsOn: [],
    exists: "unknown",
    constructPath: "network/flow",
    location: { path: "main.ts", line: 14 },
  };
  const source = {
    path: "plan.json",
    kind: "synth" as const,
    hash: "",
    providers: new Map(),
    locals: new Map(),
    outputs: new Map(),
    modules: new Map(),
    stackDependencies: [],
    changes: [],
  };
  expect(buildModel({ sources: [source], resources: [resource] }).flow_logs).toMatchObject([
    {
      construct_path: "network/flow",
      location: { path: "main.ts", line: 14 },
      exists: "unknown",
      traffic_type: { state: "unknown" },
      log_format: { state: "unknown" },
      log_group: { state: "unknown" },
      scope: { state: "unknown" },
    },
  ]);
});

test("filters are filed with their log group", () => {
  const model = modelOf(
    flowLogStack({
      resource: {
        aws_cloudwatch_log_metric_filter: {
          a: { log_group_name: "${aws_cloudwatch_log_group.flow.name}" },
          b: { log_group_name: "/other" },
        },
        aws_cloudwatch_log_subscription_filter: { c: { log_group_name: GROUP } },
      },
    }),
  );
  expect(model.log_groups[0]?.filters.map(({ address }) => address)).toEqual([
    "aws_cloudwatch_log_metric_filter.a",
    "aws_cloudwatch_log_subscription_filter.c",
  ]);
});

test("an account's retention policy reaches its region, and is selective when a criterion narrows it or its type is not known", () => {
  const model = modelOf(
    flowLogStack({
      resource: {
        aws_cloudwatch_log_account_policy: {
          all: { policy_type: "RETENTION_POLICY" },
          some: { policy_type: "RETENTION_POLICY", selection_criteria: "x" },
          perhaps: { policy_type: "${var.type}" },
          other: { policy_type: "DATA_PROTECTION_POLICY" },
          elsewhere: { policy_type: "RETENTION_POLICY", region: "us-east-1" },
        },
      },
    }),
  );
  expect(
    model.account_retentions.map(({ address, selective }) => [address.split(".")[1], selective]),
  ).toEqual([
    ["all", false],
    ["some", true],
    ["perhaps", true],
  ]);
});

describe("what a policy covers", () => {
  const policy = { aws_iam_role_policy: { write: { role: "flow", policy: grantOn(GROUP_ARN) } } };
  const stack = (changes: object, extra: object = {}) =>
    modelOf(
      flowLogStack({
        flowLog: { log_destination: GROUP_ARN, ...changes },
        resource: { ...policy, ...extra },
      }),
    );

  test("is told of a flow log's own group", () => {
    const model = stack({});
    const [permission] = flowLog(model).permissions;
    expect(model.coverages[permission?.coverage ?? -1]?.statements[0]?.resources).toEqual([
      { streams: "every", group: "yes", reach: "own", form: "group" },
    ]);
  });

  test("is not told of a group that is not known", () => {
    expect(flowLog(stack({ log_destination: "${var.group}" })).permissions[0]?.coverage).toBe(-1);
  });

  test("is told of the groups of all flow logs that share the role", () => {
    const model = stack(
      {},
      {
        aws_cloudwatch_log_group: { flow: { name: GROUP }, second: { name: "/second" } },
        aws_flow_log: {
          flow: { vpc_id: "vpc-1", log_destination: GROUP_ARN, iam_role_arn: "${aws_iam_role.flow.arn}" },
          second: {
            vpc_id: "vpc-2",
            log_destination: "${aws_cloudwatch_log_group.second.arn}",
            iam_role_arn: "${aws_iam_role.flow.arn}",
          },
        },
      },
    );
    const { flow_logs: flowLogs, permissions } = role(model);
    expect(flowLogs).toEqual([0, 1]);
    expect(model.coverages[permissions[0]?.coverage ?? -1]?.statements[0]?.resources[0]).toMatchObject({
      reach: "own",
    });
    const second = subject(model.flow_logs, "aws_flow_log.second");
    expect(model.coverages[second.permissions[0]?.coverage ?? -1]?.statements[0]?.resources[0]).toMatchObject(
      {
        reach: "other",
      },
    );
  });
});

test("equal documents and coverages stand once", () => {
  const names = ["a", "b", "c"];
  const each = (make: (name: string) => object) =>
    Object.fromEntries(names.map((name) => [name, make(name)]));
  const model = modelOf({
    provider: { aws: { region: "eu-west-1" } },
    resource: {
      aws_cloudwatch_log_group: each((name) => ({ name })),
      aws_iam_role: each((name) => ({ name, assume_role_policy: TRUST })),
      aws_iam_role_policy: each((name) => ({ role: name, policy: grantOn("*") })),
      aws_flow_log: each((name) => ({
        vpc_id: name,
        log_destination: `\${aws_cloudwatch_log_group.${name}.arn}`,
        iam_role_arn: `\${aws_iam_role.${name}.arn}`,
      })),
    },
  });
  expect([model.roles.length, model.documents.length, model.coverages.length]).toEqual([3, 2, 1]);
});

test("documents that differ in nothing but their resources stand once, the resources with each policy", () => {
  const stack = (resource: string) => ({
    ...flowLogStack({
      resource: { aws_iam_role_policy: { write: { role: "flow", policy: "${local.policy}" } } },
    }),
    locals: { policy: grantOn(resource) },
  });
  const model = modelOf({ ...stack("*"), name: "a" }, { ...stack(GROUP_ARN), name: "b" });
  const [a, b] = model.policies;
  expect(a?.document).toBe(b?.document);
  expect([a, b].map((policy) => policy?.resources[0]?.resources)).toEqual([["*:*"], [`${GROUP_ARN}:*`]]);
});

test("a policy document that is a data source is read through locals and references", () => {
  const statement = { actions: ["logs:PutLogEvents"], resources: ["${local.streams}"] };
  const stack = flowLogStack({
    data: { aws_iam_policy_document: { write: { statement } } },
    resource: {
      aws_iam_role_policy: {
        write: { role: "${aws_iam_role.flow.id}", policy: "${data.aws_iam_policy_document.write.json}" },
      },
    },
  });
  const model = modelOf({ ...stack, locals: { streams: "${aws_cloudwatch_log_group.flow.arn}:*" } });
  const [permission] = flowLog(model).permissions;
  expect(model.coverages[permission?.coverage ?? -1]?.statements[0]?.resources[0]).toMatchObject({
    streams: "every",
    reach: "own",
  });
});

test("what could not be placed and what is not read is filed with its source", () => {
  const stack = {
    ...flowLogStack({ flowLog: { vpc_id: "${var.vpc}" } }),
    module: { net: { source: "./net" } },
  };
  expect(modelOf(stack).sources).toEqual([
    {
      path: "cdktf.out/stacks/network/cdk.tf.json",
      kind: "synth",
      stack: "network",
      modules: ["module.net"],
      not_installed: [],
      unplaced_permissions: [],
      unplaced_flow_logs: [{ source: 0, address: "aws_flow_log.flow" }],
      unplaced_bucket_parts: [],
      unplaced_key_policies: [],
    },
  ]);
});
