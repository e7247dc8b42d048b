import fc from "fast-check";

import { check } from "../../../gate/check";
import { ACCOUNT, REGION } from "./world";

/**
 * Bucket policies at random, judged end to end and by brute force: what AWS documents of policy evaluation, written
 * once more in another way and for one certain request.
 */
interface Written {
  Effect: "Allow" | "Deny";
  Principal?: unknown;
  NotPrincipal?: unknown;
  Action?: string | string[];
  NotAction?: string | string[];
  Resource?: string | string[];
  NotResource?: string | string[];
  Condition?: Record<string, Record<string, string | string[]>>;
}

interface Request {
  action: string;
  resource: string;
  context: Record<string, string>;
}

const SERVICE = "delivery.logs.amazonaws.com";
const CARRIED = {
  "aws:SourceAccount": ACCOUNT,
  "aws:SourceArn": `arn:aws:logs:${REGION}:${ACCOUNT}:delivery-of-a-flow-log`,
  "aws:SecureTransport": "true",
  "aws:PrincipalIsAWSService": "true",
  "aws:PrincipalServiceName": SERVICE,
};

/** Some records of a flow log: each of them has to arrive. */
function requestsOf(bucket: string): Request[] {
  const records = ["2026/11/21/a.log.gz", "2031/01/02/03/bcd.log.parquet"].map(
    (file) => `${bucket}/AWSLogs/${ACCOUNT}/vpcflowlogs/${REGION}/${file}`,
  );
  const acl = { ...CARRIED, "s3:x-amz-acl": "bucket-owner-full-control" };
  return [
    ...records.map((resource) => ({ action: "s3:PutObject", resource, context: acl })),
    { action: "s3:GetBucketAcl", resource: bucket, context: CARRIED },
  ];
}

const many = <T>(given: T | T[] | undefined): T[] =>
  given === undefined ? [] : Array.isArray(given) ? given : [given];

function like(pattern: string, text: string): boolean {
  const escaped = pattern
    .replace(/[\\^$.|+()[\]{}]/g, "\\$&")
    .replaceAll("*", "[^]*")
    .replaceAll("?", "[^]");
  return new RegExp(`^${escaped}$`).test(text);
}

function names(principal: unknown): boolean {
  if (principal === "*") return true;
  const { AWS, Service } = principal as { AWS?: string; Service?: string | string[] };
  return AWS === "*" || many(Service).includes(SERVICE);
}

function compare(operator: string, wanted: string, actual: string): boolean {
  if (operator.startsWith("Bool")) return wanted.toLowerCase() === actual;
  return operator.startsWith("StringEquals") || operator.startsWith("StringNotEquals")
    ? wanted === actual
    : like(wanted, actual);
}

function holds(test: string, wanted: string[], actual: string | undefined): boolean {
  if (test === "Null") return wanted.includes(actual === undefined ? "true" : "false");
  const optional = test.endsWith("IfExists");
  const operator = test.replace(/IfExists$/, "");
  if (actual === undefined) return optional || operator.includes("Not");
  const matched = wanted.some((value) => compare(operator, value, actual));
  return operator.includes("Not") ? !matched : matched;
}

function applies(statement: Written, { action, resource, context }: Request): boolean {
  const acts = (patterns: string | string[] | undefined) =>
    many(patterns).some((pattern) => like(pattern.toLowerCase(), action.toLowerCase()));
  const reaches = (patterns: string | string[] | undefined) =>
    many(patterns).some((pattern) => like(pattern, resource));
  const conditions = Object.entries(statement.Condition ?? {}).flatMap(([test, keys]) =>
    Object.entries(keys).map(([key, values]) => holds(test, many(values), context[key])),
  );
  return (
    (statement.Principal === undefined ? !names(statement.NotPrincipal) : names(statement.Principal)) &&
    (statement.Action === undefined ? !acts(statement.NotAction) : acts(statement.Action)) &&
    (statement.Resource === undefined ? !reaches(statement.NotResource) : reaches(statement.Resource)) &&
    conditions.every((condition) => condition)
  );
}

function allows(statements: readonly Written[], bucket: string): boolean {
  return requestsOf(bucket).every((request) => {
    const applying = statements.filter((statement) => applies(statement, request));
    return applying.length > 0 && applying.every(({ Effect }) => Effect === "Allow");
  });
}

const principal = fc.constantFrom<unknown>(
  "*",
  { AWS: "*" },
  { AWS: `arn:aws:iam::${ACCOUNT}:root` },
  { Service: SERVICE },
  { Service: SERVICE },
  { Service: [SERVICE, "ec2.amazonaws.com"] },
  { Service: "vpc-flow-logs.amazonaws.com" },
);
const action = fc.constantFrom<string | string[]>(
  "*",
  "s3:*",
  "s3:Put*",
  "s3:PutObject",
  "s3:?utobject",
  "s3:GetBucketAcl",
  "s3:GetObject",
  ["s3:PutObject", "s3:GetBucketAcl"],
);
const resource = (bucket: string) =>
  fc.constantFrom<string | string[]>(
    "*",
    bucket,
    `${bucket}*`,
    `${bucket}/*`,
    [bucket, `${bucket}/*`],
    [bucket, `${bucket}/AWSLogs/${ACCOUNT}/*`],
    `${bucket}/AWSLogs/*/vpcflowlogs/*`,
    `${bucket}/AWSLogs/1111????3333/*`,
    `${bucket}/AWSLogs/999999999999/*`,
    "arn:aws:s3:::*",
    "arn:aws:s3:::other/*",
  );
const text = (key: string, operators: string[], values: (string | string[])[]) =>
  fc
    .tuple(fc.constantFrom(...operators), fc.constantFrom(...values))
    .map(([operator, value]) => ({ [operator]: { [key]: value } }));
const EACH = [
  "StringEquals",
  "StringNotEquals",
  "StringLike",
  "StringNotLike",
  "StringEqualsIfExists",
  "StringNotEqualsIfExists",
];
const ARNS = ["ArnLike", "ArnNotLike", "ArnLikeIfExists", "ArnEquals"];
const condition = fc.oneof(
  fc.constant({}),
  text("aws:SourceAccount", EACH, [ACCOUNT, "999999999999", [ACCOUNT, "999999999999"]]),
  text("aws:SourceArn", ARNS, [
    `arn:aws:logs:${REGION}:${ACCOUNT}:*`,
    `arn:aws:logs:*:${ACCOUNT}:*`,
    `arn:aws:logs:us-east-1:${ACCOUNT}:*`,
    `arn:aws:ec2:${REGION}:${ACCOUNT}:vpc-flow-log/*`,
  ]),
  text("s3:x-amz-acl", EACH, [
    "bucket-owner-full-control",
    "private",
    ["private", "bucket-owner-full-control"],
  ]),
  text("aws:SecureTransport", ["Bool", "BoolIfExists"], ["true", "false", "True"]),
  text("aws:PrincipalIsAWSService", ["Bool", "BoolIfExists"], ["true", "false"]),
  text("aws:PrincipalOrgID", EACH, ["o-1"]),
  text("aws:SourceAccount", ["Null"], ["true", "false"]),
  text("aws:PrincipalOrgID", ["Null"], ["true", "false"]),
);
const either = <T>(name: string, value: fc.Arbitrary<T>) =>
  fc
    .tuple(fc.integer({ min: 0, max: 7 }), value)
    .map(([at, given]) => ({ [at === 0 ? `Not${name}` : name]: given }));
const statement = (bucket: string): fc.Arbitrary<Written> =>
  fc
    .record({
      Effect: fc.constantFrom<Written["Effect"]>("Allow", "Allow", "Allow", "Deny"),
      principal: either("Principal", principal),
      action: either("Action", action),
      resource: either("Resource", resource(bucket)),
      Condition: condition,
    })
    .map(({ principal: who, action: what, resource: where, ...rest }) => ({
      ...rest,
      ...who,
      ...what,
      ...where,
    }));

/** Many buckets in one document, each with a policy of its own. */
function document(policies: readonly Written[][]): string {
  const each = <T>(make: (statements: Written[], at: number) => T) =>
    Object.fromEntries(policies.map((statements, at) => [`b${at}`, make(statements, at)]));
  return JSON.stringify({
    provider: { aws: [{ region: REGION, allowed_account_ids: [ACCOUNT] }] },
    resource: {
      aws_vpc: { v: {} },
      aws_s3_bucket: each((_, at) => ({ bucket: `records-${at}` })),
      aws_s3_bucket_policy: each((Statement, at) => ({
        bucket: `\${aws_s3_bucket.b${at}.id}`,
        policy: JSON.stringify({ Version: "2012-10-17", Statement }),
      })),
      aws_flow_log: each((_, at) => ({
        vpc_id: "${aws_vpc.v.id}",
        traffic_type: "ALL",
        log_destination_type: "s3",
        log_destination: `\${aws_s3_bucket.b${at}.arn}`,
      })),
    },
  });
}

const MANY = 40;

it("a bucket policy lets records in exactly where each request for them is allowed", () => {
  const seen = { allowed: 0, refused: 0 };
  const policies = fc.tuple(
    ...Array.from({ length: MANY }, (_, at) => {
      const bucket = `arn:aws:s3:::records-${at}`;
      const right: Written = {
        Effect: "Allow",
        Principal: { Service: SERVICE },
        Action: ["s3:PutObject", "s3:GetBucketAcl"],
        Resource: [bucket, `${bucket}/*`],
      };
      return fc
        .tuple(fc.boolean(), fc.array(statement(bucket), { minLength: 1, maxLength: 3 }))
        .map(([base, others]) => (base ? [right, ...others] : others));
    }),
  );
  fc.assert(
    fc.property(policies, (given) => {
      const { findings, errors } = check([{ path: "net.tf.json", text: document(given) }]);
      expect(errors).toEqual([]);
      const refused = new Set(
        findings
          .filter(({ rule }) => rule === "bucket-policy-denies-delivery")
          .map(({ address, verdict }) => `${verdict} ${address}`),
      );
      given.forEach((statements, at) => {
        const expected = allows(statements, `arn:aws:s3:::records-${at}`);
        seen[expected ? "allowed" : "refused"]++;
        expect([statements, !refused.has(`fail aws_s3_bucket.b${at}`)]).toEqual([statements, expected]);
        expect([statements, refused.has(`undecided aws_s3_bucket.b${at}`)]).toEqual([statements, false]);
      });
    }),
    { numRuns: 12, seed: 4 },
  );
  expect(Math.min(seen.allowed, seen.refused)).toBeGreaterThan(MANY);
});
