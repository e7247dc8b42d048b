import { judgedOf } from "../../../gate/judge/fleet/stand-in";
import { loadPolicy } from "../../../gate/judge/policy";
import { buildModel } from "../../../gate/model/build";
import { groupsOf } from "../../../gate/model/fleet/groups";
import { readDocuments } from "../../../gate/read/read";
import { stackOf, stamp, type Terraform } from "../fleet/stamped";
import { sound } from "../matrix/sound";

const policy = loadPolicy();

/** How many subjects each rule judges of each whole flow log of a stack; undefined for one that stands for itself alone. */
function judged(...parts: Terraform[]): (Record<string, number> | undefined)[] {
  const { configuration } = readDocuments([stackOf(parts)]);
  const counts = judgedOf(buildModel(configuration), {}, policy, groupsOf(configuration) ?? []);
  return counts.map((each) => each && Object.fromEntries(each.map((count, at) => [ruleAt(at), count])));
}

function ruleAt(position: number): string {
  return policy.rules[position]?.split("/")[2] ?? "";
}

test("a sound flow log may stand for others, by as many subjects as rules judge of it", () => {
  const [counts] = judged(sound("alpha"), sound("beta"));
  expect(counts).toMatchObject({ retention_unset: 1, delivery_not_granted: 1, capture_uncovered: 1 });
});

test("one of which there is a finding stands for itself alone", () => {
  const short = stamp(sound("beta"), "365", "7");
  expect(judged(sound("alpha"), short)).toEqual([expect.anything(), undefined]);
});

test("one that shares a thing with another by its literal name stands for itself alone", () => {
  const destination = "arn:aws:logs:eu-west-1:123456789012:log-group:/matrix/alpha";
  const sharing = sound("beta", {
    flowLog: { log_destination: destination },
    group: { name: "/matrix/alpha-2" },
  });
  expect(judged(sound("alpha"), sharing)).toEqual([undefined, undefined]);
});

test("none stands for others where a policy may be on any role", () => {
  const loose = { resource: { aws_iam_role_policy: { other: { role: "${module.a.role}", policy: "{}" } } } };
  expect(judged(sound("alpha"), loose)).toEqual([undefined]);
});

test("none stands for others where a flow log may be on any VPC", () => {
  const loose = sound("other", { flowLog: { vpc_id: "${module.a.vpc}" } });
  expect(judged(sound("alpha"), loose)).toEqual([undefined]);
});

test("none stands for others beside what every flow log is judged by", () => {
  const account = {
    resource: { aws_cloudwatch_log_account_policy: { other: { policy_type: "RETENTION_POLICY" } } },
  };
  expect(judged(sound("alpha"), account)).toEqual([undefined]);
});
