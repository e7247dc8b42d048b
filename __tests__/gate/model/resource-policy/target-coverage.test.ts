import fc from "fast-check";

import { deliveredKeys, objectsIn } from "../../../../gate/model/bucket/delivered-keys";
import type { TargetReach } from "../../../../gate/model/model";
import { coverTarget } from "../../../../gate/model/resource-policy/target-coverage";
import type { Own, Text } from "../../../../gate/model/text/text";
import { OWN, OWN_UNKNOWN } from "../policy/world";

const BUCKET: Text = ["arn:aws:s3:::records"];

interface Target {
  prefix?: Text;
  own?: Own;
  hive?: boolean | undefined;
}

function reach(pattern: Text, { prefix = [], own = OWN, ...rest }: Target = {}): TargetReach | undefined {
  const hive = "hive" in rest ? rest.hive : false;
  const objects = objectsIn(BUCKET, deliveredKeys(prefix, own, hive));
  const { statements } = coverTarget(
    { patterns: [{ resources: [pattern], notResources: [] }] },
    { target: BUCKET, objects },
  );
  return statements[0]?.resources[0];
}

const unknown: Text = [{ key: "any", kind: "unknown", shown: "${var.any}" }];

const COVERED: [string, Text, TargetReach, Target?][] = [
  ["everything", ["*"], { itself: "yes", objects: "every" }],
  ["the bucket", BUCKET, { itself: "yes", objects: "none" }],
  ["the bucket by a prefix", ["arn:aws:s3:::rec*"], { itself: "yes", objects: "every" }],
  ["its objects", ["arn:aws:s3:::records/*"], { itself: "no", objects: "every" }],
  ["another bucket", ["arn:aws:s3:::other/*"], { itself: "no", objects: "none" }],
  ["another service", ["arn:aws:sqs:::records/*"], { itself: "no", objects: "none" }],
  ["what is no ARN", ["records/*"], { itself: "no", objects: "none" }],
  [
    "a day",
    ["arn:aws:s3:::records/AWSLogs/111122223333/vpcflowlogs/eu-west-1/2026/*"],
    { itself: "no", objects: "some" },
  ],
  [
    "the folders of days, however deep",
    ["arn:aws:s3:::records/AWSLogs/111122223333/vpcflowlogs/*/*/*/*/*"],
    { itself: "no", objects: "every" },
  ],
  [
    "a folder that is not known",
    ["arn:aws:s3:::records/", ...unknown, "/*"],
    { itself: "no", objects: "unknown" },
  ],
  [
    "an account that is not known",
    ["arn:aws:s3:::records/AWSLogs/111122223333/*"],
    { itself: "no", objects: "unknown" },
    { own: OWN_UNKNOWN },
  ],
  [
    "the own account by reference",
    ["arn:aws:s3:::records/AWSLogs/", ...OWN_UNKNOWN.account, "/*"],
    { itself: "no", objects: "every" },
    { own: { ...OWN_UNKNOWN, partition: ["aws"] } },
  ],
  [
    "a prefix",
    ["arn:aws:s3:::records/lake/AWSLogs/*"],
    { itself: "no", objects: "every" },
    { prefix: ["lake"] },
  ],
  [
    "a prefix that is not known",
    ["arn:aws:s3:::records/", ...unknown, "/AWSLogs/*"],
    { itself: "no", objects: "every" },
    { prefix: unknown },
  ],
  [
    "Hive partitions",
    ["arn:aws:s3:::records/AWSLogs/aws-account-id=111122223333/*"],
    { itself: "no", objects: "every" },
    { hive: true },
  ],
  [
    "Hive partitions for plain keys",
    ["arn:aws:s3:::records/AWSLogs/aws-account-id=111122223333/*"],
    { itself: "no", objects: "none" },
  ],
  [
    "one of two forms",
    ["arn:aws:s3:::records/AWSLogs/111122223333/*"],
    { itself: "no", objects: "unknown" },
    { hive: undefined },
  ],
  ["both forms", ["arn:aws:s3:::records/AWSLogs/*"], { itself: "no", objects: "every" }, { hive: undefined }],
];

it.each(COVERED.map(([name, pattern, expected, target = {}]) => ({ name, pattern, expected, target })))(
  "a pattern covers $name",
  ({ pattern, expected, target }) => {
    expect(reach(pattern, target)).toEqual(expected);
  },
);

/** Brute force: part by part as IAM compares ARNs, with regular expressions. */
function like(pattern: string, text: string): boolean {
  const [wanted, given] = [pattern.split(":"), text.split(":")];
  const parts = [...wanted.slice(0, 5), wanted.slice(5).join(":")];
  const told = [...given.slice(0, 5), given.slice(5).join(":")];
  return parts.every((part, at) =>
    new RegExp(`^${part.replace(/[.+/]/g, "\\$&").replaceAll("*", "[^]*").replaceAll("?", "[^]")}$`).test(
      told[at] ?? "",
    ),
  );
}

it("what a pattern covers is what it matches, of a thousand patterns", () => {
  const piece = fc.constantFrom(
    "*",
    "?",
    "/",
    "AWSLogs",
    "111122223333",
    "vpcflowlogs",
    "eu-west-1",
    "records",
    "2026",
  );
  const pattern = fc.array(piece, { maxLength: 9 }).map((pieces) => `arn:aws:s3:::${pieces.join("")}`);
  const file = fc.stringMatching(/^[0-9]{4}\/[0-9]{2}\/[0-9]{2}\/[a-z0-9]{1,30}$/);
  fc.assert(
    fc.property(pattern, fc.array(file, { minLength: 8, maxLength: 8 }), (text, files) => {
      const found = reach([text]);
      const matched = files.map((name) =>
        like(text, `arn:aws:s3:::records/AWSLogs/111122223333/vpcflowlogs/eu-west-1/${name}`),
      );
      expect(found?.itself).toBe(like(text, "arn:aws:s3:::records") ? "yes" : "no");
      if (found?.objects === "every") expect(matched).not.toContain(false);
      if (found?.objects === "none") expect(matched).not.toContain(true);
      expect(found?.objects).not.toBe("unknown");
    }),
    { numRuns: 1000, seed: 3 },
  );
});
