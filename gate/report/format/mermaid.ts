import { visible } from "../visible";
import type { FlowLogPath } from "../report";
import { stationsOf } from "./stations";

/**
 * The delivery path of a flow log as a Mermaid flowchart. The broken link is crossed out, one that is not
 * known dotted, and each says so, so that colour is not needed to see it.
 */
export function mermaidPath(path: FlowLogPath): string {
  const stations = stationsOf(path);
  const nodes = stations.map(({ kind, label }, at) => `  n${at}["${kind}<br>${mermaidText(label)}"]`);
  const links = stations.slice(1).map(({ brokenBy }, at) => {
    const broken = brokenBy.find((each) => each === path.brokenAt);
    if (broken !== undefined) return `  n${at} --x|broken: ${broken}| n${at + 1}`;
    const unknown = brokenBy.find((each) => each === path.unknownAt);
    return unknown === undefined
      ? `  n${at} --> n${at + 1}`
      : `  n${at} -.->|unknown: ${unknown}| n${at + 1}`;
  });
  return ["flowchart LR", ...nodes, ...links].join("\n");
}

/** Mermaid's own entities (`#35;`): quotation marks, tags and directives stay text. */
function mermaidText(text: string): string {
  return visible(text).replace(/[^\w .,:/-]/gu, (character) => `#${character.codePointAt(0) ?? 0};`);
}
