import type { CoverageTarget } from "../../../../gate/model/policy/coverage/coverage-target";
import { Documents } from "../../../../gate/model/permission/documents";
import { type ReadPolicy, readPolicy } from "../../../../gate/model/policy/read-policy";
import { Stamps } from "../../../../gate/model/policy/stamp";
import type { Text } from "../../../../gate/model/text/text";
import { contextOf, OWN_UNKNOWN, permission, policy, type World } from "./world";

const ARN = "arn:aws:logs:eu-west-1:111122223333:log-group:";
const NAMES = ["/fleet/one", "/fleet/two", "/fleet/three"];
const arnOf = (at: number): string => `${ARN}${NAMES[at] ?? ""}`;

/** What references to the ARNs of the fleet's log groups resolve to. */
const VALUES: Record<string, Text> = Object.fromEntries(
  NAMES.flatMap((name, at): [string, Text][] => [
    [`aws_cloudwatch_log_group.g${at}.arn`, [ARN + name]],
    [`module.m["k"].aws_cloudwatch_log_group.g[${at}].arn`, [ARN + name]],
    [
      `aws_cloudwatch_log_group.own${at}.arn`,
      ["arn:aws:logs:", ...OWN_UNKNOWN.region, `:1:log-group:${name}`],
    ],
    [`aws_cloudwatch_log_group.prefixed${at}.arn`, [`${ARN}p`, ...OWN_UNKNOWN.account]],
  ]),
);
const WORLD: World = { values: VALUES };

const on = (...resources: string[]): string => policy(permission({ Resource: resources }));

/** How the policies of a fleet are written: one text for each member. */
const FLEETS: Record<string, (at: number) => string> = {
  "names its log group": (at) => on(arnOf(at), `${arnOf(at)}:*`),
  "refers to its log group": (at) =>
    on(`\${aws_cloudwatch_log_group.g${at}.arn}`, `\${aws_cloudwatch_log_group.g${at}.arn}:log-stream:*`),
  "refers to a log group in a module, by a key": (at) =>
    on(`\${module.m["k"].aws_cloudwatch_log_group.g[${at}].arn}:*`).replaceAll('\\"', '"'),
  "refers to a log group in a region that is not known": (at) =>
    on(`\${aws_cloudwatch_log_group.own${at}.arn}:*`),
  "refers to a log group whose name is not known": (at) =>
    on(`\${aws_cloudwatch_log_group.prefixed${at}.arn}:*`),
  "refers to a log group that nobody knows": (at) => on(`\${aws_cloudwatch_log_group.none${at}.arn}:*`),
  "refers to one log group and names another": (at) =>
    on(`\${aws_cloudwatch_log_group.g${at}.arn}`, `${ARN}/another:*`),
  "refers to two log groups": (at) =>
    on(`\${aws_cloudwatch_log_group.g${at}.arn}`, "${aws_cloudwatch_log_group.g0.arn}:*"),
  "writes a reference that is none": (at) =>
    on(`$\${aws_cloudwatch_log_group.g${at}.arn}`, `\${aws_cloudwatch_log_group.g${at}.arn}:*`),
  "refers to it inside an expression": (at) =>
    on(`\${f({a={}},aws_cloudwatch_log_group.g${at}.arn)}:*`, `\${f({a={}},log-group:${NAMES[at]})}`),
  "has a condition": (at) =>
    policy(
      permission({
        Resource: `${arnOf(at)}:*`,
        Condition: { StringEquals: { "aws:ResourceTag/g": `log-group:${NAMES[at]}` } },
      }),
    ),
  "has its name in the Sid": (at) =>
    policy(permission({ Sid: `log-group:${NAMES[at]}`, Resource: arnOf(at) })),
  "is no JSON": (at) => `{ ${arnOf(at)} }`,
};

const target = (at: number): CoverageTarget => ({
  groups: [[arnOf(at)]],
  complete: true,
  streamPrefix: "eni-",
});

function factsOf({ text, document }: ReadPolicy, to: CoverageTarget): object {
  const documents = new Documents();
  const coverage = documents.coverages[documents.coverage(document, to)];
  const { model, written, patterns } = document ?? {};
  return { text, model, written, patterns, coverage };
}

describe("the policies of a fleet say what each says by itself", () => {
  test.each(Object.entries(FLEETS))("where each %s", (_, write) => {
    const stamps = new Stamps();
    const context = contextOf(WORLD);
    const facts = NAMES.flatMap((_, at) =>
      NAMES.map((_, other) => factsOf(stamps.decode(write(at), "0", context), target(other))),
    );
    const alone = NAMES.flatMap((_, at) =>
      NAMES.map((_, other) => factsOf(readPolicy(write(at), "permission", context), target(other))),
    );
    expect(facts).toEqual(alone);
  });
});

test.each(["names its log group", "refers to its log group", "refers to a log group in a module, by a key"])(
  "the policies of a fleet are decoded once, where each %s",
  (fleet) => {
    const stamps = new Stamps();
    const [first, second] = [0, 1].map((at) => stamps.decode(FLEETS[fleet]?.(at), "0", contextOf(WORLD)));
    expect(first?.document?.stamp).toBeDefined();
    expect(second?.document?.stamp?.document).toBe(first?.document?.stamp?.document);
  },
);
