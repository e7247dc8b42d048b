import { parseText } from "./parse-template";
import { type Node, Unparsed } from "./syntax";

/**
 * The addresses of resources (`aws_vpc.main`), data sources (`data.aws_region.here`) and locals (`local.days`) that a
 * value in Terraform's JSON syntax names, at any depth, whether they exist or not. What cannot be parsed names none.
 */
export function addressesNamed(raw: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  eachTemplate(raw, (text) => {
    addFromText(text, found);
  });
  return found;
}

/**
 * The same by the look of the text alone, which is much faster: tells all of them, and some that are only spelt like
 * one, each as `aws_vpc`, `data.aws_region` or `local`, and the name.
 */
export function eachAddressSpelt(raw: unknown, tell: (type: string, name: string) => void): void {
  eachTemplate(raw, (text) => {
    let at = text.indexOf("${");
    for (; at >= 0; at = text.indexOf("${", at)) {
      PLAIN.lastIndex = at;
      const found = PLAIN.exec(text);
      if (found === null) break;
      tell(found[1] ?? "", found[2] ?? "");
      at = PLAIN.lastIndex;
    }
    if (at < 0 && !text.includes("%{")) return;
    for (const [, type = "", name = ""] of text.matchAll(SPELT)) tell(type, name);
  });
}

/** What most interpolations are. */
const PLAIN = /\$\{((?:data\.)?[\w-]+)\.([\w-]+)[\w.[\]*-]*\}/y;
const SPELT = /(?<![\w.-])(?:resource\.)?((?:data\.)?[\w-]+)\.([^\s.[\](){}$,:?!"'=<>&|*/+%\\]+)/g;

/** The texts in a value that hold more than plain text, keys of objects among them. */
function eachTemplate(raw: unknown, tell: (text: string) => void): void {
  const open = [raw];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === "string") {
      if (isTemplate(value)) tell(value);
    } else if (Array.isArray(value)) for (const item of value) open.push(item);
    else if (typeof value === "object" && value !== null)
      for (const name in value) {
        if (name === "//") continue;
        if (isTemplate(name)) tell(name);
        open.push((value as Record<string, unknown>)[name]);
      }
  }
}

function isTemplate(text: string): boolean {
  return text.includes("${") || text.includes("%{");
}

function addFromText(text: string, found: Set<string>): void {
  try {
    for (const part of parseText(text)) if (typeof part === "object") addFromNode(part, found);
  } catch (error) {
    if (!(error instanceof Unparsed)) throw error;
  }
}

interface Open {
  readonly node: unknown;
  /** Names that stand for items of a `for` here. */
  readonly bound: ReadonlySet<string>;
}

function addFromNode(root: Node, found: Set<string>): void {
  const open: Open[] = [{ node: root, bound: new Set() }];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    const { node, bound } = each;
    if (typeof node !== "object" || node === null) continue;
    const address = addressOf(node as Node, bound);
    if (address !== undefined) {
      found.add(address);
      continue;
    }
    const { kind, names, of, ...inner } = node as Partial<Extract<Node, { kind: "for" }>>;
    open.push({ node: of, bound });
    const within = kind === "for" ? new Set([...bound, ...(names ?? [])]) : bound;
    for (const value of Object.values(inner) as unknown[]) open.push({ node: value, bound: within });
  }
}

/** `TYPE.NAME`, `data.TYPE.NAME`, `local.NAME`: the first steps of a reference. */
function addressOf(node: Node, bound: ReadonlySet<string>): string | undefined {
  if (node.kind !== "attribute") return undefined;
  const { of, name } = node;
  if (of.kind === "name")
    return bound.has(of.name) || PREFIXES.has(of.name) ? undefined : `${of.name}.${name}`;
  if (of.kind !== "attribute" || of.of.kind !== "name" || bound.has(of.of.name)) return undefined;
  if (of.of.name === "data") return `data.${of.name}.${name}`;
  return of.of.name === "resource" ? `${of.name}.${name}` : undefined;
}

const PREFIXES = new Set(["data", "resource"]);
