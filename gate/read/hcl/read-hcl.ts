import type { Document, Fault } from "../document";
import { position } from "../json";
import { isTopLevelBlock, unknownBlock } from "../kind";
import { type BlockHeader, readHeaders } from "./block-headers";
import { faultsOf } from "./diagnostics";

/** An HCL document, parsed: its value in Terraform's JSON syntax with every expression as `${...}`, or why there is none. */
export type ParsedHcl =
  { readonly value: object; readonly blocks: readonly BlockHeader[] } | { readonly faults: readonly Fault[] };

/** Is the document written in Terraform's own language (`.tf`, `.tfvars`)? */
export function isHcl(path: string): boolean {
  return /\.(tf|tfvars)$/.test(path);
}

/**
 * Parses the `.tf` and `.tfvars` documents among those given, so that `check` can judge them; any other is returned
 * as it is. Never rejects: what cannot be parsed makes `check` report an error with file, line and cause. The parser
 * (`@cdktn/hcl2json`, HashiCorp's own compiled to WebAssembly) is loaded when there is something for it.
 *
 * @example check(await readHcl([{ path: "main.tf", text }])).verdict
 */
export async function readHcl(documents: readonly Document[]): Promise<Document[]> {
  const read: Document[] = [];
  for (const document of documents)
    read.push(isHcl(document.path) ? { ...document, hcl: await parse(document) } : document);
  return read;
}

/** What `readHcl` made of a document. */
export function parsedHcl({ path, hcl }: Document): ParsedHcl {
  return hcl ?? { faults: [{ path, message: "the file is HCL, and has not been parsed", fix: PARSE }] };
}

const PARSE = "give the documents to readHcl, and what it returns to check";

async function parse(document: Document): Promise<ParsedHcl> {
  const { path, text } = document;
  const hcl2json = await import("@cdktn/hcl2json");
  let value: object;
  try {
    value = await hcl2json.parse(path, text);
  } catch (error) {
    return { faults: faultsOf(document, error instanceof Error ? error.message : String(error)) };
  }
  if (path.endsWith(".tfvars")) return { value, blocks: [] };
  const { blocks, argument } = readHeaders(text);
  const faults = [
    ...blocks.flatMap((block) => blockFaults(path, block)),
    ...(argument === undefined ? [] : [strayArgument(path, argument)]),
    ...heldSigns(document),
  ];
  return faults.length > 0 ? { faults } : { value, blocks };
}

/** `"${"$"}${x}"`, of which the parser makes `$${x}`: the escape of what it is. */
const HELD_SIGN = /[$%]"\s*\}(?=[$%]\{)/;

function heldSigns({ path, text }: Document): readonly Fault[] {
  const offset = text.search(HELD_SIGN);
  if (offset < 0) return [];
  const message =
    "a literal $ or % stands right before an interpolation, which cannot be told from an escape";
  return [{ path, ...position(text, offset), message, fix: "join the two with format()" }];
}

/** The labels of top-level blocks; those that are not named here are not read. */
const LABELS: Readonly<Record<string, readonly string[]>> = {
  resource: ["a type", "a name"],
  data: ["a type", "a name"],
  ephemeral: ["a type", "a name"],
  provider: ["a name"],
  variable: ["a name"],
  output: ["a name"],
  module: ["a name"],
  locals: [],
  terraform: [],
};

function blockFaults(path: string, { type, labels, line }: BlockHeader): readonly Fault[] {
  if (!isTopLevelBlock(type)) {
    const { message, fix } = unknownBlock(type);
    return [{ path, line, message, fix }];
  }
  const wanted = Object.hasOwn(LABELS, type) ? LABELS[type] : undefined;
  if (wanted === undefined || wanted.length === labels.length) return [];
  const message = `the ${type} block has ${count(labels.length)}, where it takes ${wanted.join(" and ") || "none"}`;
  return [
    {
      path,
      line,
      message,
      fix: `write ${[type, ...wanted.map((each) => `"${each.slice(2)}"`)].join(" ")} {`,
    },
  ];
}

function count(labels: number): string {
  return labels === 0 ? "no label" : `${labels} label${labels === 1 ? "" : "s"}`;
}

function strayArgument(path: string, { name, line }: { name: string; line: number }): Fault {
  return {
    path,
    line,
    message: `the argument "${name}" stands outside of any block, which Terraform refuses`,
    fix: "put it into a block; values of variables belong into a .tfvars file",
  };
}
