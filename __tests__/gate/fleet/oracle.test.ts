import { check } from "../../../gate/check";
import { WORLDS } from "../judge/worlds";
import { CASES } from "../matrix/cases";
import { granting, policy } from "../matrix/sound";
import { bothReports, planOfFleet, representedIn, stackOf, stamp, type Terraform } from "./stamped";

/**
 * The oracle: whatever the first of a fleet stands for, the report is that of modelling and judging every resource.
 */
const DELIVERING = "to CloudWatch Logs";
const NAMES = ["alpha", "beta", "gamma", "delta"];
/** Names that start like one another, or differ in case alone. */
const TANGLED = ["n1", "n10", "N1", "n1_x"];

const world = (name: string): Terraform => WORLDS[DELIVERING]?.(name) ?? {};
const sound = NAMES.map((name) => world(name));

test("of flow logs that differ in names alone, one stands for all", () => {
  expect(representedIn(stackOf(sound))).toBe(3);
});

test("few are modelled sooner than compared", () => {
  expect(representedIn(stackOf(sound), 4)).toBe(0);
});

test.each(["json", "hcl"] as const)("the same from a real plan of %s", (kind) => {
  const plan = planOfFleet(kind, "kept", NAMES);
  expect(representedIn(plan)).toBe(3);
  const { fleets, oneByOne } = bothReports(plan);
  expect(fleets).toEqual(oneByOne);
  expect(fleets.flowLogs.map(({ address }) => address)).toEqual(
    NAMES.map((name) => `aws_flow_log.${name}_log`),
  );
});

test("250 flow logs of one construct are reported one by one, as if each had been modelled", () => {
  const stack = stackOf(Array.from({ length: 250 }, (_, at) => world(`team-${at}`)));
  expect(representedIn(stack, 200)).toBe(249);
  const report = check([stack], { today: "2026-11-21" });
  expect(report).toEqual(bothReports(stack).oneByOne);
  expect(report).toMatchObject({ verdict: "pass", judged: { flowLogs: 250, resources: 1250 } });
});

test("the one of 250 whose log group keeps records for a week is found, and no other", () => {
  const worlds = Array.from({ length: 250 }, (_, at) => world(`team-${at}`));
  const short = stamp(world("team-77"), '"retention_in_days":365', '"retention_in_days":7');
  const { findings } = check([stackOf(worlds.with(77, short))]);
  expect(findings.map(({ rule, address }) => `${rule} ${address}`)).toEqual([
    "retention-too-short aws_cloudwatch_log_group.team-77_group",
  ]);
});

test("each of 250 that keep records for a week is found", () => {
  const short = stamp(world("NAME"), '"retention_in_days":365', '"retention_in_days":7');
  const worlds = Array.from({ length: 250 }, (_, at) => stamp(short, "NAME", `team-${at}`));
  expect(check([stackOf(worlds)]).findings).toHaveLength(250);
});

describe.each(CASES)("$name", ({ name, terraform, settings }) => {
  const options = settings === undefined ? {} : { settings };
  const stamps = (names: readonly string[]): Terraform[] => names.map((each) => stamp(terraform, name, each));

  test.each([
    ["four times", stamps(NAMES)],
    ["under names that are alike", stamps(TANGLED)],
    ["beside a sound fleet", [...sound, ...stamps(["other"])]],
    [
      "under the name of one of a sound fleet",
      [...NAMES.map((each) => world(`${each}z`)), ...stamps(["alphaz"])],
    ],
  ])("%s", (_, parts) => {
    const { fleets, oneByOne } = bothReports(stackOf(parts), options);
    expect(fleets).toEqual(oneByOne);
  });
});

const DENIAL = policy([{ Effect: "Deny", Action: "logs:*", Resource: "*" }]);
const ROLE = "arn:aws:iam::123456789012:role";

/** What reaches into a fleet from outside, by a reference, by a literal name, or by a name that is put together. */
const REACHING: Readonly<Record<string, object>> = {
  "a policy on one of its roles, by name": {
    resource: { aws_iam_role_policy: { other: { role: "beta", policy: DENIAL } } },
  },
  "a policy on one of its roles, by reference": {
    resource: { aws_iam_role_policy: { other: { role: "${aws_iam_role.beta_role.name}", policy: DENIAL } } },
  },
  "a policy on one of its roles, by a name in a local": {
    resource: { aws_iam_role_policy: { other: { role: "${local.role}", policy: DENIAL } } },
    locals: { role: "beta" },
  },
  "a policy on one of its roles, by a name put together": {
    resource: { aws_iam_role_policy: { other: { role: "b${local.rest}", policy: DENIAL } } },
    locals: { rest: "eta" },
  },
  "a policy on one of its roles, by a name that is computed": {
    resource: { aws_iam_role_policy: { other: { role: '${join("", ["b", "eta"])}', policy: DENIAL } } },
  },
  "a policy on a role that nobody can tell": {
    resource: { aws_iam_role_policy: { other: { role: "${module.roles.name}", policy: DENIAL } } },
  },
  "a foreign policy on one of its roles": {
    resource: {
      aws_iam_role_policy_attachment: {
        other: { role: "beta", policy_arn: "arn:aws:iam::aws:policy/AdministratorAccess" },
      },
    },
  },
  "a list of the only policies of one of its roles": {
    resource: { aws_iam_role_policies_exclusive: { other: { role_name: "beta", policy_names: [] } } },
  },
  "a function that takes one of its roles": {
    resource: { aws_lambda_function: { other: { function_name: "other", role: `${ROLE}/beta` } } },
  },
  "a module that is given one of its roles": {
    module: { other: { source: "./other", role: "${aws_iam_role.beta_role.name}" } },
  },
  "a log group of the name of one of its own": {
    resource: { aws_cloudwatch_log_group: { other: { name: "/matrix/beta", retention_in_days: 1 } } },
  },
  "a second flow log that uses one of its roles and groups": {
    resource: {
      aws_flow_log: {
        other: {
          vpc_id: "${aws_vpc.beta_vpc.id}",
          traffic_type: "REJECT",
          iam_role_arn: `${ROLE}/beta`,
          log_destination: "arn:aws:logs:eu-west-1:123456789012:log-group:/matrix/beta",
        },
      },
    },
  },
  "a VPC without a flow log": { resource: { aws_vpc: { other: { cidr_block: "10.0.0.0/16" } } } },
  "a policy that hangs on no role": {
    resource: { aws_iam_policy: { other: { policy: policy([granting("beta")]) } } },
  },
  "a policy that passes roles by a pattern": {
    resource: {
      aws_iam_policy: {
        other: {
          policy: policy([
            { Effect: "Allow", Action: ["ec2:CreateFlowLogs", "iam:PassRole"], Resource: `${ROLE}/b*` },
          ]),
        },
      },
    },
  },
  "retention for the whole account": {
    resource: {
      aws_cloudwatch_log_account_policy: {
        other: { policy_name: "other", policy_type: "RETENTION_POLICY", policy_document: "{}" },
      },
    },
  },
  "an output of one of its flow logs": { output: { other: { value: "${aws_flow_log.beta_log.id}" } } },
};

test.each(Object.entries(REACHING))("beside a fleet, %s", (_, reaching) => {
  const { fleets, oneByOne } = bothReports(stackOf([...sound, reaching]));
  expect(fleets).toEqual(oneByOne);
});

test.each([
  [
    "settings",
    {
      settings: {
        waivers: [
          { rule: "retention-unset", address: "aws_flow_log.beta_log", reason: "r", until: "2027-01-01" },
        ],
      },
    },
  ],
  ["presets", { settings: { preset: "cis-aws-3.0" } }],
  ["settings that want a boundary", { settings: { privilege: { requireBoundary: true } } }],
])("under %s", (_, options) => {
  const { fleets, oneByOne } = bothReports(stackOf(sound), options);
  expect(fleets).toEqual(oneByOne);
});
