import { parseText } from "./parse-template";
import { type Node, Unparsed } from "./syntax";

/** The locals that a value in Terraform's JSON syntax names, at any depth. What cannot be parsed names none. */
export function localsNamed(raw: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [raw];
  for (let at = 0; at < open.length; at++) {
    const value = open[at];
    if (typeof value === "string") addFromText(value, found);
    else if (typeof value === "object" && value !== null)
      for (const [name, each] of Object.entries(value)) open.push(name, each);
  }
  return found;
}

function addFromText(text: string, found: Set<string>): void {
  if (!text.includes("local.")) return;
  try {
    for (const part of parseText(text)) if (typeof part === "object") addFromNode(part, found);
  } catch (error) {
    if (!(error instanceof Unparsed)) throw error;
  }
}

function addFromNode(node: Node, found: Set<string>): void {
  const open: unknown[] = [node];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    if (typeof each !== "object" || each === null) continue;
    if (isLocal(each)) found.add(each.name);
    else open.push(...(Object.values(each) as unknown[]));
  }
}

/** `local.NAME`. */
function isLocal(value: object): value is { name: string } {
  const { kind, of } = value as Partial<Extract<Node, { kind: "attribute" }>>;
  return kind === "attribute" && of?.kind === "name" && of.name === "local";
}
