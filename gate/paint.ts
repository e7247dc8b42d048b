import { styleText } from "node:util";

import type { Paint, Tone } from "./report/text/sheet";

const STYLES = {
  error: "red",
  fail: "red",
  warning: "yellow",
  undecided: "magenta",
  pass: "green",
  strong: "bold",
  quiet: "dim",
} as const satisfies Record<Tone, string>;

/** Colours for a stream that is a terminal; none under NO_COLOR (https://no-color.org), and none on Node below 20.12. */
export function painter(wanted: boolean, stream: { isTTY?: boolean }): Paint {
  const off = !wanted || stream.isTTY !== true || (process.env.NO_COLOR ?? "") !== "";
  // styleText is missing at run time on Node 20.9 to 20.11, whatever its type says.
  if (off || typeof (styleText as unknown) !== "function") return (_, text) => text;
  // The stream was asked above; styleText would ask standard output.
  return (tone, text) => styleText(STYLES[tone], text, { validateStream: false });
}
