import type { Report } from "../report";
import type { Audience, Weight } from "./audience";
import { markdownCode, markdownText } from "./markdown-text";

/** Controls that a finding speaks against, with how many findings of each weight; "" where there is none. */
export function controlTable(
  weighed: readonly {
    readonly finding: { readonly controls: readonly string[]; readonly rule: string };
    readonly weight: Weight;
  }[],
  { controls: asked }: Pick<Audience, "controls">,
): string {
  const byControl = new Map<string, { fails: number; undecided: number; rules: Set<string> }>();
  for (const { finding, weight } of weighed) {
    if (weight === "excused") continue;
    for (const control of finding.controls) {
      if (asked?.has(control) === false) continue;
      const entry = byControl.get(control) ?? { fails: 0, undecided: 0, rules: new Set() };
      if (weight === "undecided") entry.undecided++;
      else entry.fails++;
      entry.rules.add(finding.rule);
      byControl.set(control, entry);
    }
  }
  if (byControl.size === 0) return "";
  const rows = [...byControl]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([control, { fails, undecided, rules }]) => {
      return `| ${markdownText(control)} | ${fails} | ${undecided} | ${[...rules].join(", ")} |`;
    });
  return ["| control | fails | undecided | rules |", "|---|---|---|---|", ...rows].join("\n");
}

/** What the baseline has and this run does not find, an item each. */
export function fixedItems({ fixed }: Report): string[] {
  return fixed.map(
    ({ rule, address, message }) => `- fixed: ${rule} ${markdownCode(address)} ${markdownText(message)}`,
  );
}
