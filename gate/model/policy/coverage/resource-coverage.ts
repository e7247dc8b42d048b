import type { ResourceCoverage } from "../../model";
import type { Ternary } from "../../text/pattern";
import { hasWildcard, matches, overlaps } from "../../text/pattern";
import type { Text } from "../../text/text";
import { isSettled, joinText, literalOf } from "../../text/text-parts";
import type { Arn } from "./arn";
import { allOf, scopeMatches, splitArn } from "./arn";
import type { CoverageTarget } from "./coverage-target";
import { NOT_KNOWN, NO_ARN, OTHER_RESOURCE } from "./coverage-facts";

type Streams = ResourceCoverage["streams"];

/** What one pattern reaches of one group. */
interface Touch {
  readonly streams: Streams;
  readonly group: Ternary;
  /** Is it this group that the pattern names, whether or not it is of use? */
  readonly named: Ternary;
}

/** Holds a pattern against each group. */
export function readResource(pattern: Text, target: CoverageTarget): ResourceCoverage {
  const arn = splitArn(pattern);
  if (arn === "malformed") return NO_ARN;
  if (arn === "unknown") return readUnsplit(pattern, target);
  const service = matches(arn.service, ["logs"]);
  if (service === "no") return OTHER_RESOURCE;
  const name = splitGroup(arn.resource);
  if (name === "malformed") return NO_ARN;
  if (name === "other") return OTHER_RESOURCE;
  if (name === "unknown") return NOT_KNOWN;
  const form = formOf(arn, name);
  if (form === "malformed") return NO_ARN;
  const touches = target.groups.map((group) => touchGroup(pattern, arn, name, group, target.streamPrefix));
  return settle(touches, form, target.complete);
}

/** `log-group:NAME`, and what follows the next colon. */
interface GroupPattern {
  readonly name: Text;
  /** Undefined for the bare group; never set where the name has a wildcard, which runs over colons. */
  readonly tail: Text | undefined;
}

/** Resources of CloudWatch Logs other than groups and streams (service authorization reference). */
const OTHER_TYPES = /^(?:destination|delivery|delivery-source|delivery-destination|anomaly-detector):/;

function splitGroup(resource: Text): GroupPattern | "malformed" | "other" | "unknown" {
  const [head = "", ...rest] = resource;
  if (typeof head === "object") return "unknown";
  if (!head.startsWith("log-group:")) {
    if (OTHER_TYPES.test(head)) return "other";
    const fits = overlaps(resource, ["log-group:*"]);
    if (fits === "no") return "malformed";
    return fits === "unknown" ? "unknown" : { name: resource, tail: undefined };
  }
  const text = joinText([head.slice("log-group:".length)], rest);
  const colon = text.findIndex((part) => typeof part === "string" && part.includes(":"));
  const run = text[colon];
  if (typeof run !== "string") return text.length === 0 ? "malformed" : { name: text, tail: undefined };
  const at = run.indexOf(":");
  const name = joinText(text.slice(0, colon), [run.slice(0, at)]);
  if (hasWildcard(name)) return { name: text, tail: undefined };
  if (name.length === 0) return "malformed";
  return { name, tail: joinText([run.slice(at + 1)], text.slice(colon + 1)) };
}

function formOf(arn: Arn, { name, tail }: GroupPattern): ResourceCoverage["form"] {
  const shape = hasWildcard(name)
    ? "wildcard-name"
    : tail === undefined
      ? "bare-group"
      : formOfTail(name, tail);
  const scope = [arn.partition, arn.service, arn.region, arn.account];
  return shape !== "malformed" && scope.some(hasWildcard) ? "wildcard-scope" : shape;
}

/** After `log-group:NAME:` stands `*` or `log-stream:` and a name; nothing else names anything. */
function formOfTail(name: Text, tail: Text): ResourceCoverage["form"] {
  if (/^\*+$/.test(literalOf(tail) ?? "")) return "group";
  if (overlaps(tail, ["log-stream:*"]) === "no") return isSettled(name) ? "malformed" : "unknown";
  if (hasWildcard(tail)) return "streams";
  return isSettled(tail) ? "one-stream" : "unknown";
}

function touchGroup(
  pattern: Text,
  arn: Arn,
  { name, tail }: GroupPattern,
  group: Text,
  streamPrefix: string,
): Touch {
  const own = splitArn(group);
  if (own === "malformed" || own === "unknown") return touchWhole(pattern, group, streamPrefix);
  const scope = scopeMatches(arn, own);
  if (hasWildcard(name)) {
    return within(scope, touchWhole(arn.resource, own.resource, streamPrefix));
  }
  const isOwn = allOf(scope, matches(joinText(["log-group:"], name), own.resource));
  if (isOwn !== "yes" && !isSettled(name))
    return within(scope, touchWhole(arn.resource, own.resource, streamPrefix));
  if (tail === undefined) return { streams: "none", group: isOwn, named: isOwn };
  const streams = streamsOf(tail, [`log-stream:${streamPrefix}`]);
  return within(isOwn, { streams, group: groupOfTail(tail, streams), named: "yes" });
}

/** The service asks for the group by its ARN with `:*`; whether `:log-stream:*` will do is not documented. */
function groupOfTail(tail: Text, streams: Streams): Ternary {
  const star = matches(tail, ["*"]);
  return star === "no" && (streams === "every" || streams === "unknown") ? "unknown" : star;
}

function touchWhole(pattern: Text, group: Text, streamPrefix: string): Touch {
  const streams = streamsOf(pattern, joinText(group, [`:log-stream:${streamPrefix}`]));
  const exact = [matches(pattern, group), matches(pattern, joinText(group, [":*"]))];
  if (exact.includes("yes")) return { streams, group: "yes", named: "yes" };
  const inner = matches(pattern, joinText(group, [":log-stream:*"]));
  const itself = exact.includes("unknown") || inner !== "no" ? "unknown" : "no";
  const named =
    streams === "every" || streams === "some" ? "yes" : streams === "unknown" ? "unknown" : itself;
  return { streams, group: itself, named };
}

/** Names of two lengths, of a character that no pattern holds: what matches both by `*` matches every name. */
const FRESH = ["\uF8FF".repeat(8), "\uF8FF".repeat(40)];

function streamsOf(pattern: Text, prefix: Text): Streams {
  const facts = FRESH.map((name) => matches(pattern, joinText(prefix, [name])));
  if (facts.every((fact) => fact === "yes")) return "every";
  const some = overlaps(pattern, joinText(prefix, ["*"]));
  if (some === "no") return "none";
  return some === "yes" && !facts.includes("unknown") ? "some" : "unknown";
}

function within(outer: Ternary, touch: Touch): Touch {
  if (outer === "yes") return touch;
  if (outer === "no") return { streams: "none", group: "no", named: "no" };
  const { streams, group, named } = touch;
  return {
    streams: streams === "none" ? "none" : "unknown",
    group: allOf(outer, group),
    named: allOf(outer, named),
  };
}

/** An ARN of which not even the parts can be told. */
function readUnsplit(pattern: Text, target: CoverageTarget): ResourceCoverage {
  const touches = target.groups.map((group) => touchWhole(pattern, group, target.streamPrefix));
  if (target.complete && touches.every(({ named }) => named === "no"))
    return { ...NOT_KNOWN, streams: "none", group: "no", reach: "other" };
  return NOT_KNOWN;
}

const WIDE: readonly ResourceCoverage["form"][] = ["wildcard-scope", "wildcard-name"];

/** The best over the groups; a group that is not known may be any. */
function settle(
  touches: readonly Touch[],
  form: ResourceCoverage["form"],
  complete: boolean,
): ResourceCoverage {
  const all: readonly Touch[] = complete
    ? touches
    : [...touches, { streams: "unknown", group: "unknown", named: "unknown" }];
  const streams = (["every", "some", "unknown"] as const).find((fact) =>
    all.some((one) => one.streams === fact),
  );
  const group = (["yes", "unknown"] as const).find((fact) => all.some((one) => one.group === fact));
  return { streams: streams ?? "none", group: group ?? "no", reach: reachOf(touches, form, complete), form };
}

function reachOf(
  touches: readonly Touch[],
  form: ResourceCoverage["form"],
  complete: boolean,
): ResourceCoverage["reach"] {
  const apart = touches.every(({ named }) => named === "no");
  if (WIDE.includes(form)) return apart ? "other" : "beyond";
  if (touches.some(({ named }) => named === "yes")) return "own";
  return apart && complete ? "other" : "unknown";
}
