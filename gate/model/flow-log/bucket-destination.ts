import type { Resource } from "../../read/resource";
import type { Buckets } from "../bucket/buckets";
import type { Link, TextValue } from "../model";
import { splitArn } from "../policy/coverage/arn";
import type { Resolver } from "../reference/resolver";
import { placeOf } from "../subject";
import type { Text } from "../text/text";
import { isSettled, literalOf, shownText } from "../text/text-parts";

/** The bucket that a flow log writes to, and the prefix of its keys there. */
export interface BucketDestination {
  readonly bucket: Link;
  readonly prefix: TextValue;
}

/** Where a flow log writes to no bucket. */
export const NO_BUCKET: BucketDestination = {
  bucket: { state: "none", at: -1, given: "" },
  prefix: { state: "absent" },
};

/** Reads `arn:PARTITION:s3:::BUCKET/PREFIX/`. */
export function readBucketDestination(
  resolver: Resolver,
  buckets: Buckets,
  flowLog: Resource,
  raw: string,
): BucketDestination {
  const place = placeOf(flowLog);
  const named = buckets.directory.find(raw, place, ["arn"], (text) => splitKey(text)?.bucket);
  const at = named.state === "resolved" ? (buckets.positions.get(named.resource) ?? -1) : -1;
  const bucket: Link = { state: named.state, at, given: raw };
  if (flowLog.byReference?.has("log_destination") === true)
    return { bucket, prefix: { state: "unknown", given: raw } };
  const split = splitKey(resolver.text(raw, place));
  if (split === undefined || (at < 0 && !isSettled(split.bucket)))
    return { bucket, prefix: { state: at < 0 ? "unknown" : "absent", ...(at < 0 && { given: raw }) } };
  return { bucket, prefix: prefixOf(split.key) };
}

/** Splits at the first slash of the resource part. Undefined for what is no ARN of S3. */
export function splitKey(text: Text): { bucket: Text; key: Text } | undefined {
  const arn = splitArn(text);
  if (typeof arn !== "object" || literalOf(arn.service) !== "s3") return undefined;
  const at = text.findIndex((part) => typeof part === "string" && part.includes("/"));
  const run = text[at];
  if (typeof run !== "string") return { bucket: text, key: [] };
  const slash = run.indexOf("/");
  const [head, tail] = [run.slice(0, slash), run.slice(slash + 1)];
  return {
    bucket: head === "" ? text.slice(0, at) : [...text.slice(0, at), head],
    key: tail === "" ? text.slice(at + 1) : [tail, ...text.slice(at + 1)],
  };
}

function prefixOf(key: Text): TextValue {
  const literal = literalOf(key);
  if (literal === undefined) return { state: "unknown", given: shownText(key) };
  const value = literal.replace(/^\/+|\/+$/g, "");
  return value === "" ? { state: "absent" } : { state: "known", value };
}
