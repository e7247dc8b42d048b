import { readCatalogue, readExamples, type CatalogueRule } from "../judge/catalogue";
import { nearest } from "../nearest";
import { wrap } from "../report/wrap";
import type { Arguments } from "./arguments";
import { renderFaults } from "./render-report";
import { unexpectedWord, type Outcome } from "./outcome";

/** `flowgate rules`. */
export function runRules(args: Arguments): Outcome | Promise<Outcome> {
  const [extra] = args.operands;
  if (extra !== undefined) return renderFaults([unexpectedWord(extra, "write `flowgate rules`")], args);
  const catalogue = readCatalogue();
  const width = Math.max(...catalogue.map(({ id }) => id.length));
  const families = [...new Set(catalogue.map(({ family }) => family))];
  const lists = families.map((family) => {
    const rules = catalogue.filter((rule) => rule.family === family);
    return [
      family,
      ...rules.map((rule) => `  ${rule.id.padEnd(width)}  ${rule.severity.padEnd(7)}  ${rule.title}`),
    ];
  });
  return { stdout: `${lists.map((lines) => lines.join("\n")).join("\n\n")}\n`, exitCode: 0 };
}

/** `flowgate explain RULE`. */
export function runExplain(args: Arguments): Outcome | Promise<Outcome> {
  const [id, extra] = args.operands;
  if (id === undefined) {
    const fault = { message: "flowgate explain needs a rule", fix: "list the rules with `flowgate rules`" };
    return renderFaults([fault], args);
  }
  if (extra !== undefined)
    return renderFaults([unexpectedWord(extra, "write `flowgate explain RULE`")], args);
  const catalogue = readCatalogue();
  const rule = catalogue.find((candidate) => candidate.id === id);
  if (rule) return { stdout: `${page(rule)}\n`, exitCode: 0 };
  const meant = nearest(
    id,
    catalogue.map((candidate) => candidate.id),
  );
  const fix = meant === undefined ? "list the rules with `flowgate rules`" : `write "${meant}"`;
  return renderFaults([{ message: `there is no rule "${id}"`, fix }], args);
}

function page({
  id,
  family,
  title,
  description,
  severity,
  waivable,
  causes,
  help,
  links,
  controls,
}: CatalogueRule): string {
  const width = Math.max(0, ...Object.keys(causes).map((cause) => cause.length));
  const standing = waivable
    ? "may be waived, lowered and switched off"
    : "cannot be waived, lowered or switched off";
  return [
    `${id}: ${title}`,
    `${severity}, ${standing} (${family})`,
    "",
    ...wrap(description, ""),
    "",
    "Causes",
    ...Object.entries(causes).map(([cause, meaning]) => `  ${cause.padEnd(width)}  ${meaning}`),
    "",
    "How to fix it",
    ...wrap(help, "  "),
    ...example(id),
    ...(controls.length === 0 ? [] : ["", "Controls", ...controls.map((control) => `  ${control}`)]),
    ...(links.length === 0 ? [] : ["", "Links", ...links.map((link) => `  ${link}`)]),
  ].join("\n");
}

function example(id: string): string[] {
  const shown = readExamples().get(id);
  if (shown === undefined) return [];
  return [
    "",
    "Avoid",
    ...indented(shown.avoid),
    "",
    ...(shown.prefer === undefined ? ["Prefer to leave it out"] : ["Prefer", ...indented(shown.prefer)]),
  ];
}

function indented(text: string): string[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => (line === "" ? "" : `  ${line}`));
}
