import { DELIVERY, LOG_GROUP } from "./storage-world";
import { ACCOUNT, hold, policy, REGION, type World } from "./world";

const KEY = "${aws_kms_key.k.arn}";
const USE = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"];
const LOGS = { Service: `logs.${REGION}.amazonaws.com` };
const ROOT = {
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
  Action: "kms:*",
  Resource: "*",
};

/** A statement that lets CloudWatch Logs use a key for the log group. */
function encryptingGroup(changes: object = {}): object {
  const Condition = { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": LOG_GROUP } };
  return { Effect: "Allow", Principal: LOGS, Action: USE, Resource: "*", Condition, ...changes };
}

/** A log group with a key that has these statements beside that of the root. */
function group(statements: unknown, changes: World = {}): World {
  return {
    ...changes,
    logGroup: { kms_key_id: KEY, ...changes.logGroup },
    also: { aws_kms_key: { k: { policy: policy(statements) } }, ...changes.also },
  };
}

const OTHERS = ["key-policy-denies-logs other-principal"];
const NEVER = ["key-policy-denies-logs condition-never-holds"];
const UNCLEAR = ["? key-policy-denies-logs not-certain"];

/** A log group with a key that lets the service in, and has these arguments. */
function keyOf(changes: object): World {
  const { also } = group([ROOT, encryptingGroup()]);
  return group([], { also: { aws_kms_key: { k: { ...also?.aws_kms_key?.k, ...changes } } } });
}

hold("the key itself", [
  ["is enabled and symmetric", keyOf({ is_enabled: true, key_usage: "ENCRYPT_DECRYPT" }), []],
  ["is disabled", keyOf({ is_enabled: false }), ["key-policy-denies-logs key-disabled"]],
  ["signs and verifies", keyOf({ key_usage: "SIGN_VERIFY" }), ["key-policy-denies-logs key-asymmetric"]],
  [
    "is asymmetric",
    keyOf({ customer_master_key_spec: "RSA_2048" }),
    ["key-policy-denies-logs key-asymmetric"],
  ],
  ["is in the log group's region", keyOf({ region: REGION }), []],
  ["is in another region", keyOf({ region: "us-east-1" }), ["key-policy-denies-logs other-region"]],
  [
    "may be in another region",
    keyOf({ region: "${var.region}" }),
    ["? key-policy-denies-logs region-unknown"],
  ],
  ["may be disabled", keyOf({ is_enabled: "${aws_x.y.on}" }), ["? key-policy-denies-logs fitness-unknown"]],
]);

const BY_REFERENCE = policy([
  ROOT,
  encryptingGroup({
    Condition: { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": "${aws_cloudwatch_log_group.g.arn}" } },
  }),
]);

hold("the key of a log group", [
  ["lets in CloudWatch Logs as AWS documents", group([ROOT, encryptingGroup()]), []],
  ...[{}, { AWS: [] }, { Service: [] }, { AWS: "" }].map((Principal): [string, World, string[]] => [
    `but not in a policy that AWS refuses for ${JSON.stringify(Principal)}`,
    group([ROOT, encryptingGroup(), encryptingGroup({ Principal })]),
    ["key-policy-denies-logs empty-principal"],
  ]),
  ["for every log group", group([ROOT, encryptingGroup({ Condition: undefined })]), []],
  [
    "for every log group of the account",
    group([
      ROOT,
      encryptingGroup({
        Condition: {
          ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${REGION}:${ACCOUNT}:*` },
        },
      }),
    ]),
    [],
  ],
  [
    "for this log group by reference, which the policy of the key itself cannot hold",
    group([], {
      also: { aws_kms_key: { k: {} }, aws_kms_key_policy: { p: { key_id: KEY, policy: BY_REFERENCE } } },
    }),
    [],
  ],
  [
    "for this and others",
    group([
      ROOT,
      encryptingGroup({
        Condition: { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": [`${LOG_GROUP}-2`, LOG_GROUP] } },
      }),
    ]),
    [],
  ],
  ["with every action", group([encryptingGroup({ Action: "kms:*" })]), []],
  [
    "not without a policy",
    { logGroup: { kms_key_id: KEY }, also: { aws_kms_key: { k: {} } } },
    ["key-policy-denies-logs no-policy"],
  ],
  ["not through the account's root", group([ROOT]), OTHERS],
  [
    "not in another region",
    group([ROOT, encryptingGroup({ Principal: { Service: "logs.us-east-1.amazonaws.com" } })]),
    OTHERS,
  ],
  ["not as the delivery service", group([ROOT, encryptingGroup({ Principal: DELIVERY })]), OTHERS],
  [
    "perhaps without a region, which AWS does not document",
    group([ROOT, encryptingGroup({ Principal: { Service: "logs.amazonaws.com" } })]),
    UNCLEAR,
  ],
  [
    "not to decrypt alone",
    group([ROOT, encryptingGroup({ Action: "kms:Decrypt" })]),
    ["key-policy-denies-logs missing-action"],
  ],
  [
    "perhaps without what else AWS asks for",
    group([ROOT, encryptingGroup({ Action: ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"] })]),
    ["? key-policy-denies-logs partly-allowed"],
  ],
  [
    "not for another log group",
    group([
      ROOT,
      encryptingGroup({
        Condition: { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": `${LOG_GROUP}-2` } },
      }),
    ]),
    NEVER,
  ],
  [
    "not for a wildcard that is taken literally",
    group([
      ROOT,
      encryptingGroup({
        Condition: {
          StringEquals: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${REGION}:${ACCOUNT}:*` },
        },
      }),
    ]),
    NEVER,
  ],
  [
    "not for objects of S3",
    group([
      ROOT,
      encryptingGroup({ Condition: { ArnLike: { "kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::*" } } }),
    ]),
    NEVER,
  ],
  [
    "perhaps on a key that nobody knows",
    group([ROOT, encryptingGroup({ Condition: { StringEquals: { "kms:CallerAccount": ACCOUNT } } })]),
    UNCLEAR,
  ],
  [
    "not where it denies it",
    group([
      ROOT,
      encryptingGroup(),
      { Effect: "Deny", Principal: "*", Action: "kms:Encrypt", Resource: "*" },
    ]),
    ["key-policy-denies-logs explicit-deny"],
  ],
  [
    "not where it denies all but the root",
    group([
      encryptingGroup(),
      { Effect: "Deny", NotPrincipal: ROOT.Principal, Action: "kms:*", Resource: "*" },
    ]),
    ["key-policy-denies-logs explicit-deny"],
  ],
  [
    "not on another key",
    group([ROOT, encryptingGroup({ Resource: `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:x` })]),
    ["key-policy-denies-logs other-resource"],
  ],
  [
    "not where its policy cannot be read",
    group("${jsonencode({})}"),
    ["? key-policy-denies-logs policy-unread"],
  ],
  [
    "by an alias of it",
    group([ROOT, encryptingGroup()], {
      logGroup: { kms_key_id: "${aws_kms_alias.a.target_key_arn}" },
      also: {
        aws_kms_alias: { a: { name: "alias/records", target_key_id: "${aws_kms_key.k.key_id}" } },
        aws_kms_key: { k: { policy: policy([ROOT]) } },
      },
    }),
    OTHERS,
  ],
  [
    "that the input does not hold is undecided",
    { logGroup: { kms_key_id: `arn:aws:kms:${REGION}:${ACCOUNT}:key/1234` } },
    ["? key-policy-denies-logs key-not-in-input"],
  ],
  [
    "that is a variable is undecided",
    { logGroup: { kms_key_id: "${var.key}" } },
    ["? key-policy-denies-logs key-unknown"],
  ],
  ["that is null is none", { logGroup: { kms_key_id: null } }, []],
]);

hold("a key policy of its own", [
  [
    "lets the service in",
    {
      logGroup: { kms_key_id: KEY },
      also: {
        aws_kms_key: { k: {} },
        aws_kms_key_policy: {
          p: { key_id: "${aws_kms_key.k.id}", policy: policy([ROOT, encryptingGroup()]) },
        },
      },
    },
    [],
  ],
  [
    "takes the place of that in the key, or the other way round",
    group([ROOT], {
      also: {
        aws_kms_key: { k: { policy: policy([ROOT]) } },
        aws_kms_key_policy: {
          p: { key_id: "${aws_kms_key.k.key_id}", policy: policy([ROOT, encryptingGroup()]) },
        },
      },
    }),
    ["? key-policy-denies-logs several-policies"],
  ],
  [
    "may be that of any key, where its key is not known",
    group([ROOT, encryptingGroup()], {
      also: {
        aws_kms_key: { k: { policy: policy([ROOT, encryptingGroup()]) } },
        aws_kms_key_policy: { p: { key_id: "${var.key}", policy: policy([ROOT]) } },
      },
    }),
    ["? key-policy-denies-logs policy-unplaced"],
  ],
]);
