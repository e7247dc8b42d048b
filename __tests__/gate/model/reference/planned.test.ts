import { buildModel } from "../../../../gate/model/build";
import type { Model } from "../../../../gate/model/model";
import { readDocuments } from "../../../../gate/read/read";
import { fixture, planText } from "../../read/plan/fixture";

function modelOf(text: string): Model {
  const { configuration, faults } = readDocuments([{ path: "plan.json", text }]);
  expect(faults).toEqual([]);
  return buildModel(configuration);
}

const flowLogs = (model: Model) => new Map(model.flow_logs.map((each) => [each.address, each]));
const IN_A = 'module.scoped["a"]';

describe("the graph of a plan", () => {
  const first = modelOf(fixture("shapes/first").text);
  const second = modelOf(fixture("shapes/second").text);

  test.each([
    ["first", first],
    ["second", second],
  ])("leads through modules and keys: %s plan", (_, model) => {
    const flowLog = flowLogs(model).get(`${IN_A}.aws_flow_log.this`);
    expect(model.log_groups[flowLog?.log_group.at ?? -1]?.address).toBe(
      `${IN_A}.aws_cloudwatch_log_group.this[0]`,
    );
    expect(model.roles[flowLog?.role.at ?? -1]?.address).toBe("module.writer.aws_iam_role.this");
    expect(model.scopes[flowLog?.scope.at ?? -1]?.ref?.address).toBe('aws_subnet.us["a"]');
  });

  test("knows ids of what is there, so that a literal id is the resource that has it", () => {
    const on = (model: Model) =>
      model.scopes[flowLogs(model).get("aws_flow_log.net")?.scope.at ?? -1]?.ref?.address;
    expect([on(first), on(second)]).toEqual(["aws_vpc.net", "aws_vpc.net"]);
  });

  test("takes the ARN of what is there from the plan", () => {
    expect(flowLogs(second).get(`${IN_A}.aws_flow_log.this`)?.log_group_arn).toBe(
      "arn:aws:logs:us-east-1:123456789012:log-group:/net/a",
    );
  });

  test("knows which group a destination is, and not its text, where it holds references alone", () => {
    const flowLog = flowLogs(first).get("aws_flow_log.net");
    expect(flowLog?.destination.state).toBe("unknown");
    expect(flowLog?.log_group.state).toBe("resolved");
  });

  test("waits for every instance of what it waits for", () => {
    const order = (model: Model, address: string) =>
      flowLogs(model)
        .get(address)
        ?.permissions.map((permission) => permission.order);
    expect(order(first, "aws_flow_log.net")).toEqual(["after"]);
    expect(order(first, `${IN_A}.aws_flow_log.this`)).toEqual(["not-after"]);
    expect(order(second, "aws_flow_log.net")).toEqual(["after"]);
  });
});

test("a local that is not known may be what the flow log waits for", () => {
  const plan = JSON.parse(
    planText({
      after: { log_destination_type: "cloud-watch-logs" },
      unknown: { iam_role_arn: true, log_destination: true },
      expressions: {
        iam_role_arn: { references: ["aws_iam_role.r.arn", "aws_iam_role.r"] },
        log_destination: { references: ["local.destination"] },
      },
    }),
  ) as { resource_changes: object[]; configuration: { root_module: { resources: object[] } } };
  const add = (type: string, name: string, after: object, expressions: object): void => {
    const resource = { mode: "managed", type, name, address: `${type}.${name}` };
    plan.resource_changes.push({ ...resource, change: { actions: ["create"], before: null, after } });
    plan.configuration.root_module.resources.push({ ...resource, expressions });
  };
  add("aws_iam_role", "r", { name: "r" }, {});
  add("aws_iam_role_policy", "p", { role: "r", policy: "{}" }, {});
  const [flowLog] = modelOf(JSON.stringify(plan)).flow_logs;
  expect(flowLog?.permissions.map(({ order }) => order)).toEqual(["unknown"]);
});
