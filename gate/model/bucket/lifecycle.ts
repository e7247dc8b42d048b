import { bodies, isObject } from "../../read/blocks";
import type { Attributes } from "../../read/resource";
import type { FlagValue, LifecycleRule, NumberValue } from "../model";
import type { Objects } from "../policy/policy-context";
import type { Resolver } from "../reference/resolver";
import type { Place } from "../reference/trace";
import { placeOf } from "../subject";
import { hasWildcard, matches, overlaps } from "../text/pattern";
import type { Text } from "../text/text";
import { joinText, literalOf } from "../text/text-parts";
import { readFlag, readNumber, readText } from "../value";
import type { BucketPart } from "./bucket-part";

type Reach = LifecycleRule["reaches"][number];

const UNKNOWN = { state: "unknown", given: "" } as const;

/** Rules of `aws_s3_bucket_lifecycle_configuration`, or of the block `lifecycle_rule` of the bucket itself. */
export function readLifecycle(
  resolver: Resolver,
  part: BucketPart,
  deliveries: readonly (readonly Objects[])[],
): LifecycleRule[] {
  const { attributes, type } = part.resource;
  const isOwn = type === "aws_s3_bucket";
  const rules = bodies(isOwn ? attributes.lifecycle_rule : attributes.rule);
  const isMade = (bodies(attributes.dynamic) ?? []).some((block) =>
    Object.hasOwn(block, isOwn ? "lifecycle_rule" : "rule"),
  );
  const read = (rules ?? []).map((rule) => readRule(resolver, part, rule, deliveries));
  return rules === undefined || isMade ? [...read, unknownRule(part, deliveries)] : read;
}

function readRule(
  resolver: Resolver,
  { resource, certain }: BucketPart,
  rule: Attributes,
  deliveries: readonly (readonly Objects[])[],
): LifecycleRule {
  const place = placeOf(resource);
  const enabled = Object.hasOwn(rule, "status")
    ? statusOf(readText(resolver, rule.status, place))
    : readFlag(resolver, rule.enabled, place);
  const expiration = bodies(rule.expiration);
  const [block, ...more] = expiration ?? [];
  const isUnread = expiration === undefined || more.length > 0;
  const filter = filterOf(rule, (raw) => (typeof raw === "string" ? resolver.text(raw, place) : NOT_KNOWN));
  return {
    source: resource.source,
    address: resource.address,
    certain,
    enabled,
    days: isUnread ? UNKNOWN : withoutZero(readNumber(resolver, block?.days, place)),
    former_days: formerDays(resolver, rule, place),
    dated: block !== undefined && isGiven(block.date),
    reaches: deliveries.map((keys) => reachOf(filter, keys)),
  };
}

/** A record has one former version at most, which `newer_noncurrent_versions` keeps. */
function formerDays(resolver: Resolver, rule: Attributes, place: Place): NumberValue {
  const blocks = bodies(rule.noncurrent_version_expiration);
  const [block, ...more] = blocks ?? [];
  if (blocks === undefined || more.length > 0) return UNKNOWN;
  const kept = withoutZero(readNumber(resolver, block?.newer_noncurrent_versions, place));
  if (kept.state === "known") return { state: "absent" };
  return kept.state === "absent"
    ? withoutZero(readNumber(resolver, block?.noncurrent_days ?? block?.days, place))
    : UNKNOWN;
}

/** The provider takes 0 for days that are not given. */
function withoutZero(days: NumberValue): NumberValue {
  return days.value === 0 ? { state: "absent" } : days;
}

function statusOf(status: ReturnType<typeof readText>): FlagValue {
  if (status.state !== "known")
    return status.given === undefined
      ? { state: status.state }
      : { state: status.state, given: status.given };
  return { state: "known", value: status.value === "Enabled" };
}

interface Filter {
  readonly prefix: Text;
  /** `none`: tags, which records have not. `unknown`: it hangs on their size, or cannot be read. */
  readonly rest: "every" | "none" | "unknown";
}

const NOT_KNOWN: Text = [{ key: "lifecycle prefix", kind: "unknown", shown: "PREFIX" }];
const BY_TAG = ["tag", "tags"];
const BY_SIZE = ["object_size_greater_than", "object_size_less_than"];

/** `prefix` of the rule, and `filter` with `prefix`, `tag`, sizes, or `and` around several of them. */
function filterOf(rule: Attributes, read: (raw: unknown) => Text): Filter {
  const filters = bodies(rule.filter);
  const ands = filters?.map(({ and }) => bodies(and)) ?? [];
  if (filters === undefined || ands.includes(undefined)) return { prefix: NOT_KNOWN, rest: "unknown" };
  const blocks = [rule, ...filters, ...ands.flatMap((and) => and ?? [])];
  const prefixes = blocks.flatMap(({ prefix }) => (isGiven(prefix) ? [read(prefix)] : []));
  const has = (names: readonly string[]): boolean =>
    blocks.some((block) => names.some((name) => isGiven(block[name]) && !isEmpty(block[name])));
  const rest = has(BY_TAG) ? "none" : has(BY_SIZE) || prefixes.length > 1 ? "unknown" : "every";
  return { prefix: prefixes[0] ?? [], rest };
}

function isGiven(raw: unknown): boolean {
  return raw !== undefined && raw !== null && raw !== "";
}

function isEmpty(raw: unknown): boolean {
  return (
    raw === 0 || (Array.isArray(raw) ? raw.length === 0 : isObject(raw) && Object.keys(raw).length === 0)
  );
}

function reachOf({ prefix, rest }: Filter, keys: readonly Objects[]): Reach {
  if (rest === "none") return "none";
  const reaches = keys.map((each) => prefixReach(prefix, each));
  const [first = "none", ...others] = reaches;
  const reach = others.every((other) => other === first) ? first : "unknown";
  return reach !== "none" && rest === "unknown" ? "unknown" : reach;
}

/** A prefix has no wildcards: what looks like one is in no key of a record. */
function prefixReach(prefix: Text, { prefix: start, samples }: Objects): Reach {
  if (hasWildcard(prefix)) return literalOf(prefix) === undefined ? "unknown" : "none";
  const pattern = joinText(prefix, ["*"]);
  const facts = samples.map((sample) => matches(pattern, sample));
  if (facts.every((fact) => fact === "yes")) return "every";
  const touched = overlaps(pattern, joinText(start, ["*"]));
  if (touched === "no") return "none";
  return touched === "yes" && !facts.includes("unknown") ? "some" : "unknown";
}

function unknownRule({ resource, certain }: BucketPart, deliveries: readonly unknown[]): LifecycleRule {
  const { source, address } = resource;
  const reaches = deliveries.map((): Reach => "unknown");
  return {
    source,
    address,
    certain,
    enabled: UNKNOWN,
    days: UNKNOWN,
    former_days: UNKNOWN,
    dated: false,
    reaches,
  };
}
