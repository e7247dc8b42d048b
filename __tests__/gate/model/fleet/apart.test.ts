import { representedIn, stackOf, stamp, type Terraform } from "../../fleet/stamped";
import { trusting } from "../../matrix/sound";
import { delivering } from "./delivering";

/** Each guard of a fleet: what it keeps apart, though it looks like the others. */

const NAMES = ["alpha", "beta", "gamma", "delta"];
const [alpha, beta, gamma, delta] = NAMES.map((name) => delivering(name)) as [
  Terraform,
  Terraform,
  Terraform,
  Terraform,
];
const all = [alpha, beta, gamma, delta];
const each = (of: (name: string) => Terraform, names = NAMES): Terraform[] => names.map(of);

test("four flow logs of one make are a fleet: one stands for three", () => {
  expect(representedIn(stackOf(all))).toBe(3);
});

test.each<[string, number, Terraform[]]>([
  [
    "it is tagged as the first, and no other",
    0,
    ["one", "two", "three", "one"].map((tag, at) =>
      delivering(NAMES[at] ?? "", { group: { tags: { Name: `tag-${tag}` } } }),
    ),
  ],
  [
    "a policy is for the group of the first, and not for its own",
    0,
    [alpha, beta, gamma, stamp(delta, "log-group:/flow/delta", "log-group:/flow/alpha")],
  ],
  [
    "a policy names the group of another, too",
    1,
    [alpha, beta, gamma, stamp(delta, "log-group:/flow/delta:*", "log-group:/flow/delta:/beta")],
  ],
  [
    "a name stands in another path",
    2,
    [
      ...[alpha, beta, gamma].map((part) => stamp(part, "/flow/", "/zone/")),
      stamp(delta, "/flow/", "/other/"),
    ],
  ],
  [
    "a reference asks for another attribute",
    2,
    [alpha, beta, gamma, stamp(delta, "delta_role.arn", "delta_role.name")],
  ],
  ["it allows another action", 2, [alpha, beta, gamma, stamp(delta, "PutLogEvents", "DeleteLogGroup")]],
  ["it keeps records for another time", 2, [alpha, beta, gamma, stamp(delta, "365", "30")]],
  [
    "it refers to nothing that is there",
    2,
    [alpha, beta, gamma, stamp(delta, "aws_vpc.delta_vpc.id", "aws_vpc.other.id")],
  ],
  [
    "two of them are on one VPC",
    1,
    ["vpc-a", "vpc-b", "vpc-b", "vpc-d"].map((id, at) =>
      delivering(NAMES[at] ?? "", { flowLog: { vpc_id: id } }),
    ),
  ],
  ["two names differ in case alone", 1, each((name) => delivering(name), ["alpha", "Beta", "beta", "delta"])],
  ["a local says the name of one", 2, [...all, { locals: { name: "beta" } }]],
  [
    "another resource says the name of one",
    2,
    [...all, { resource: { aws_iam_role_policy: { other: { role: "beta", policy: "{}" } } } }],
  ],
  [
    "all of another kind say the name of one",
    5,
    [
      ...all,
      ...each((name) => delivering(name, { role: { description: "beta" } }), ["one", "two", "three", "four"]),
    ],
  ],
])("not one of the fleet: %s", (_, represented, parts) => {
  expect(representedIn(stackOf(parts))).toBe(represented);
});

const trust = (name: string): Terraform =>
  delivering(name, {
    trust: [
      trusting({
        Condition: { ArnLike: { "aws:SourceArn": `arn:aws:ec2:eu-west-1:123456789012:vpc/${name}` } },
      }),
    ],
  });

test.each<[string, Terraform[]]>([
  [
    "all are on one VPC that the input does not hold",
    each((name) => delivering(name, { flowLog: { vpc_id: "vpc-1" } })),
  ],
  [
    "all write to one bucket",
    each((name) => delivering(name, { flowLog: { log_destination: "arn:aws:s3:::all" } })),
  ],
  [
    "all take one role by its name",
    [
      ...each((name) =>
        stamp(delivering(name), `\${aws_iam_role.${name}_role.arn}`, "arn:aws:iam::1:role/all"),
      ),
    ],
  ],
  [
    "all use one key of the input",
    [
      ...each((name) => delivering(name, { group: { kms_key_id: "${aws_kms_key.all.arn}" } })),
      { resource: { aws_kms_key: { all: {} } } },
    ],
  ],
  ["descriptions say the name", each((name) => delivering(name, { role: { description: name } }))],
  [
    "a tag says what the traffic is",
    each((name) =>
      delivering(name, {
        vpc: { tags: { kind: name } },
        flowLog: { traffic_type: `\${aws_vpc.${name}_vpc.tags.kind}` },
      }),
    ),
  ],
  [
    "another attribute says what the role is called",
    each((name) => delivering(name, { role: { name: `\${aws_vpc.${name}_vpc.cidr_block}` } })),
  ],
  [
    "a policy asks the role what it does",
    each((name) => stamp(delivering(name), '"Allow', `"\${aws_iam_role.${name}_role.name}`)),
  ],
  [
    "policies are about log streams of the name",
    each((name) => stamp(delivering(name), `${name}:*`, `x:log-stream:${name}`)),
  ],
  [
    "policies say nothing of logs but in names",
    each((name) =>
      delivering(name, {
        grant: [
          {
            Effect: "Allow",
            Action: "s3:PutObject",
            Resource: `\${aws_cloudwatch_log_group.${name}_group.arn}`,
          },
        ],
      }),
    ),
  ],
  ["roles stand in a path that is no folder", each((name) => delivering(name, { role: { path: "/team-" } }))],
  [
    "tags name a role",
    each((name) => delivering(name, { group: { tags: { role: "arn:aws:iam::123456789012:role/all" } } })),
  ],
  [
    "no flow log uses the role",
    each((name) =>
      stamp(delivering(name), `\${aws_iam_role.${name}_role.arn}`, `arn:aws:iam::1:role/${name}`),
    ),
  ],
  ["roles trust by the name", each(trust)],
  ["roles have no policy of their own", each((name) => delivering(name, { grant: null }))],
  ["how many are made is counted", each((name) => delivering(name, { group: { count: 1 } }))],
  [
    "a value comes from elsewhere",
    [
      ...each((name) => delivering(name, { group: { kms_key_id: "${local.key}" } })),
      { locals: { key: "k" } },
    ],
  ],
  ["a name anywhere is put together", [...all, { locals: { a: "b", c: "be${local.a}" } }]],
  [
    "a name anywhere is computed",
    [...all, { resource: { aws_iam_role: { other: { name: "${lower(module.other.name)}" } } } }],
  ],
  [
    "a name anywhere is put together of two references",
    [...all, { resource: { aws_iam_role: { other: { name: "${local.a}${local.a}" } } }, locals: { a: "b" } }],
  ],
  [
    "a name anywhere is chosen",
    [...all, { resource: { aws_iam_role: { other: { name: "%{ if true }beta%{ endif }" } } } }],
  ],
  ["a pattern stands beside a letter", each((name) => stamp(delivering(name), `${name}:*`, `${name}*`))],
  ["a pattern stands for one character", each((name) => stamp(delivering(name), `${name}:*`, `${name}:?`))],
  [
    "policies hold variables",
    each((name) => stamp(delivering(name), `${name}:*`, `${name}:$\${aws:username}`)),
  ],
  ["policies are about roles", each((name) => stamp(delivering(name), "logs:PutLogEvents", "iam:PassRole"))],
  [
    "log groups are called by a pattern",
    each((name) => delivering(name, { group: { name: `/flow/${name}?` } })),
  ],
  ["names are numbers", NAMES.map((name, at) => delivering(name, { role: { name: String(at).repeat(4) } }))],
  [
    "all refer to what is not there",
    each((name) => delivering(name, { group: { kms_key_id: `\${aws_kms_key.${name}.arn}` } })),
  ],
  [
    "one starts like another name of its own",
    [delivering("alpha", { role: { name: "alphax" } }), delivering("beta", { role: { name: "zbeta" } })],
  ],
  ["one starts like what all have", [delivering("flo"), delivering("beta")]],
  ["what all have starts one", [delivering("flowers"), delivering("beta")]],
  [
    "one has one name where the other has two",
    [delivering("alpha", { role: { name: "omega" } }), delivering("beta")],
  ],
  [
    "one has two names where the other has one",
    [delivering("alpha"), delivering("beta", { role: { name: "omega" } })],
  ],
  [
    "policies allow what they are called",
    ["PutLogEvents", "DeleteLogGroup"].map((name) =>
      stamp(delivering(name), '"Action\\":\\"logs:PutLogEvents', `"Action\\":\\"logs:${name}`),
    ),
  ],
  [
    "policies are for the service that they are called after",
    each((name) => stamp(delivering(name), "arn:aws:logs:", `arn:aws:${name}:`)),
  ],
  [
    "a word of ARNs is a name",
    ["log-group", "beta"].map((name) => stamp(delivering(name), ":log-group:", `:${name}:`)),
  ],
  [
    "destinations are of the service that they are called after",
    each((name) =>
      delivering(name, {
        flowLog: {
          log_destination: `arn:aws:${name}:eu-west-1:123456789012:log-group:/flow/${name}`,
          depends_on: [`aws_cloudwatch_log_group.${name}_group`],
        },
      }),
    ),
  ],
  [
    "one is waived",
    [
      ...all,
      delivering("other", {
        group: {
          "//": { flowgate: { waive: [{ rule: "retention-unset", reason: "r", until: "2027-01-01" }] } },
        },
      }),
    ],
  ],
])("no fleet at all: %s", (_, parts) => {
  expect(representedIn(stackOf(parts))).toBe(0);
});
