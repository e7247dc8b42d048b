import { type MatrixCase, notInPlansOfHcl, TRUST_UNREAD } from "../matrix-case";
import { later, policy, sound } from "../sound";
import { bucketArn, checking, denyingPlain, stored, writing } from "../storage";

/** A text that nobody knows before the apply. */
const text = (name: string): string => later(name, "a", "b");

type Stored = Parameters<typeof stored>[1];
type Sound = Parameters<typeof sound>[1];

const OPEN_PREFIX = "? destination-prefix-reserved unknown";
const OF_ANY_BUCKET = ["? bucket-policy-denies-delivery not-certain", OPEN_PREFIX];
const UNREAD = ["? bucket-insecure-transport policy-unread", "? bucket-policy-denies-delivery policy-unread"];

function inBucket(
  name: string,
  changes: Stored,
  findings: readonly string[],
  inPlansOfHcl: readonly string[] = [...OF_ANY_BUCKET, ...findings],
): MatrixCase {
  return {
    name,
    unapplied: "the value is there for the plan alone",
    terraform: stored(name, changes),
    findings,
    except: notInPlansOfHcl(...[...inPlansOfHcl].sort()),
  };
}

function inGroup(name: string, changes: Sound, ...findings: string[]): MatrixCase {
  return {
    name,
    unapplied: "the value is there for the plan alone",
    terraform: sound(name, changes),
    findings,
  };
}

const OF_ANY_TYPE = [
  "? delivery-not-granted destination-not-judged",
  "? delivery-role-unused destination-unknown",
  "? destination-mismatch type-unknown",
  "? destination-options-misplaced destination-unknown",
  "? privilege-wildcard-resource resource-unknown",
  "? trust-service-missing destination-not-judged",
];
const ENDING = "a computed destination given by references is taken for what they name";

/** What a plan itself does not know, in every place where a rule has to say so. */
export const LATER: readonly MatrixCase[] = [
  inBucket("latelifecycle", { lifecycle: { bucket: text("latelifecycle") } }, [
    "? bucket-lifecycle-missing lifecycle-unplaced",
  ]),
  inBucket("lateblock", { access: { bucket: text("lateblock") } }, ["? bucket-public block-unplaced"]),
  inBucket(
    "latesecond",
    {
      also: {
        aws_s3_bucket_policy: {
          latesecond_second: { bucket: text("latesecond"), policy: policy([checking("latesecond")]) },
        },
      },
    },
    ["? bucket-insecure-transport policy-unplaced", "? bucket-policy-denies-delivery policy-unplaced"],
    ["? bucket-insecure-transport policy-unplaced", ...OF_ANY_BUCKET],
  ),
  inBucket(
    "lateonly",
    {
      statements: null,
      also: {
        aws_s3_bucket_policy: {
          lateonly_policy: { bucket: text("lateonly"), policy: policy([checking("lateonly")]) },
        },
      },
    },
    ["? bucket-policy-unmanaged policy-unplaced"],
    ["? bucket-policy-unmanaged policy-unplaced", OPEN_PREFIX],
  ),
  inBucket(
    "lateunread",
    {
      statements: null,
      also: {
        aws_s3_bucket_policy: {
          lateunread_policy: {
            bucket: "${aws_s3_bucket.lateunread_bucket.id}",
            policy: text("lateunread"),
          },
        },
      },
    },
    UNREAD,
    [...UNREAD, OPEN_PREFIX],
  ),
  inBucket(
    "latedeny",
    {
      statements: [
        writing("latedeny"),
        checking("latedeny"),
        {
          ...denyingPlain("latedeny"),
          Resource: [bucketArn("latedeny"), "${aws_vpc.latedeny_vpc.id}"],
        },
      ],
    },
    ["? bucket-insecure-transport not-certain"],
    [...UNREAD, OPEN_PREFIX],
  ),
  {
    ...inBucket(
      "latekey",
      {
        also: {
          aws_s3_bucket_server_side_encryption_configuration: {
            latekey_encryption: {
              bucket: text("latekey"),
              rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: "AES256" }] }],
            },
          },
        },
      },
      ["? encryption-key-missing encryption-unplaced", "? key-policy-denies-logs encryption-unplaced"],
    ),
    settings: { encryption: { requireCustomerKey: true } },
  },
  inGroup("lateclass", { group: { log_group_class: text("lateclass") } }, "? log-class-unsupported unknown"),
  {
    ...inGroup(
      "latelong",
      { group: { retention_in_days: later("latelong", 30, 3653) } },
      "? retention-invalid unknown",
      "? retention-too-long unknown",
      "? retention-too-short unknown",
      "? retention-unset unknown",
    ),
    settings: { retention: { maximumDays: 400 } },
  },
  {
    ...inGroup(
      "latecustomer",
      { group: { kms_key_id: text("latecustomer") } },
      "? encryption-key-missing unknown",
      "? key-policy-denies-logs key-unknown",
    ),
    settings: { encryption: { requireCustomerKey: true } },
  },
  {
    ...inGroup("latetype", {
      flowLog: {
        log_destination: text("latetype"),
        log_destination_type: text("latetype"),
        destination_options: [{ file_format: "parquet" }],
      },
    }),
    findings: [...OF_ANY_TYPE, "? destination-arn-suffix unknown"].sort(),
    except: {
      "plan of JSON": { findings: OF_ANY_TYPE, because: ENDING },
      "plan of HCL": { findings: OF_ANY_TYPE, because: ENDING },
    },
  },
  inGroup(
    "laterole",
    {
      grant: null,
      also: {
        aws_iam_role_policy_attachment: {
          laterole_attachment: {
            role: text("laterole"),
            policy_arn: "arn:aws:iam::123456789012:policy/there",
          },
        },
      },
    },
    "? delivery-policy-unattached attachment-unknown",
    "? privilege-extra-policy policy-unknown",
  ),
  inGroup(
    "lateboundary",
    { role: { permissions_boundary: "arn:aws:iam::aws:policy/PowerUserAccess" } },
    "? delivery-not-granted boundary-not-judged",
  ),
  {
    ...inGroup(
      "lateanyboundary",
      { role: { permissions_boundary: text("lateanyboundary") } },
      "? delivery-not-granted boundary-not-judged",
      "? privilege-boundary-missing unknown",
    ),
    settings: { privilege: { requireBoundary: true } },
  },
  inGroup(
    "latevpc",
    {
      flowLog: {
        vpc_id: '${aws_vpc.latevpc_vpc.id != "" ? aws_vpc.latevpc_vpc.id : aws_vpc.latevpc_other.id}',
        traffic_type: "REJECT",
      },
      also: {
        aws_vpc: { latevpc_vpc: { cidr_block: "10.0.0.0/16" }, latevpc_other: { cidr_block: "10.1.0.0/16" } },
      },
    },
    "? capture-partial scope-unknown",
    "? capture-scope unknown",
    "? capture-uncovered flow-log-unplaced",
    "? capture-uncovered flow-log-unplaced",
  ),
  {
    ...inGroup(
      "lateformat",
      { flowLog: { log_format: text("lateformat") } },
      "? record-field-missing unknown",
      "? record-field-unknown unknown",
      "? record-format-unescaped unknown",
    ),
    settings: { capture: { requiredFields: ["pkt-dstaddr"] } },
  },
  {
    ...inGroup(
      "lateaction",
      {
        trust: [
          {
            Effect: "Allow",
            Principal: { Service: "vpc-flow-logs.amazonaws.com" },
            Action: "sts:${aws_vpc.lateaction_vpc.id}",
          },
        ],
      },
      "? trust-confused-deputy condition-unknown",
      "? trust-service-missing condition-unknown",
    ),
    except: notInPlansOfHcl(...TRUST_UNREAD),
  },
];
