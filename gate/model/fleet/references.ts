import { isWord } from "./words";

/** What the text of an argument refers to. */
export interface References {
  /** Addresses of resources: `aws_iam_role.x`, `data.aws_region.x`. */
  readonly resources: string[];
  /** It refers to locals, variables and the like. */
  leavesResources: boolean;
  /**
   * It is put together of parts (`${local.prefix}-a`), or computed: what it comes to cannot be told by looking for words.
   */
  isComposed: boolean;
}

const TRAVERSAL = /^(?:[a-z][A-Za-z0-9_]*)(?:\.[A-Za-z_][A-Za-z0-9_-]*|\[\d+\])*$/;
const RESOURCE = /^((?:data\.)?aws_[a-z0-9_]+\.[A-Za-z_][A-Za-z0-9_-]*)(?:\.[a-z0-9_]+)+$/;

/** Adds what the texts of a value refer to, at any depth. */
export function readReferences(value: unknown, found: References): void {
  if (typeof value === "string") {
    if (value.includes("{")) readText(value, found);
  } else if (value instanceof Map) {
    for (const each of value.values()) readReferences(each, found);
  } else if (typeof value === "object" && value !== null) {
    for (const key in value) readReferences((value as Record<string, unknown>)[key], found);
  }
}

function readText(text: string, found: References): void {
  if (text.includes("%{") || text.includes("$${")) found.isComposed = true;
  for (let open = text.indexOf("${"); open >= 0; open = text.indexOf("${", open + 2)) {
    const close = text.indexOf("}", open);
    const inner = text.slice(open + 2, close < 0 ? undefined : close);
    const resource = RESOURCE.exec(inner)?.[1];
    if (close < 0 || (resource === undefined && !TRAVERSAL.test(inner))) found.isComposed = true;
    else if (resource === undefined) found.leavesResources = true;
    else found.resources.push(resource);
    if (isGlue(text.charCodeAt(open - 1)) || isGlue(text.charCodeAt(close + 1))) found.isComposed = true;
  }
}

/** What, right beside a reference, makes one name or one pattern of both. */
function isGlue(code: number): boolean {
  return isWord(code) || code === STAR || code === QUESTION_MARK || code === DOLLAR || code === CLOSING;
}

const [STAR, QUESTION_MARK, DOLLAR, CLOSING] = [0x2a, 0x3f, 0x24, 0x7d];
