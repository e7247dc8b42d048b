import { type Expression, parseTemplate } from "../text/template";
import type { Text } from "../text/text";
import { textKey } from "../text/text-parts";
import type { PolicyDocument, WrittenResources } from "../model";
import type { StatementPatterns } from "./decode/statement";
import type { PolicyContext } from "./policy-context";
import { type DecodedDocument, type ReadPolicy, readPolicy } from "./read-policy";

/** Half of a surrogate pair, which well-formed text does not hold. */
export const STAMP_MARK = "\uD802";
const MARKED_REFERENCE = `\${${STAMP_MARK}}`;

const LITERAL = /log-group:[\w./#-]+/g;
/** To the ARN of a log group. */
const REFERENCE =
  /\$\{(?:[^{}"\\\s]|\["[\w./#-]*"\]){0,200}aws_cloudwatch_log_group\.(?:[^{}"\\\s]|\["[\w./#-]*"\]){1,200}\.arn\}/g;
const GROUP = "log-group:";
const GROUP_ARN = /^(.*log-group:)([\w./#-]+)$/s;

/** The one log group that a text names: how it does, and what the text is without the name. */
interface Imprint {
  /** What stands in the text: `log-group:NAME` or `${REFERENCE}`. */
  readonly written: string;
  readonly name: string;
  /** What stands there in the text that is decoded for all. */
  readonly mark: string;
  /** Of a reference: what it resolves to, with the mark for the name. */
  readonly arn?: Text;
}

/**
 * Fleets stamp their policies out of one module, so that thousands differ in nothing but the log group's name, or the
 * reference to it. Such texts are decoded once, with a mark for the name, and the name is put back where resources hold
 * the mark.
 */
export class Stamps {
  readonly #read = new Map<string, ReadPolicy | undefined>();

  /** What a permission policy says; `scope` is what else its reading depends on beside the text. */
  decode(raw: unknown, scope: string, context: PolicyContext): ReadPolicy {
    const read = (text: unknown, from: PolicyContext): ReadPolicy => readPolicy(text, "permission", from);
    const imprint = typeof raw === "string" ? imprintOf(raw, context) : undefined;
    if (typeof raw !== "string" || imprint === undefined) return read(raw, context);
    const { written, mark, arn } = imprint;
    const marked = raw.replaceAll(written, mark);
    const key = [scope, arn === undefined ? "" : textKey(arn), marked].join("\n");
    const known = this.#read.get(key);
    if (known !== undefined) return stamped(known, imprint);
    if (this.#read.has(key)) return read(raw, context);
    const made = read(marked, markedContext(context, arn));
    const isStamp = holdsMarkInResourcesOnly(made);
    this.#read.set(key, isStamp ? made : undefined);
    return isStamp ? stamped(made, imprint) : read(raw, context);
  }
}

/** Undefined where a text names no log group, or several. */
function imprintOf(raw: string, context: PolicyContext): Imprint | undefined {
  const literal = onlyMatch(raw, LITERAL);
  if (literal !== undefined)
    return { written: literal, name: literal.slice(GROUP.length), mark: GROUP + STAMP_MARK };
  const written = onlyMatch(raw, REFERENCE);
  // `$${` is no reference.
  if (written === undefined || raw.includes(`$${written}`)) return undefined;
  const [reference] = parseTemplate(written);
  const arn = typeof reference === "object" ? context.resolve(reference) : [];
  const last = arn.at(-1);
  const [, prefix = "", group] = (typeof last === "string" && GROUP_ARN.exec(last)) || [];
  return group === undefined
    ? undefined
    : { written, name: group, mark: MARKED_REFERENCE, arn: [...arn.slice(0, -1), prefix + STAMP_MARK] };
}

/** What of a text matches, where all that does is the same. */
function onlyMatch(raw: string, pattern: RegExp): string | undefined {
  let only: string | undefined;
  for (const [found] of raw.matchAll(pattern)) {
    if (only !== undefined && only !== found) return undefined;
    only = found;
  }
  return only;
}

/** Where the mark stands for a reference, it resolves to what the reference does. */
function markedContext(context: PolicyContext, arn: Text | undefined): PolicyContext {
  if (arn === undefined) return context;
  return {
    own: context.own,
    resolve: (expression: Expression) =>
      expression.shown === MARKED_REFERENCE ? arn : context.resolve(expression),
    follow: (expression) => context.follow(expression),
    dataDocument: (expression) => context.dataDocument(expression),
    ...(context.roleArn !== undefined && { roleArn: context.roleArn }),
  };
}

/**
 * Conditions are read against the one role that a policy hangs on, so a policy that has any is no stamp; nor is one with
 * the mark inside a reference, which then leads elsewhere.
 */
function holdsMarkInResourcesOnly({ document }: ReadPolicy): boolean {
  if (document === undefined) return false;
  const { statements } = document.model;
  const texts = document.patterns.flatMap(({ resources, notResources }) => [...resources, ...notResources]);
  const references = texts.flat().filter((part) => typeof part === "object");
  return (
    statements.every(({ conditions }) => conditions.length === 0) &&
    !JSON.stringify([statements, references]).includes("\\ud802")
  );
}

function stamped({ text, document }: ReadPolicy, imprint: Imprint): ReadPolicy {
  return document === undefined ? { text } : { text, document: new Stamped(document, imprint) };
}

class Stamped implements DecodedDocument {
  readonly model: PolicyDocument;
  readonly written: readonly WrittenResources[];
  readonly stamp: { readonly document: DecodedDocument; readonly name: string };

  constructor(document: DecodedDocument, { written, name, mark }: Imprint) {
    const put = (text: string): string => text.replaceAll(mark, () => written);
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
