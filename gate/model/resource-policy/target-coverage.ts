import type { TargetCoverage, TargetReach } from "../model";
import { matchesArn } from "../policy/coverage/arn";
import type { Objects, ResourceRequest } from "../policy/policy-context";
import type { DecodedDocument } from "../policy/read-policy";
import { overlaps } from "../text/pattern";
import type { Text } from "../text/text";
import { joinText, literalOf } from "../text/text-parts";

type Target = Pick<ResourceRequest, "target" | "objects">;

/** What the resources of a document cover of the bucket or key that a request names, and of its objects. */
export function coverTarget({ patterns }: Pick<DecodedDocument, "patterns">, target: Target): TargetCoverage {
  const read = (pattern: Text): TargetReach => reachOf(pattern, target);
  return {
    statements: patterns.map(({ resources, notResources }) => ({
      resources: resources.map(read),
      not_resources: notResources.map(read),
    })),
  };
}

function reachOf(pattern: Text, { target, objects }: Target): TargetReach {
  if (/^\*+$/.test(literalOf(pattern) ?? ""))
    return { itself: "yes", objects: objects.length > 0 ? "every" : "none" };
  return {
    itself: matchesArn(pattern, target),
    objects: anyOf(objects.map((each) => objectsOf(pattern, each))),
  };
}

/** Which of them it is is not known. */
function anyOf(reaches: readonly TargetReach["objects"][]): TargetReach["objects"] {
  const [first = "none", ...others] = reaches;
  return others.every((reach) => reach === first) ? first : "unknown";
}

/** Of the objects, does the pattern match every one, some or none? */
export function objectsOf(pattern: Text, { prefix, samples }: Objects): TargetReach["objects"] {
  const facts = samples.map((sample) => matchesArn(pattern, sample));
  if (facts.every((fact) => fact === "yes")) return "every";
  const touched = overlaps(pattern, joinText(prefix, ["*"]));
  if (touched === "no") return "none";
  return touched === "yes" && !facts.includes("unknown") ? "some" : "unknown";
}
