import { visible } from "../../visible";
import type { FlowLogPath, Link, Report } from "../../report";
import { stationsOf } from "../stations";
import { element, htmlText } from "./html-text";

/** Sizes in SVG user units; a label of more characters than fit is cut at its front, where addresses are alike. */
const BOX = { width: 190, height: 46, gap: 64, characters: 26 };

/**
 * The delivery path of one flow log as an SVG picture: a box for each station, an arrow for each link. The broken link
 * is dashed, crossed out and named, one that is not known dashed and named, so that colour is not needed to see it, and
 * the description says the same in words.
 */
export function pathPicture(path: FlowLogPath, report: Report, id: string): string {
  const stations = stationsOf(path);
  const width = stations.length * BOX.width + (stations.length - 1) * BOX.gap;
  const boxes = stations.map(({ kind, label }, at) => boxOf(at, kind, label));
  const arrows = stations.slice(1).map(({ brokenBy }, at) => {
    const leads = (link: Link | undefined): boolean => link !== undefined && brokenBy.includes(link);
    if (leads(path.brokenAt)) return arrowOf(at, "broken", path.brokenAt);
    return leads(path.unknownAt) ? arrowOf(at, "unknown", path.unknownAt) : arrowOf(at);
  });
  const stack = report.sources[path.source]?.stack;
  const title = `delivery path of ${visible(path.address)}${stack === undefined ? "" : ` in ${visible(stack)}`}`;
  return element(
    "svg",
    {
      viewBox: `0 0 ${width} ${BOX.height + 28}`,
      role: "img",
      "aria-labelledby": `${id}-title ${id}-words`,
      class: "path",
    },
    element("title", { id: `${id}-title` }, htmlText(title)),
    element("desc", { id: `${id}-words` }, htmlText(inWords(path))),
    ...arrows,
    ...boxes,
  );
}

/** What the picture shows, for those who hear it. */
function inWords(path: FlowLogPath): string {
  const way = stationsOf(path)
    .map(({ kind, label }) => `${kind} ${label}`)
    .join(", then ");
  if (path.brokenAt !== undefined) return `${way}. The path is broken at the ${path.brokenAt}`;
  if (path.unknownAt !== undefined) return `${way}. Whether the ${path.unknownAt} holds is not known`;
  return path.verdict === "pass" ? `${way}. Records arrive` : `${way}. Verdict: ${path.verdict}`;
}

function boxOf(at: number, kind: string, label: string): string {
  const x = at * (BOX.width + BOX.gap);
  const shown = visible(label);
  const cut = shown.length > BOX.characters ? `\u2026${shown.slice(1 - BOX.characters)}` : shown;
  const middle = String(x + BOX.width / 2);
  return element(
    "g",
    {},
    element("title", {}, htmlText(shown)),
    `<rect x="${x}" y="20" width="${BOX.width}" height="${BOX.height}" rx="6"/>`,
    element("text", { x: middle, y: "38", class: "kind" }, htmlText(kind)),
    element("text", { x: middle, y: "55" }, htmlText(cut)),
  );
}

function arrowOf(at: number, state?: "broken" | "unknown", link = ""): string {
  const from = (at + 1) * BOX.width + at * BOX.gap;
  const y = 20 + BOX.height / 2;
  const end = from + BOX.gap;
  const middle = from + BOX.gap / 2;
  const line = `<path d="M${from + 4} ${y}H${end - 6}"/><path class="head" d="M${end - 12} ${y - 5}L${end - 4} ${y}L${end - 12} ${y + 5}"/>`;
  if (state === undefined) return element("g", { class: "link" }, line);
  const word = element("text", { x: String(middle), y: "12" }, htmlText(`${state}: ${link}`));
  if (state === "unknown") return element("g", { class: "link unknown" }, line, word);
  const cross = `<path class="cross" d="M${middle - 6} ${y - 6}l12 12m0 -12l-12 12"/>`;
  return element("g", { class: "link broken" }, line, cross, word);
}
