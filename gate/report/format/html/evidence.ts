import type { CatalogueRule } from "../../../judge/catalogue";
import type { Report } from "../../report";
import type { Audience } from "../audience";
import { element, htmlText, section, table } from "./html-text";

/** How many subjects of each rule got which verdict: what an auditor asks for. */
export function rules(report: Report, { catalogue }: Audience): string {
  if (report.rules.length === 0) return "";
  const titles = new Map(catalogue.map(({ id, title }) => [id, title]));
  const rows = report.rules.map(({ id, pass, fail, undecided, waived, known = 0 }) => [
    element("code", {}, htmlText(id)),
    htmlText(titles.get(id) ?? ""),
    ...[pass, fail, undecided, waived, known].map(String),
  ]);
  return section(
    "rules",
    "Evidence by rule",
    table(
      "How many subjects got which verdict",
      ["rule", "asserts against", "pass", "fail", "undecided", "waived", "known"],
      rows,
    ),
  );
}

/**
 * The same by control of the frameworks that were asked for, with the rules that are off: a control that another preset
 * asks more for, or that no rule was judged for, must not read as held.
 */
export function controls(report: Report, { catalogue, controls: asked }: Audience): string {
  if (report.rules.length === 0) return "";
  const counts = new Map(report.rules.map((rule) => [rule.id, rule]));
  const byControl = new Map<string, CatalogueRule[]>();
  for (const rule of catalogue)
    for (const control of rule.controls)
      if (asked?.has(control) !== false) byControl.set(control, [...(byControl.get(control) ?? []), rule]);
  if (byControl.size === 0) return "";
  const rows = [...byControl]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([control, mapped]) => {
      const sum = (of: "pass" | "fail" | "undecided" | "waived" | "known"): number =>
        mapped.reduce((total, { id }) => total + (counts.get(id)?.[of] ?? 0), 0);
      const ids = mapped
        .map(({ id }) => element("code", {}, htmlText(id)) + (counts.has(id) ? "" : " (off)"))
        .join(" ");
      return [
        htmlText(control),
        ids,
        ...(["pass", "fail", "undecided", "waived", "known"] as const).map((of) => String(sum(of))),
      ];
    });
  return section(
    "controls",
    "Evidence by control",
    table(
      "Rules that a control is mapped to, and their subjects",
      ["control", "rules", "pass", "fail", "undecided", "waived", "known"],
      rows,
    ),
  );
}

/** What was judged and by what, so that the verdict can be had again. */
export function sources(report: Report): string {
  if (report.sources.length === 0) return "";
  const rows = report.sources.map(({ path, kind, stack = "", hash }) => [
    element("code", {}, htmlText(path)),
    htmlText(kind),
    htmlText(stack),
    element("code", {}, htmlText(hash)),
  ]);
  return section(
    "sources",
    "What was judged, and by what",
    table("Documents", ["path", "kind", "stack", "sha256"], rows),
    element(
      "p",
      { class: "quiet" },
      "policies ",
      element("code", {}, htmlText(report.policyHash)),
      ", settings ",
      element("code", {}, htmlText(report.settingsHash)),
    ),
  );
}
