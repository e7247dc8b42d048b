import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import {
  FlowLogQueries,
  FlowLogs,
  record,
  type FlowLogQueriesProps,
  type FlowLogsProps,
  type RecordFormat,
} from "../../../modules";
import { insightsTexts } from "../../../modules/query/answers";
import { QUESTIONS } from "../../../modules/query/questions";
import { refusalOf } from "../refusal-of";
import { names, synthesize, without, type Arguments } from "../synthesize";

const RICH = record.format([...record.default.fields, "pkt-dstaddr"]);

function made(
  of: Partial<FlowLogsProps> = {},
  props: Partial<FlowLogQueriesProps> = {},
): { queries: FlowLogQueries; definitions: Record<string, Arguments>; annotations: string[] } {
  let queries: FlowLogQueries | undefined;
  const synthesized = synthesize((stack) => {
    const flowLogs = new FlowLogs(stack, "flow-logs", { vpcId: "vpc-0a1b", ...of } as FlowLogsProps);
    queries = new FlowLogQueries(stack, "queries", { flowLogs, ...props });
  });
  if (queries === undefined) throw new Error("no queries were made");
  const definitions = Object.entries(synthesized.resource["aws_cloudwatch_query_definition"] ?? {});
  return {
    queries,
    definitions: Object.fromEntries(
      definitions.map(([name, args]) => [name.slice(name.lastIndexOf("_") + 1), without(args, "//")]),
    ),
    annotations: queries.node.metadata.map(({ data }) => String(data)),
  };
}

test("every question of the documents is a saved query of the log group, in a folder of the construct's path", () => {
  const { definitions } = made({ format: RICH });
  expect(Object.keys(definitions)).toEqual(QUESTIONS.map(({ id }) => id).sort());
  for (const { id, title } of QUESTIONS) {
    expect(definitions[id]).toMatchObject({
      name: `network/queries/${title}`,
      log_group_names: ["${aws_cloudwatch_log_group.flow-logs_011A679B.name}"],
    });
  }
});

test("the texts over AWS's own format, whose fields Insights discovers", () => {
  const { texts } = insightsTexts({ format: record.default, trafficType: "ALL", port: 443 });
  expect(Object.fromEntries(texts.map(({ id, query }) => [id, query]))).toMatchSnapshot();
});

test("over another format each begins with a parse of it", () => {
  const { texts } = insightsTexts({ format: RICH, trafficType: "ALL", port: 443 });
  expect(texts).toHaveLength(QUESTIONS.length);
  for (const { query } of texts) {
    expect(query.split("\n")[1]).toBe(record.insightsParse(RICH));
    expect(
      query
        .split("\n")
        .slice(2)
        .every((line) => line.startsWith("| ")),
    ).toBe(true);
  }
});

describe("each query names nothing but what is captured", () => {
  const formats: [string, RecordFormat][] = [
    ["default", record.default],
    ["security", record.security],
    ["troubleshooting", record.troubleshooting],
    ["cost", record.cost],
    ["transit gateway", record.transitGateway],
    ["two fields", record.format(["dstport", "srcaddr"])],
  ];
  /** Words of the language; everything else that looks like a name is a field or an alias of the query itself. */
  const LANGUAGE = new Set(
    "filter stats display sort limit desc by as and or not bin sum count count_distinct isIpv4InSubnet m h".split(
      " ",
    ),
  );

  test.each(formats)("%s", (_, format) => {
    const captured = new Set(format.fields.map((field) => record.insightsName(field)));
    for (const { query } of insightsTexts({ format, trafficType: "ALL", port: 443 }).texts) {
      const commands = query
        .split("\n")
        .filter((line) => !line.startsWith("#") && !line.startsWith("parse "));
      const text = commands.join("\n").replace(/"[^"]*"/g, "");
      const aliases = new Set([...text.matchAll(/ as (\w+)/g)].map(([, alias]) => alias));
      const words = [...text.matchAll(/@?[A-Za-z_]\w*/g)].map(([word]) => word);
      const strangers = words.filter(
        (word) => !LANGUAGE.has(word) && !aliases.has(word) && !captured.has(word) && word !== "@timestamp",
      );
      expect([query, strangers]).toEqual([query, []]);
    }
  });
});

describe("a question that the records cannot answer is not made, and says so", () => {
  test("for want of a field", () => {
    const { queries, definitions, annotations } = made();
    expect(queries.omitted).toEqual([
      { question: "original-destination", reason: "pkt-dstaddr is not captured; add to the format" },
    ]);
    expect(definitions).not.toHaveProperty("original-destination");
    expect(annotations).toContain(
      "no query original-destination: pkt-dstaddr is not captured; add to the format",
    );
  });

  test("for want of several", () => {
    const { queries } = made({ format: record.format(["srcaddr", "dstaddr", "bytes"]) });
    expect(queries.omitted).toContainEqual({
      question: "port-scan",
      reason: "action and dstport are not captured; add to the format",
    });
    expect(queries.definitions).toHaveLength(2);
  });

  test("for want of rejects", () => {
    const { queries, definitions } = made({ trafficType: "ACCEPT", format: RICH });
    expect(queries.omitted.map(({ question }) => question)).toEqual(
      QUESTIONS.filter(({ ofRejects }) => ofRejects).map(({ id }) => id),
    );
    expect(queries.omitted[0]?.reason).toBe(
      'trafficType is "ACCEPT", so that no reject is recorded; use "ALL"',
    );
    expect(Object.keys(definitions)).toContain("brute-force");
  });
});

test("the port of the question, and the folder, are the caller's", () => {
  const { definitions } = made({}, { port: 5432, name: "team/net" });
  expect(definitions["traffic-to-port"]).toMatchObject({
    name: "team/net/Traffic to a port",
    query_string: expect.stringContaining("| filter dstPort = 5432\n".slice(2, -1)) as string,
  });
});

test.each([
  [{ existing: { name: "/shared/flows" } }],
  [{ existing: { arn: "arn:aws:logs:eu-west-1:123456789012:log-group:/shared/flows" } }],
])("a log group that exists is asked by its name: %j", (logGroup) => {
  expect(made({ logGroup }).definitions["gaps"]).toMatchObject({
    log_group_names: ["/shared/flows"],
  });
});

test("a log group whose ARN only Terraform knows is asked by the name in it", () => {
  const { definitions } = made({
    logGroup: { existing: { arn: "${data.aws_cloudwatch_log_group.x.arn}" } },
  });
  expect(definitions["gaps"]).toMatchObject({
    log_group_names: ['${element(split(":log-group:", data.aws_cloudwatch_log_group.x.arn), 1)}'],
  });
});

test.each<[unknown, string]>([
  [undefined, "props is undefined; give at least { flowLogs }"],
  [{}, "flowLogs is undefined; give the FlowLogs whose records are asked"],
  [{ flowLogs: "all" }, 'flowLogs is "all"; give the FlowLogs whose records are asked'],
  [
    { flowlogs: 7 },
    "flowlogs is not a prop; use flowLogs\nflowLogs is undefined; give the FlowLogs whose records are asked",
  ],
])("queries of %j are refused", (props, expected) => {
  expect(refusalOf((stack) => new FlowLogQueries(stack, "queries", props as FlowLogQueriesProps))).toBe(
    expected,
  );
});

test.each<[Record<string, unknown>, string]>([
  [{ port: 70000 }, "port is 70000; give a whole number from 0 to 65535"],
  [{ port: "443" }, 'port is "443"; give a whole number from 0 to 65535'],
  [{ name: "a b" }, 'name is "a b"; give 1 to 200 letters, digits and _-./'],
  [{ athena: {} }, "athena is given, and the records are not in a bucket; leave it out"],
])("queries over a log group with %j are refused", (props, expected) => {
  const refused = refusalOf((stack) => {
    const flowLogs = new FlowLogs(stack, "flow-logs", { vpcId: "vpc-1" });
    new FlowLogQueries(stack, "queries", { flowLogs, ...props });
  });
  expect(refused).toBe(expected);
});

test("a delivery stream cannot be asked", () => {
  const refused = refusalOf((stack) => {
    const deliveryStream = { existing: { arn: "arn:aws:firehose:eu-west-1:123456789012:deliverystream/x" } };
    new FlowLogQueries(stack, "queries", {
      flowLogs: new FlowLogs(stack, "stream", { vpcId: "vpc-1", deliveryStream }),
    });
  });
  expect(refused).toBe(
    "flowLogs delivers to Firehose, where nothing can be asked; give one that delivers to CloudWatch Logs or S3",
  );
});

test("nothing is made for queries that are refused", () => {
  const synthesized = synthesize((stack) => {
    const flowLogs = new FlowLogs(stack, "flow-logs", { vpcId: "vpc-1" });
    expect(() => new FlowLogQueries(stack, "queries", { flowLogs, port: -1 })).toThrow("port is -1");
  });
  expect(names(synthesized, "aws_cloudwatch_query_definition")).toEqual([]);
});

test("a log group of another region than the provider's is refused, and made with its provider it is not", () => {
  const build = (given: "its provider" | "no provider") => (): string =>
    refusalOf((stack) => {
      const provider = new AwsProvider(stack, "us", { region: "us-east-1", alias: "us" });
      const flowLogs = new FlowLogs(stack, "flow-logs", { vpcId: "vpc-1", provider });
      new FlowLogQueries(stack, "queries", { flowLogs, ...(given === "its provider" && { provider }) });
    });
  expect(build("no provider")()).toBe(
    "provider is the default provider, and the log group is of provider aws.us; give that one",
  );
  expect(build("its provider")).toThrow("the props were accepted");
});
