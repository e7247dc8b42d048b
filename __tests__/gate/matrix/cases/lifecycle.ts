import { type MatrixCase, notInPlansOfHcl } from "../matrix-case";
import { ACCOUNT } from "../sound";
import { stored } from "../storage";

const RULE = { id: "expire", status: "Enabled", filter: [{ prefix: "" }], expiration: [{ days: 400 }] };

/** What a first plan of HCL leaves open of every flow log to a bucket. */
const OF_ANY_BUCKET = [
  "? bucket-policy-denies-delivery not-certain",
  "? destination-prefix-reserved unknown",
] as const;

/** A case about what becomes of records in a bucket, which a first plan of HCL shows too. */
function kept(
  name: string,
  changes: { readonly rule?: object; readonly also?: object; readonly bucket?: object },
  ...findings: string[]
): MatrixCase {
  const { rule = {}, also, bucket } = changes;
  return {
    name,
    terraform: stored(name, {
      ...(bucket && { bucket }),
      lifecycle: { rule: [{ ...RULE, ...rule }] },
      also: { ...also },
    }),
    findings,
    except: notInPlansOfHcl(...[...OF_ANY_BUCKET, ...findings].sort()),
  };
}

function versioning(name: string): object {
  return {
    aws_s3_bucket_versioning: {
      [`${name}_versioning`]: {
        bucket: `\${aws_s3_bucket.${name}_bucket.id}`,
        versioning_configuration: [{ status: "Enabled" }],
      },
    },
  };
}

/** A second lifecycle, written after the first, so that what moto holds at the end is certain. */
function second(name: string, prefix: string): object {
  return {
    aws_s3_bucket_lifecycle_configuration: {
      [`${name}_second`]: {
        bucket: `\${aws_s3_bucket.${name}_bucket.id}`,
        rule: [{ ...RULE, id: "second", filter: [{ prefix }] }],
        depends_on: [`aws_s3_bucket_lifecycle_configuration.${name}_lifecycle`],
      },
    },
  };
}

const FAULT = (cause: string): string => `bucket-lifecycle-missing ${cause}`;

export const LIFECYCLES: readonly MatrixCase[] = [
  kept("lifeversions", { also: versioning("lifeversions") }, FAULT("versions-kept")),
  kept("lifeforgets", {
    rule: { noncurrent_version_expiration: [{ noncurrent_days: 30 }] },
    also: versioning("lifeforgets"),
  }),
  kept("lifelocked", { bucket: { object_lock_enabled: true } }, FAULT("versions-kept")),
  kept("lifetwice", { also: second("lifetwice", "tmp/") }, `? ${FAULT("several-lifecycles")}`),
  kept("lifebothexpire", { also: second("lifebothexpire", "") }),
  kept("lifeoff", { rule: { status: "Disabled" } }, FAULT("never-expires")),
  {
    ...kept("lifetmp", { rule: { filter: [{ prefix: "tmp/" }] } }, FAULT("never-expires")),
    except: notInPlansOfHcl(`? ${FAULT("not-certain")}`, ...OF_ANY_BUCKET),
  },
  {
    ...kept("lifeaccount", { rule: { filter: [{ prefix: `AWSLogs/${ACCOUNT}/` }] } }),
    except: notInPlansOfHcl(`? ${FAULT("not-certain")}`, ...OF_ANY_BUCKET),
  },
  kept("lifeday", { rule: { expiration: [{ date: "2030-01-01T00:00:00Z" }] } }, `? ${FAULT("on-a-day")}`),
  {
    ...kept(
      "lifesize",
      { rule: { filter: [{ object_size_greater_than: 1000 }] } },
      `? ${FAULT("not-certain")}`,
    ),
    unapplied: "moto forgets the size, for which the provider waits",
  },
];
