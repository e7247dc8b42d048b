import type { Text } from "../text/text";
import type { PolicyDocument, WrittenResources } from "../model";
import type { StatementPatterns } from "./decode/statement";
import type { DecodedDocument, ReadPolicy } from "./read-policy";

/** Half of a surrogate pair, which well-formed text does not hold. */
export const STAMP_MARK = "\uD802";
const NAMED = /log-group:([\w./#-]+)/g;

/**
 * Fleets stamp their policies out of one module, so that thousands differ in nothing but the log group's name. Such
 * texts are decoded once, with a mark for the name, and the name is put back where resources hold the mark.
 */
export class Stamps {
  readonly #read = new Map<string, ReadPolicy | undefined>();

  /** What `read` makes of the text; `scope` is what else the reading depends on. */
  decode(raw: unknown, scope: string, read: (raw: unknown) => ReadPolicy): ReadPolicy {
    const name = typeof raw === "string" ? nameIn(raw) : undefined;
    if (typeof raw !== "string" || name === undefined) return read(raw);
    const marked = raw.replaceAll(`log-group:${name}`, `log-group:${STAMP_MARK}`);
    const key = `${scope}\n${marked}`;
    const known = this.#read.get(key);
    if (known !== undefined) return stamped(known, name);
    if (this.#read.has(key)) return read(raw);
    const made = isInReference(marked) ? undefined : read(marked);
    const isStamp = made !== undefined && holdsMarkInResourcesOnly(made);
    this.#read.set(key, isStamp ? made : undefined);
    return isStamp ? stamped(made, name) : read(raw);
  }
}

/** The one log group that a text names literally; undefined for none, or several. */
function nameIn(raw: string): string | undefined {
  let only: string | undefined;
  for (const [, name] of raw.matchAll(NAMED)) {
    if (only !== undefined && only !== name) return undefined;
    only = name;
  }
  return only;
}

function isInReference(marked: string): boolean {
  return new RegExp(`\\$\\{[^}]*${STAMP_MARK}`).test(marked);
}

/** Conditions are read against the one role that a policy hangs on, so a policy that has any is no stamp. */
function holdsMarkInResourcesOnly({ document }: ReadPolicy): boolean {
  if (document === undefined) return false;
  const { statements } = document.model;
  return (
    statements.every(({ conditions }) => conditions.length === 0) &&
    !JSON.stringify(statements).includes("\\ud802")
  );
}

function stamped({ text, document }: ReadPolicy, name: string): ReadPolicy {
  return document === undefined ? { text } : { text, document: new Stamped(document, name) };
}

class Stamped implements DecodedDocument {
  readonly model: PolicyDocument;
  readonly written: readonly WrittenResources[];
  readonly stamp: { readonly document: DecodedDocument; readonly name: string };

  constructor(document: DecodedDocument, name: string) {
    const put = (text: string): string => text.replaceAll(STAMP_MARK, () => name);
    this.model = document.model;
    this.written = document.written.map(({ resources, not_resources }) => ({
      resources: resources.map(put),
      not_resources: not_resources.map(put),
    }));
    this.stamp = { document, name };
  }

  /** Made when asked for: what the patterns of a fleet cover is mostly told from the stamp. */
  get patterns(): readonly StatementPatterns[] {
    const { document, name } = this.stamp;
    const put = (text: Text): Text =>
      text.map((part) => (typeof part === "string" ? part.replaceAll(STAMP_MARK, () => name) : part));
    return document.patterns.map(({ resources, notResources }) => ({
      resources: resources.map(put),
      notResources: notResources.map(put),
    }));
  }
}
