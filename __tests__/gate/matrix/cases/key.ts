import { DEFAULTED, type MatrixCase, UNTOLD } from "../matrix-case";
import { ACCOUNT, policy, REGION, sound } from "../sound";

const USE = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"];
/** Without it nobody can change the key any more, and AWS refuses it. */
const ROOT = {
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
  Action: "kms:*",
  Resource: "*",
};

/** A statement that lets CloudWatch Logs use the key. */
function encrypting(changes: object = {}): object {
  return {
    Effect: "Allow",
    Principal: { Service: `logs.${REGION}.amazonaws.com` },
    Action: USE,
    Resource: "*",
    ...changes,
  };
}

/** A log group and its key, with these arguments of the key. */
function keyed(name: string, key: object = {}, also: object = {}): MatrixCase["terraform"] {
  return sound(name, {
    group: { kms_key_id: `\${aws_kms_key.${name}_key.arn}` },
    also: {
      aws_kms_key: { [`${name}_key`]: { policy: policy([ROOT, encrypting()]), ...key } },
      ...also,
    },
  });
}

/** A log group whose key has a policy of these statements beside that of the root. */
function letting(name: string, statements: readonly object[], ...findings: string[]): MatrixCase {
  return { name, terraform: keyed(name, { policy: policy([ROOT, ...statements]) }), findings };
}

const FAULT = (cause: string): string => `key-policy-denies-logs ${cause}`;
const CONTEXT = "kms:EncryptionContext:aws:logs:arn";

export const KEYS: readonly MatrixCase[] = [
  letting("keylets", [encrypting()]),
  letting("keyroot", [], FAULT("other-principal")),
  letting("keydecrypt", [encrypting({ Action: "kms:Decrypt" })], FAULT("missing-action")),
  letting(
    "keypartly",
    [encrypting({ Action: ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"] })],
    `? ${FAULT("partly-allowed")}`,
  ),
  letting(
    "keydenied",
    [encrypting(), { Effect: "Deny", Principal: "*", Action: "kms:Encrypt", Resource: "*" }],
    FAULT("explicit-deny"),
  ),
  letting(
    "keycontext",
    [
      encrypting({
        Condition: { ArnEquals: { [CONTEXT]: `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/other` } },
      }),
    ],
    FAULT("condition-never-holds"),
  ),
  letting(
    "keyelsewhere",
    [encrypting({ Resource: `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/x` })],
    FAULT("other-resource"),
  ),
  letting(
    "keycaller",
    [encrypting({ Condition: { StringEquals: { "kms:CallerAccount": ACCOUNT } } })],
    `? ${FAULT("not-certain")}`,
  ),
  {
    ...letting("keynobody", [encrypting(), encrypting({ Principal: { AWS: "" } })], FAULT("empty-principal")),
    unapplied: "AWS takes no statement without principal",
  },
  {
    name: "keydefault",
    terraform: keyed("keydefault", { policy: undefined }),
    findings: [FAULT("no-policy")],
    except: DEFAULTED,
  },
  {
    name: "keyoff",
    terraform: keyed("keyoff", { is_enabled: false }),
    findings: [FAULT("key-disabled")],
  },
  {
    name: "keysigns",
    terraform: keyed("keysigns", { key_usage: "SIGN_VERIFY", customer_master_key_spec: "RSA_2048" }),
    findings: [FAULT("key-asymmetric")],
  },
  {
    name: "keyfar",
    terraform: keyed("keyfar", { provider: "aws.far" }),
    findings: [FAULT("other-region")],
  },
  {
    name: "keyuntold",
    terraform: keyed("keyuntold", { provider: "aws.untold" }),
    findings: [`? ${FAULT("region-unknown")}`],
    except: { state: { findings: [], because: "a state has no provider without region, and tells the ARN" } },
  },
  {
    name: "keyforeign",
    terraform: sound("keyforeign", {
      group: { kms_key_id: `arn:aws:kms:${REGION}:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab` },
    }),
    findings: [`? ${FAULT("key-not-in-input")}`],
  },
  {
    name: "keyapart",
    terraform: keyed(
      "keyapart",
      { policy: undefined },
      {
        aws_kms_key_policy: {
          keyapart_policy: {
            key_id: "${aws_kms_key.keyapart_key.id}",
            policy: policy([ROOT, encrypting()]),
          },
        },
      },
    ),
    findings: [],
    except: {
      state: {
        findings: [`? ${FAULT("several-policies")}`],
        because: "a state holds what the key said before its policy was written",
      },
    },
  },
  {
    name: "keytwice",
    terraform: keyed(
      "keytwice",
      {},
      {
        aws_kms_key_policy: {
          keytwice_policy: { key_id: "${aws_kms_key.keytwice_key.id}", policy: policy([ROOT]) },
        },
      },
    ),
    findings: [`? ${FAULT("several-policies")}`],
  },
];

/** What nobody knows of a key, or of whose policy it is. */
export const KEYS_OPEN: readonly MatrixCase[] = [
  {
    name: "keymaybeoff",
    terraform: keyed("keymaybeoff", { is_enabled: UNTOLD }),
    findings: [`? ${FAULT("fitness-unknown")}`],
  },
  {
    name: "keypolicyelsewhere",
    terraform: keyed(
      "keypolicyelsewhere",
      {},
      { aws_kms_key_policy: { keypolicyelsewhere_policy: { key_id: UNTOLD, policy: policy([ROOT]) } } },
    ),
    findings: [`? ${FAULT("policy-unplaced")}`],
  },
];
