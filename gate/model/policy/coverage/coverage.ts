import type { Coverage, ResourceCoverage } from "../../model";
import type { Text } from "../../text/text";
import { literalOf, textKey } from "../../text/text-parts";
import { ANYTHING, BARE_GROUP, EVERY_STREAM, WHOLE_GROUP } from "./coverage-facts";
import type { CoverageTarget } from "./coverage-target";
import type { DecodedDocument } from "../read-policy";
import { readResource } from "./resource-coverage";

/** What the resources of a document cover of the groups. Linear in the document for patterns that name an own group. */
export function cover(document: Pick<DecodedDocument, "patterns">, target: CoverageTarget): Coverage {
  const readKnown = wellKnown(target);
  const read = (pattern: Text): ResourceCoverage => readKnown(pattern) ?? readResource(pattern, target);
  return {
    statements: document.patterns.map(({ resources, notResources }) => ({
      resources: resources.map(read),
      not_resources: notResources.map(read),
    })),
  };
}

/** Do all its resources have the forms that are told without matching, so that no name means anything in itself? */
export function isWellKnown(document: Pick<DecodedDocument, "patterns">, target: CoverageTarget): boolean {
  const readKnown = wellKnown(target);
  return document.patterns.every(({ resources, notResources }) =>
    [...resources, ...notResources].every((pattern) => readKnown(pattern) !== undefined),
  );
}

function wellKnown(target: CoverageTarget): (pattern: Text) => ResourceCoverage | undefined {
  const own = new Set(target.groups.map(textKey));
  const endings: Ending[] = [...ENDINGS, [`:log-stream:${target.streamPrefix}*`, EVERY_STREAM]];
  return (pattern) => readWellKnown(pattern, own, endings);
}

type Ending = readonly [string, ResourceCoverage];

const ENDINGS: readonly Ending[] = [
  [":log-stream:*", EVERY_STREAM],
  [":*", WHOLE_GROUP],
];

/** The forms that nearly every policy has, told without matching. */
function readWellKnown(
  pattern: Text,
  own: ReadonlySet<string>,
  endings: readonly Ending[],
): ResourceCoverage | undefined {
  if (/^\*+$/.test(literalOf(pattern) ?? "")) return ANYTHING;
  const key = textKey(pattern);
  if (own.has(key)) return BARE_GROUP;
  return endings.find(([ending]) => key.endsWith(ending) && own.has(key.slice(0, -ending.length)))?.[1];
}
