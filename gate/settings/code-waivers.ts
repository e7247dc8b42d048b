import type { Fault } from "../read/document";
import type { Configuration } from "../read/resource";
import type { KnownRule } from "./known";
import { complaintsAbout, IN_CODE } from "./waivers";

/** Waivers in code that are none: one that is ignored would not be missed. The rules are read where there is one. */
export function codeWaiverFaults(
  { resources, sources }: Configuration,
  readRules: () => readonly KnownRule[],
): readonly Fault[] {
  const waived = resources.filter(({ waivers = [] }) => waivers.length > 0);
  if (waived.length === 0) return [];
  const known = new Map(readRules().map((rule) => [rule.id, rule]));
  return waived.flatMap(({ source, address, location, waivers = [] }) =>
    waivers.flatMap((waiver, position) =>
      complaintsAbout(waiver, ["waive", position], known, IN_CODE).map(({ message, fix }) => ({
        ...(location ?? { path: sources[source]?.path ?? "" }),
        message: `in a waiver of ${address}: ${message}`,
        fix,
      })),
    ),
  );
}
