/**
 * Writes docs/rules.md, the rule book, from what the METADATA of the rules says (policies/built/catalogue.json) and from
 * the presets (policies/built/presets.json). `--check` writes nothing and says whether it is up to date.
 */
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { ruleExample, world } = require("./rule-examples.js");

const root = path.join(__dirname, "..");
const BOOK = "docs/rules.md";

const FAMILIES = {
  retention: "Retention",
  delivery: "Delivery: will a record ever arrive?",
  privilege: "Least privilege",
  trust: "Trust",
  capture: "Capture",
  exposure: "Encryption and exposure",
  change: "Change: what a plan does to what is there",
  input: "Input",
};

/** What presets ask, as the settings file calls it. */
const SETTINGS = {
  minimum_days: "retention.minimumDays",
  maximum_days: "retention.maximumDays",
  traffic_types: "capture.trafficTypes",
  required_fields: "capture.requiredFields",
  require_boundary: "privilege.requireBoundary",
  require_customer_key: "encryption.requireCustomerKey",
};

const read = (file) => JSON.parse(fs.readFileSync(path.join(root, "policies/built", file), "utf8"));

/** What Markdown would read as something else. */
const plain = (text) => text.replace(/[\\`*_[\]<>|]/g, "\\$&");

function book(rules, presets) {
  const families = [...new Set(rules.map(({ family }) => family))];
  return `${[
    "# The rules",
    "Made by `node tools/rule-book.js` from the METADATA in `policies/`: change it there. `flowgate explain RULE` says the same.",
    "A rule fails, passes, or is undecided where the input does not hold what its answer hangs on. What may be waived may also be lowered or switched off in `flowgate.json`; what may not never works, whoever accepts it.",
    ["| rule | severity | may be waived | what it finds |", "|---|---|---|---|", ...rules.map(row)].join(
      "\n",
    ),
    ...families.flatMap((family) => [
      `## ${FAMILIES[family] ?? family}`,
      ...rules.filter((rule) => rule.family === family).flatMap((rule) => section(rule)),
    ]),
    "## What the examples change",
    "Every rule passes this configuration. What an example says to avoid, put in its place, fails the rule; a test judges each.",
    fenced("hcl", world),
    "## Presets",
    "`preset` in `flowgate.json` is one of these names, or a list, of which the strictest wins; each stands on the baseline. A control is here because its mapping to checks could be read in the source that is named with it.",
    ...presets.flatMap((preset) => presetSection(preset, rules)),
  ].join("\n\n")}\n`;
}

const row = ({ id, severity, waivable, title }) =>
  `| [\`${id}\`](#${id}) | ${severity} | ${waivable ? "yes" : "no"} | ${plain(title)} |`;

function section({ id, title, description, severity, waivable, causes, help, links, controls }) {
  return [
    `### ${id}`,
    `**${plain(title)}.** Severity ${severity}${severity === "off" ? ", error once its setting asks for it" : ""}; ${waivable ? "may be waived" : "cannot be waived"}.`,
    plain(description),
    [
      "| cause | means |",
      "|---|---|",
      ...Object.entries(causes).map(([cause, means]) => `| \`${cause}\` | ${plain(means)} |`),
    ].join("\n"),
    `How to fix it: ${plain(help)}`,
    ...exampleOf(id),
    ...(controls.length === 0 ? [] : [`Controls: ${controls.map(plain).join("; ")}.`]),
    `See ${links.map((link) => `<${link}>`).join(", ")}.`,
  ];
}

const fenced = (language, text) => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;

function exampleOf(id) {
  const example = ruleExample(id);
  if (example === undefined) return [];
  const { language, avoid, prefer } = example;
  return [
    "Avoid:",
    fenced(language, avoid),
    ...(prefer === undefined ? ["Prefer to leave it out."] : ["Prefer:", fenced(language, prefer)]),
  ];
}

function presetSection({ name, title, settings, controls }, rules) {
  const sources = [...new Set(Object.values(controls))];
  const lines = Object.keys(controls).map((control) => {
    const mapped = rules.filter((rule) => rule.controls.includes(control)).map(({ id }) => `\`${id}\``);
    return `| ${plain(control)} | ${mapped.join(", ")} | ${sources.indexOf(controls[control]) + 1} |`;
  });
  const asks = Object.entries(settings).map(
    ([key, value]) => `\`${SETTINGS[key]}\` ${JSON.stringify(value)}`,
  );
  return [
    `### ${name}`,
    `${plain(title)}. It asks ${asks.join(", ")}.`,
    ...(lines.length === 0 ? [] : [["| control | rules | source |", "|---|---|---|", ...lines].join("\n")]),
    ...(sources.length === 0
      ? []
      : [`Sources: ${sources.map((source, at) => `${at + 1}. <${source}>`).join(" ")}`]),
  ];
}

function main(args) {
  const text = book(read("catalogue.json"), read("presets.json"));
  const file = path.join(root, BOOK);
  if (!args.includes("--check")) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  } else if (!fs.existsSync(file) || fs.readFileSync(file, "utf8") !== text) {
    process.stderr.write(`${BOOK} is not what the catalogue says: run node tools/rule-book.js\n`);
    process.exitCode = 1;
  }
}

main(process.argv.slice(2));
