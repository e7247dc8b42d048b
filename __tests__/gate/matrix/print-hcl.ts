import { parseText } from "../../../gate/read/expression/parse-template";

/** How JSON texts are written: `quoted` as Terraform's JSON syntax has them, or in one of the two ways people do. */
export type PolicyStyle = "quoted" | "heredoc" | "jsonencode";

type Members = Readonly<Record<string, unknown>>;

/** Arguments that are maps; any other object is a block. */
const MAPS = new Set(["tags", "parameters", "required_providers", "default_tags_map"]);
/** Arguments whose strings are references without `${}` around them. */
const REFERENCES = new Set(["depends_on", "provider"]);
/** Labels of top-level blocks. */
const LABELS: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  provider: 1,
  variable: 1,
  output: 1,
  module: 1,
};

/** HCL that means the same as a configuration in Terraform's JSON syntax. */
export function printHcl(terraform: object, policies: PolicyStyle = "quoted"): string {
  return Object.entries(terraform)
    .flatMap(([block, value]) => printBlocks(block, LABELS[block] ?? 0, value, policies))
    .join("\n");
}

function printBlocks(header: string, labels: number, value: unknown, policies: PolicyStyle): string[] {
  if (Array.isArray(value))
    return value.flatMap((each: unknown) => printBlocks(header, labels, each, policies));
  const members = Object.entries(value as Members);
  if (labels > 0)
    return members.flatMap(([label, body]) =>
      printBlocks(`${header} ${quoted(label)}`, labels - 1, body, policies),
    );
  const isLocals = header === "locals";
  const lines = members.flatMap(([name, member]) => {
    if (name === "//" || member === undefined) return [];
    return isLocals ? [`${name} = ${printValue(member, policies)}`] : printMember(name, member, policies);
  });
  return [`${header} {\n${indented(lines)}}\n`];
}

function printMember(name: string, value: unknown, policies: PolicyStyle): string[] {
  if (REFERENCES.has(name)) return [`${name} = ${bare(value)}`];
  if (name === "dynamic") return printBlocks("dynamic", 1, value, policies);
  if (isBlock(name, value)) return printBlocks(name, 0, value, policies);
  return [`${name} = ${printValue(value, policies)}`];
}

function isBlock(name: string, value: unknown): boolean {
  if (MAPS.has(name) || typeof value !== "object" || value === null) return false;
  return !Array.isArray(value) || (value.length > 0 && value.every((each) => isBlock("", each)));
}

function bare(value: unknown): string {
  return Array.isArray(value) ? `[${value.map(bare).join(", ")}]` : String(value);
}

function printValue(value: unknown, policies: PolicyStyle): string {
  if (typeof value === "string") return printText(value, policies);
  if (Array.isArray(value)) return `[${value.map((each: unknown) => printValue(each, policies)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${quoted(name)} = ${printValue(member, policies)}\n`,
  );
  return members.length === 0 ? "{}" : `{\n${indented(members)}}`;
}

function printText(text: string, policies: PolicyStyle): string {
  const [only, ...others] = parseText(text);
  if (typeof only === "object" && others.length === 0) return only.source;
  if (policies === "quoted" || !/^\s*\{/.test(text)) return quoted(text);
  if (policies === "heredoc") return `<<POLICY\n${text}\nPOLICY`;
  return encoded(text) ?? quoted(text);
}

/** The text as `jsonencode` of what it holds, where it is JSON. */
function encoded(text: string): string | undefined {
  try {
    return `jsonencode(${printValue(JSON.parse(text), "quoted")})`;
  } catch {
    return undefined;
  }
}

/** A template as a quoted string: what stands inside of `${}` is an expression already. */
function quoted(text: string): string {
  const parts = parseText(text).map((part) =>
    typeof part === "string" ? literal(part) : `\${${part.source}}`,
  );
  return `"${parts.join("")}"`;
}

function literal(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(/\\[bf]/g, (escape) => (escape === "\\b" ? "\\u0008" : "\\u000c"))
    .replace(/[$%](?=\{)/g, "$&$&");
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `${line.trimEnd()}\n`).join("");
}
