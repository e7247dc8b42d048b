import type { World } from "./world";
import { ACCOUNT, DELIVERY, GROUP, GROUP_REF, REGION, hold, policy, writing } from "./world";

const named = (name: string): string => `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${name}`;
const on = (...resources: string[]): World => ({ permission: [writing(resources)] });
const NO = (cause: string): string => `delivery-not-granted ${cause}`;
const WIDE = (cause: string): string => `privilege-wildcard-resource ${cause}`;

hold("records arrive, and nothing is wrong, where all of delivery is allowed on", [
  ["the group and all in it", on(GROUP, `${GROUP}:*`), []],
  ["the group's ARN with :* alone", on(`${GROUP}:*`), []],
  ["the same by reference", on(`${GROUP_REF}:*`), []],
  ["the ARN made from the group's name", on(named("${aws_cloudwatch_log_group.g.name}:*")), []],
  ["the group and all its streams", on(GROUP, `${GROUP}:log-stream:*`), []],
  ["the group and the streams of network interfaces", on(GROUP, `${GROUP}:log-stream:eni-*`), []],
  ["the group and what starts as those do", on(GROUP, `${GROUP}:log-stream:en*`), []],
]);

hold("records do not arrive where all of delivery is allowed on", [
  ["the bare group", on(GROUP), [NO("missing-stream-suffix")]],
  [
    "the bare group by reference, from which Terraform trims the :*",
    on(GROUP_REF),
    [NO("missing-stream-suffix")],
  ],
  ["one stream", on(GROUP, `${GROUP}:log-stream:eni-0a1b2c3d4e5f60718`), [NO("missing-stream-suffix")]],
  ["some streams", on(GROUP, `${GROUP}:log-stream:*-reject`), [NO("missing-stream-suffix")]],
  ["streams whose name is empty", on(GROUP, `${GROUP}:log-stream:`), [NO("missing-stream-suffix")]],
  [
    "a form of ARN that no stream has",
    on(named("x").replace("log-group", "log-stream")),
    [NO("malformed-arn")],
  ],
  [
    "a tail that names nothing",
    on(GROUP, `${GROUP}:log-stream`),
    [NO("malformed-arn"), NO("missing-stream-suffix")],
  ],
  ["a name that is no ARN", on("/net/flow"), [NO("malformed-arn")]],
  ["another group", on(named("/net/other:*")), [NO("other-log-group")]],
  ["a namesake in other letters", on(named("/net/Flow:*")), [NO("other-log-group")]],
  ["a namesake in another region", on(GROUP.replace(REGION, "us-east-1") + ":*"), [NO("other-log-group")]],
  [
    "a namesake in another account",
    on(GROUP.replace(ACCOUNT, "999988887777") + ":*"),
    [NO("other-log-group")],
  ],
  [
    "a namesake in another partition",
    on(GROUP.replace("arn:aws:", "arn:aws-cn:") + ":*"),
    [NO("other-log-group")],
  ],
  ["a namesake without a region", on(GROUP.replace(REGION, "") + ":*"), [NO("other-log-group")]],
  ["a resource of another service", on("arn:aws:s3:::bucket/*"), [NO("other-log-group")]],
  ["groups of another prefix", on(named("/aws/*")), [NO("other-log-group"), WIDE("wildcard-name")]],
  [
    "groups whose name is as long, without their streams",
    on(named("/net/flo?")),
    [NO("missing-stream-suffix"), WIDE("wildcard-name")],
  ],
]);

hold("records arrive, and the role reaches too far, where all of delivery is allowed on", [
  ["everything", on("*"), [WIDE("any-resource")]],
  ["everything, written twice", on("**"), [WIDE("any-resource")]],
  ["every ARN", on("arn:*"), [WIDE("wildcard-scope")]],
  ["every log group", on("arn:aws:logs:*:*:log-group:*"), [WIDE("wildcard-scope")]],
  ["any region", on(GROUP.replace(REGION, "*") + ":*"), [WIDE("wildcard-scope")]],
  ["any account", on(GROUP.replace(ACCOUNT, "*") + ":*"), [WIDE("wildcard-scope")]],
  ["any partition", on(GROUP.replace("arn:aws:", "arn:*:") + ":*"), [WIDE("wildcard-scope")]],
  ["all of the own account", on(`arn:aws:logs:${REGION}:${ACCOUNT}:*`), [WIDE("wildcard-name")]],
  ["groups of the same prefix", on(named("/net/*")), [WIDE("wildcard-name")]],
  ["groups whose name starts with the own one's", on(`${GROUP}*`), [WIDE("wildcard-name")]],
  ["groups with one other letter", on(named("/net/flo?:*")), [WIDE("wildcard-name")]],
  ["another group beside its own", on(GROUP, `${GROUP}:*`, named("/net/other:*")), [WIDE("other-log-group")]],
]);

hold("whether records arrive cannot be told where all of delivery is allowed on", [
  [
    "the streams alone, which AWS does not say",
    on(`${GROUP}:log-stream:*`),
    ["? delivery-not-granted not-certain"],
  ],
  [
    "a variable",
    on("${var.r}"),
    ["? delivery-not-granted not-certain", "? privilege-wildcard-resource resource-unknown"],
  ],
  [
    "a group whose name is a variable",
    on(named("${var.n}:*")),
    ["? delivery-not-granted not-certain", "? privilege-wildcard-resource resource-unknown"],
  ],
]);

hold("what is known decides in spite of what is not:", [
  [
    "a variable beside the own group",
    on(GROUP, `${GROUP}:*`, "${var.r}"),
    ["? privilege-wildcard-resource resource-unknown"],
  ],
  ["a variable below another prefix", on(named("/other/${var.n}:*")), [NO("other-log-group")]],
]);

const allow = (action: unknown, resource: unknown = [GROUP, `${GROUP}:*`]): object => ({
  Effect: "Allow",
  Action: action,
  Resource: resource,
});
const deny = (resource: unknown, changes: object = {}): World => ({
  permission: [writing(), writing(resource, { Effect: "Deny", ...changes })],
});

hold("actions", [
  [
    "are compared without their case",
    { permission: [allow(DELIVERY.map((action) => action.toUpperCase()))] },
    [],
  ],
  ["may be allowed one by one", { permission: DELIVERY.map((action) => allow(action)) }, []],
  ["are all needed", { permission: [allow(DELIVERY.slice(0, 2))] }, [NO("missing-action")]],
  ["without a statement are missing", { permission: [] }, [NO("missing-action")]],
  [
    "may be allowed by NotAction",
    { permission: [{ Effect: "Allow", NotAction: "iam:*", Resource: `${GROUP}:*` }] },
    ["privilege-negated-element negated"],
  ],
  [
    "that NotAction names are not allowed",
    { permission: [{ Effect: "Allow", NotAction: "logs:Put*", Resource: `${GROUP}:*` }] },
    [NO("missing-action"), "privilege-negated-element negated"],
  ],
  [
    "may be allowed by NotResource",
    {
      permission: [{ Effect: "Allow", Action: DELIVERY, NotResource: "arn:aws:s3:::*" }],
    },
    ["privilege-negated-element negated"],
  ],
  [
    "on all but the own group are not allowed on it",
    { permission: [{ Effect: "Allow", Action: DELIVERY, NotResource: `${GROUP}:*` }] },
    [NO("other-log-group"), "privilege-negated-element negated"],
  ],
]);

hold("a Deny", [
  [
    "of everything wins, wherever it stands",
    { permission: [writing("*", { Effect: "Deny" }), writing()] },
    [NO("explicit-deny")],
  ],
  [
    "of one stream loses its records",
    deny(`${GROUP}:log-stream:eni-0a1b2c3d4e5f60718`),
    [NO("explicit-deny")],
  ],
  ["of streams that the service never names is no harm", deny(`${GROUP}:log-stream:test`), []],
  ["of another group is no harm", deny(`${GROUP}-other:*`), []],
  [
    "of a prefix is a Deny of what starts so",
    deny("arn:aws:logs:*:*:log-group:/net*"),
    [NO("explicit-deny")],
  ],
  [
    "of what delivery does not do is no harm",
    deny("*", { Action: ["logs:Delete*", "logs:CreateLogGroup", "logs:DescribeLogGroups"] }),
    [],
  ],
  ["of all but logs is no harm", deny("*", { Action: undefined, NotAction: "logs:*" }), []],
  [
    "of all but S3 denies delivery",
    deny("*", { Action: undefined, NotAction: "s3:*" }),
    [NO("explicit-deny")],
  ],
  [
    "of all but the own group is no harm",
    deny(undefined, { Action: "*", Resource: undefined, NotResource: [GROUP, `${GROUP}:*`] }),
    [],
  ],
  [
    "of all but the bare own group denies its streams",
    deny(undefined, { Action: "*", Resource: undefined, NotResource: GROUP }),
    [NO("explicit-deny")],
  ],
  [
    "of an action that is not known may be one of delivery",
    deny("*", { Action: "${var.a}" }),
    ["? delivery-not-granted not-certain"],
  ],
  ["of an action that is not known on a bucket is not", deny("arn:aws:s3:::b/*", { Action: "${var.a}" }), []],
  [
    "of everything on a resource that is not known may be the own group",
    deny("${var.r}"),
    ["? delivery-not-granted not-certain"],
  ],
]);

/** The policy of the one right world, attached as a managed one. */
const MANAGED: World = {
  permission: null,
  flowLog: { depends_on: ["aws_iam_role_policy_attachment.a"] },
  also: {
    aws_iam_policy: { w: { name: "w", policy: policy([writing()]) } },
    aws_iam_role_policy_attachment: {
      a: { role: "${aws_iam_role.r.name}", policy_arn: "${aws_iam_policy.w.arn}" },
    },
  },
};
const NOTHING = { name: "nothing", policy: policy([]) };

hold("whether a policy stays on a role that lists its policies itself", [
  [
    "an empty inline_policy takes off what aws_iam_role_policy adds",
    { role: { inline_policy: {} } },
    [`? ${NO("not-certain")}`],
  ],
  ["so does another inline_policy", { role: { inline_policy: [NOTHING] } }, [`? ${NO("not-certain")}`]],
  ["no inline_policy block leaves it", { role: { inline_policy: [] } }, []],
  ["managed_policy_arns leaves it", { role: { managed_policy_arns: [] } }, []],
  [
    "an empty managed_policy_arns takes off what is attached",
    { ...MANAGED, role: { managed_policy_arns: [] } },
    [`? ${NO("not-certain")}`],
  ],
  [
    "one that lists the policy keeps it",
    { ...MANAGED, role: { managed_policy_arns: ["${aws_iam_policy.w.arn}"] } },
    [],
  ],
  ["an inline_policy leaves what is attached", { ...MANAGED, role: { inline_policy: {} } }, []],
]);
