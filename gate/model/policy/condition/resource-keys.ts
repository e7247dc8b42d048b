/**
 * What the requests carry that policies of buckets and keys are read for: those of the delivery service and of
 * CloudWatch Logs, and anybody's without TLS. Presence of the keys is decided in `policies/iam/condition.rego`.
 */
import { matches } from "../../text/pattern";
import type { Atom, Text } from "../../text/text";
import { joinText, literalOf } from "../../text/text-parts";
import { matchesArn } from "../coverage/arn";
import type { PolicyContext } from "../policy-context";
import { accountFacts } from "./account-condition";
import {
  alwaysTrue,
  type Comparison,
  type ConditionFacts,
  EVERYTHING,
  forEverybody,
  isExact,
  MALFORMED,
  organisationFacts,
  type ReadKey,
  sameAs,
  UNKNOWN_FACTS,
} from "./compare";
import { LOG_DELIVERY, sourceArnFacts } from "./source-arn-condition";

/** Of every request that a service makes itself. */
const SERVICE_KEYS: readonly (readonly [string, ReadKey])[] = [
  ["aws:sourceaccount", (value, comparison, { own }) => accountFacts(value, comparison, own.account)],
  ["aws:sourcearn", (value, comparison, { own }) => sourceArnFacts(value, comparison, own, LOG_DELIVERY)],
  ["aws:sourceorgid", organisationFacts],
  ["aws:sourceorgpaths", organisationFacts],
  ["aws:securetransport", alwaysTrue],
  ["aws:principalisawsservice", alwaysTrue],
  ["aws:principalservicename", serviceNameFacts],
  ["aws:resourceaccount", ownerFacts],
  ["aws:principalaccount", (value) => neverOwn(value, /^\d{12}$/)],
  ["aws:principalarn", (value) => neverOwn(value, /^arn:[^:]*:(?:iam|sts)::\d{12}:/)],
  ["aws:sourcevpc", (value) => neverOwn(value, /^vpc-\w+$/)],
  ["aws:sourcevpce", (value) => neverOwn(value, /^vpce-\w+$/)],
  [
    "aws:requestedregion",
    (value, comparison, { request }) => nameFacts(request?.owner.region, value, comparison),
  ],
];

/** Of the requests by which the delivery service writes to a bucket. */
export const BUCKET_KEYS: ReadonlyMap<string, ReadKey> = new Map([
  ...SERVICE_KEYS,
  ["s3:x-amz-acl", (value, comparison) => nameFacts(["bucket-owner-full-control"], value, comparison)],
  ["s3:resourceaccount", ownerFacts],
  ["s3:tlsversion", tlsFacts],
]);

/** Of the requests by which a service encrypts records. */
export const KEY_KEYS: ReadonlyMap<string, ReadKey> = new Map([
  ...SERVICE_KEYS,
  ["kms:encryptioncontext:aws:logs:arn", encryptedFacts],
  ["kms:encryptioncontext:aws:s3:arn", encryptedFacts],
  [
    "kms:viaservice",
    (value, comparison, { request }) =>
      request === undefined
        ? UNKNOWN_FACTS
        : nameFacts(joinText(["s3."], request.owner.region, [".amazonaws.com"]), value, comparison),
  ],
]);

/** Of a request without TLS, whoever makes it. */
export const PLAIN_KEYS: ReadonlyMap<string, ReadKey> = new Map([
  ["aws:securetransport", (value: Text, comparison: Comparison) => nameFacts(["false"], value, comparison)],
]);

/** A value that a request carries as it is. */
function nameFacts(subject: Text | undefined, value: Text, comparison: Comparison): ConditionFacts {
  return subject === undefined ? UNKNOWN_FACTS : sameAs(subject, value, comparison, "");
}

function serviceNameFacts(value: Text, comparison: Comparison, { request }: PolicyContext): ConditionFacts {
  const facts = (request?.services ?? []).map((service) => sameAs(service, value, comparison, ""));
  return forEverybody(facts.find(({ own }) => own !== "no") ?? facts[0] ?? UNKNOWN_FACTS);
}

/** The account that the bucket or key is in. */
function ownerFacts(value: Text, comparison: Comparison, { request }: PolicyContext): ConditionFacts {
  return request === undefined ? UNKNOWN_FACTS : accountFacts(value, comparison, request.owner.account);
}

/** The principal is a service of AWS, which is in nobody's account and network; another pattern may match it by chance. */
function neverOwn(value: Text, form: RegExp): ConditionFacts {
  const literal = value
    .map((part) => (typeof part === "string" ? part : (STANDS_FOR[part.kind] ?? "?")))
    .join("");
  return form.test(literal) ? { own: "no", foreign: "unknown", flaw: "" } : UNKNOWN_FACTS;
}

const STANDS_FOR: Partial<Record<Atom["kind"], string>> = { account: "0".repeat(12), partition: "aws" };

/** AWS takes TLS 1.2 and later, and does not say which of them the service uses. */
function tlsFacts(value: Text, comparison: Comparison): ConditionFacts {
  const version = Number(literalOf(value) ?? "");
  if (!Number.isFinite(version) || literalOf(value) === "") return UNKNOWN_FACTS;
  const [least, most] = [1.2, 1.3];
  const holds = {
    below: [version > most, version > least],
    "up-to": [version >= most, version >= least],
    above: [version < least, version < most],
    "at-least": [version <= least, version <= most],
  };
  const [always, ever] = Object.hasOwn(holds, comparison) ? holds[comparison as keyof typeof holds] : [];
  if (always === undefined || ever === undefined) return UNKNOWN_FACTS;
  return { own: always ? "yes" : ever ? "unknown" : "no", foreign: "unknown", flaw: "" };
}

/** CloudWatch Logs gives the ARN of the log group without `:*`, S3 that of the object, or of the bucket with a bucket key. */
function encryptedFacts(value: Text, comparison: Comparison, { request }: PolicyContext): ConditionFacts {
  return request === undefined ? UNKNOWN_FACTS : arnFacts(request.encrypts, value, comparison);
}

function arnFacts(subjects: readonly Text[], value: Text, comparison: Comparison): ConditionFacts {
  if (/^\*+$/.test(literalOf(value) ?? "") && !isExact(comparison)) return EVERYTHING;
  if (subjects.length === 0) return UNKNOWN_FACTS;
  if (comparison === "boolean") return MALFORMED;
  const match = comparison === "arn" ? matchesArn : matches;
  const facts = subjects.map((subject) => match(value, subject));
  const own = facts.every((fact) => fact === "yes")
    ? "yes"
    : facts.every((fact) => fact === "no")
      ? "no"
      : "unknown";
  return { own, foreign: "unknown", flaw: "" };
}
