import { UNKNOWN } from "../../read/resource";
import type { Expression, TemplatePart } from "../text/template";
import { parseTemplate } from "../text/template";
import type { PolicyDocument, PolicyText, WrittenResources } from "../model";
import { readDataDocument } from "./decode/data-document";
import type { StatementDraft } from "./decode/draft";
import type { PolicyContext, Use } from "./policy-context";
import { readPolicyText } from "./decode/policy-text";
import type { StatementPatterns } from "./decode/statement";
import { readStatement } from "./decode/statement";
import { Unreadable, quote } from "./decode/unreadable";

/** A document made regular, and its resources, as written and as patterns. */
export interface DecodedDocument {
  readonly model: PolicyDocument;
  /** Parallel to the statements of `model`. */
  readonly written: readonly WrittenResources[];
  /** Parallel to the statements of `model`. */
  readonly patterns: readonly StatementPatterns[];
  /** The document that this one is but for one name, with `STAMP_MARK` in its place. */
  readonly stamp?: { readonly document: DecodedDocument; readonly name: string };
}

export interface ReadPolicy {
  readonly text: Omit<PolicyText, "document">;
  /** Where `text` is readable. */
  readonly document?: DecodedDocument;
}

/**
 * Reads a policy from whatever Terraform allows in its place: JSON text, JSON text with references in it, or a
 * reference to a local, to another resource or to an `aws_iam_policy_document`. Never throws: what cannot be read is
 * `opaque` and says why. `draft`: `draftPolicy`, or what remembers what it made of this text.
 */
export function readPolicy(
  raw: unknown,
  use: Use,
  context: PolicyContext,
  draft: typeof draftPolicy = draftPolicy,
): ReadPolicy {
  if (raw === undefined || raw === null) return { text: { state: "absent", reason: "", detail: "" } };
  try {
    const read = draft(raw, context).map((statement) => readStatement(statement, use, context));
    return {
      text: { state: "readable", reason: "", detail: "" },
      document: {
        model: { statements: read.map(({ statement }) => statement) },
        written: read.map(({ written }) => written),
        patterns: read.map(({ patterns }) => patterns),
      },
    };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { text: { state: "opaque", reason: error.reason, detail: error.detail } };
  }
}

/** The statements before IAM's meaning is read out of them: the same whatever the policy is asked. Throws `Unreadable`. */
export function draftPolicy(raw: unknown, context: PolicyContext): readonly StatementDraft[] {
  return readDrafts(raw, context, { texts: MOST_TEXTS });
}

/** What the service needs to write records; the rest of `Statement.covers` is not in its way. */
const DELIVERY_ACTIONS = new Set(["logs:createlogstream", "logs:putlogevents", "logs:describelogstreams"]);

/** Does some Allow statement cover an action that delivery needs, or may it? */
export function grantsDelivery(document: PolicyDocument): boolean {
  return document.statements.some(
    ({ effect, covers, unknown }) =>
      effect === "Allow" &&
      (unknown.includes("action") || covers.some((action) => DELIVERY_ACTIONS.has(action))),
  );
}

/** References may form circles, and documents that merge one twice double with every level. */
const MOST_TEXTS = 200;
interface Left {
  texts: number;
}

function readDrafts(raw: unknown, context: PolicyContext, left: Left): readonly StatementDraft[] {
  if (raw === UNKNOWN) throw new Unreadable("reference", "its value is known only after apply");
  if (typeof raw !== "string")
    throw new Unreadable("wrong-type", `${typeOf(raw)} stands where a text belongs`);
  const parts = parseTemplate(raw);
  const whole = wholeExpression(parts);
  if (whole === undefined) return readPolicyText(parts, context);
  if (left.texts-- === 0) {
    throw new Unreadable(
      "reference",
      `more than ${MOST_TEXTS} texts are merged, or ${quote(whole.shown)} refers to itself`,
    );
  }
  const data = context.dataDocument(whole);
  if (data !== undefined) {
    return readDataDocument(data.attributes, data.context, (merged, from) => readDrafts(merged, from, left));
  }
  const followed = context.follow(whole);
  if (followed !== undefined && followed.raw !== null && followed.raw !== undefined) {
    return readDrafts(followed.raw, followed.context, left);
  }
  if (whole.traversal !== undefined)
    throw new Unreadable("reference", `${quote(whole.shown)} cannot be followed`);
  throw new Unreadable("expression", `${quote(whole.shown)} is an expression, which is not evaluated`);
}

/** The one expression that is all of a text but for white space. */
function wholeExpression(parts: readonly TemplatePart[]): Expression | undefined {
  const [only, ...rest] = parts.filter((part) => typeof part === "object" || part.trim() !== "");
  return typeof only === "object" && rest.length === 0 ? only : undefined;
}

function typeOf(raw: unknown): string {
  if (Array.isArray(raw)) return "a list";
  return typeof raw === "object" ? "an object" : `a ${typeof raw}`;
}
