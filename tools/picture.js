// Draws docs/images/report.svg, the picture of README.md: what `flowgate check infra` prints on a terminal when
// nothing attaches a flow log's policy to its role, and its records are deleted too soon. `--check` only compares.
//
//     npm run build && node tools/picture.js [--check]
"use strict";
const { spawnSync } = require("node:child_process");
const { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { DEFECTS } = require("./compare/defects");
const { planted } = require("./compare/inputs");

const ROOT = join(__dirname, "..");
const CLI = join(ROOT, "dist", "gate", "cli.js");
const FILE = join(ROOT, "docs", "images", "report.svg");
const SHOWN = ["unattached", "retention-short"];
const COMMAND = "npx flowgate check infra";

/** The command's output, painted as on a terminal of 80 columns. */
function painted() {
  const folder = mkdtempSync(join(tmpdir(), "flowgate-picture-"));
  try {
    mkdirSync(join(folder, "infra"));
    const edits = DEFECTS.filter(({ id }) => SHOWN.includes(id)).flatMap((defect) => defect.edits);
    writeFileSync(join(folder, "infra", "main.tf"), planted("log-group", edits));
    const env = { ...process.env, NO_COLOR: "" };
    const terminal = "data:text/javascript,Object.assign(process.stdout, { isTTY: true, columns: 80 })";
    const args = ["--import", terminal, CLI, "check", "infra"];
    return spawnSync(process.execPath, args, { cwd: folder, env, encoding: "utf8" }).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const TONES = { 1: "strong", 2: "quiet", 31: "red", 32: "green", 33: "yellow", 35: "magenta" };
const CHARACTER = 7.85;
const LINE = 18;
const MARGIN = 16;

/** Runs of one tone, from text with the codes that a terminal reads. */
function runs(line) {
  let tone;
  return line.split(/\u001b\[(\d+)m/).flatMap((part, at) => {
    if (at % 2 === 1) tone = TONES[part];
    return at % 2 === 1 || part === "" ? [] : [{ tone, text: part }];
  });
}

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** An SVG of terminal output, which a screen reader reads, and which is dark where the reader's screen is. */
function drawn(output) {
  const lines = [`\u001b[2m$\u001b[22m ${COMMAND}`, "", ...output.trimEnd().split("\n")].map(runs);
  const columns = Math.max(...lines.map((line) => line.reduce((sum, { text }) => sum + text.length, 0)));
  const width = Math.ceil(columns * CHARACTER + 2 * MARGIN);
  const height = lines.length * LINE + 2 * MARGIN;
  const rows = lines.map((line, at) => {
    const text = line
      .map(({ tone, text }) =>
        tone === undefined ? escaped(text) : `<tspan class="${tone}">${escaped(text)}</tspan>`,
      )
      .join("");
    return `<text x="${MARGIN}" y="${MARGIN + LINE * at + 13}">${text}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title id="title">What ${COMMAND} prints on a terminal</title>
<style>
text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; white-space: pre; fill: #1f2328; }
rect { fill: #f6f8fa; stroke: #d1d9e0; }
.strong { font-weight: 600; } .quiet { fill: #59636e; }
.red { fill: #c21c28; font-weight: 600; } .green { fill: #116329; } .yellow { fill: #7d4e00; } .magenta { fill: #8250df; }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3; } rect { fill: #0d1117; stroke: #3d444d; } .quiet { fill: #9198a1; }
  .red { fill: #ff7b72; } .green { fill: #3fb950; } .yellow { fill: #d29922; } .magenta { fill: #bc8cff; }
}
</style>
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>
${rows.join("\n")}
</svg>
`;
}

if (require.main === module) {
  const picture = drawn(painted());
  if (!process.argv.includes("--check")) writeFileSync(FILE, picture);
  else if (readFileSync(FILE, "utf8") !== picture) {
    console.error(
      "docs/images/report.svg shows what the command no longer prints: run `node tools/picture.js`",
    );
    process.exitCode = 1;
  }
}

module.exports = { FILE, drawn, painted };
