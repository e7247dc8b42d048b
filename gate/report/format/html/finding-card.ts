import { codeFrame } from "../../code-frame";
import { policyText } from "../../policy-text";
import type { Finding, Report } from "../../report";
import { excuseOf, excuseWord, type Weight } from "../audience";
import { element, htmlText } from "./html-text";

/** What a weight is called. */
export const WEIGHT_WORDS: Readonly<Record<Weight, string>> = {
  fails: "fails",
  warns: "warning",
  undecided: "undecided",
  excused: "waived or known",
};

/** One finding: what is wrong, where, the fragment, why it matters, how to fix it. */
export function findingCard(finding: Finding, weight: Weight, report: Report, why: string): string {
  const { rule, message, fix, evidence, corrected, controls } = finding;
  const excuse = excuseOf(finding);
  return element(
    "article",
    { class: weight, "data-weight": weight },
    element(
      "p",
      { class: "tag" },
      htmlText(`${weight === "excused" ? excuseWord(finding) : WEIGHT_WORDS[weight]} \u00b7 ${rule}`),
    ),
    element("h3", {}, htmlText(message)),
    ...(excuse === "" ? [] : [element("p", {}, htmlText(excuse))]),
    element("p", { class: "quiet" }, ...placesOf(finding, report)),
    ...(evidence === undefined ? [] : [scrolling(codeFrame(evidence).join("\n"), "the offending fragment")]),
    element("p", {}, "<b>Fix:</b> ", htmlText(fix)),
    ...(why === ""
      ? []
      : [element("details", {}, "<summary>Why it matters</summary>", element("p", {}, htmlText(why)))]),
    ...(corrected === undefined
      ? []
      : [
          element(
            "details",
            {},
            "<summary>The corrected policy</summary>",
            scrolling(policyText(corrected).join("\n"), "the corrected policy"),
          ),
        ]),
    ...(controls.length === 0
      ? []
      : [element("p", { class: "quiet" }, htmlText(`Controls: ${controls.join(", ")}`))]),
  );
}

function placesOf({ source, address, constructPath, location, related }: Finding, report: Report): string[] {
  const { path, stack } = (source === undefined ? undefined : report.sources[source]) ?? {};
  const line = location === undefined ? undefined : `${location.path}:${location.line}`;
  const places = [address, stack, constructPath, line, path].filter((place) => place !== undefined);
  const others = related.filter((ref) => ref.address !== address).map((ref) => ref.address);
  return [...places, ...others].map((place) => `${element("code", {}, htmlText(place))} `);
}

/** Preformatted text, reached by keyboard since it may scroll. Line breaks are ours; the lines were made visible. */
function scrolling(text: string, label: string): string {
  const lines = text.split("\n").map(htmlText).join("\n");
  return element(
    "section",
    { class: "scroll", "aria-label": label, tabindex: "0" },
    element("pre", {}, lines),
  );
}
