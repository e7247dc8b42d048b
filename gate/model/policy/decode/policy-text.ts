import type { Expression, TemplatePart } from "../../text/template";
import type { Text } from "../../text/text";
import type { ConditionDraft, PrincipalDraft, StatementDraft, WordingList } from "./draft";
import { NO_WORDINGS } from "./draft";
import type { PolicyContext } from "../policy-context";
import type { PolicyJson } from "./policy-json";
import { parsePolicyJson } from "./policy-json";
import { Unreadable, notPolicy, quote } from "./unreadable";
import type { Wording } from "./wording";
import { plain, show, toWording } from "./wording";

/** Reads the JSON text of a policy; references may stand inside its strings. Throws `Unreadable`. */
export function readPolicyText(parts: readonly TemplatePart[], context: PolicyContext): StatementDraft[] {
  const json = parsePolicyJson(parts);
  return new PolicyReader(json, context).statements(json.value);
}

const DOCUMENT_ELEMENTS = ["Version", "Id", "Statement"];
const STATEMENT_ELEMENTS = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
];
const VERSIONS = ["2012-10-17", "2008-10-17"];

/** Reads only where an element may stand, so that depth costs nothing. */
class PolicyReader {
  constructor(
    private readonly json: PolicyJson,
    private readonly context: PolicyContext,
  ) {}

  statements(policy: unknown): StatementDraft[] {
    const elements = this.object(policy, "the policy", DOCUMENT_ELEMENTS);
    const version = elements.get("Version");
    if (version !== undefined && !VERSIONS.includes(show(this.string(version, "Version")))) {
      throw notPolicy(`Version is neither ${VERSIONS.join(" nor ")}`);
    }
    if (elements.has("Id")) this.string(elements.get("Id"), "Id");
    const statements = elements.get("Statement");
    if (statements === undefined) throw notPolicy("the policy has no Statement");
    const list: readonly unknown[] = Array.isArray(statements) ? statements : [statements];
    return list.map((statement, at) => this.statement(statement, `statement ${at + 1}`));
  }

  private statement(raw: unknown, place: string): StatementDraft {
    const elements = this.object(raw, place, STATEMENT_ELEMENTS);
    const list = (name: string): WordingList =>
      elements.has(name) ? this.list(elements.get(name), `${name} of ${place}`) : NO_WORDINGS;
    const principals = (name: string): PrincipalDraft[] | undefined =>
      elements.has(name) ? this.principals(elements.get(name), `${name} of ${place}`) : undefined;
    const conditions = elements.has("Condition") ? this.conditions(elements.get("Condition"), place) : [];
    return {
      place,
      sid: elements.has("Sid") ? this.string(elements.get("Sid"), `Sid of ${place}`) : plain(""),
      effect: this.string(elements.get("Effect") ?? "", `Effect of ${place}`),
      actions: list("Action"),
      notActions: list("NotAction"),
      resources: list("Resource"),
      notResources: list("NotResource"),
      principals: principals("Principal"),
      notPrincipals: principals("NotPrincipal"),
      conditions,
    };
  }

  private principals(raw: unknown, place: string): PrincipalDraft[] {
    if (typeof raw === "string") {
      return [{ kind: plain("*"), ids: { items: [this.wording(raw)], complete: true } }];
    }
    return [...this.object(raw, place)].map(([kind, ids]) => ({
      kind: this.wording(kind),
      ids: this.list(ids, `"${quote(kind)}" in ${place}`),
    }));
  }

  private conditions(raw: unknown, place: string): ConditionDraft[] {
    const conditions: ConditionDraft[] = [];
    for (const [test, keys] of this.object(raw, `Condition of ${place}`)) {
      for (const [key, values] of this.object(keys, `${quote(test)} in Condition of ${place}`)) {
        const at = `${quote(key)} in Condition of ${place}`;
        conditions.push({
          test: this.wording(test),
          key: this.wording(key),
          values: this.list(values, at, true),
        });
      }
    }
    return conditions;
  }

  /** Members by name, in a Map: `__proto__` is a name like any other. */
  private object(raw: unknown, place: string, allowed?: readonly string[]): Map<string, unknown> {
    if (typeof raw !== "object" || raw === null || Array.isArray(raw))
      throw notPolicy(`${place} is not an object`);
    const members = new Map(Object.entries(raw));
    for (const name of members.keys()) {
      if (allowed !== undefined && !allowed.includes(name)) {
        throw notPolicy(`${place} has the unknown element "${quote(this.wording(name).written)}"`);
      }
    }
    return members;
  }

  private list(raw: unknown, place: string, scalars = false): WordingList {
    const items: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
    return {
      items: items.map((item) =>
        scalars && (typeof item === "boolean" || typeof item === "number")
          ? plain(String(item))
          : this.string(item, place, "a string or a list of strings"),
      ),
      complete: true,
    };
  }

  private string(raw: unknown, place: string, wanted = "a string"): Wording {
    if (typeof raw !== "string") throw notPolicy(`${place} is not ${wanted}`);
    return this.wording(raw);
  }

  private wording(text: string): Wording {
    return toWording(this.json.pieces(text), (expression) => this.resolve(expression));
  }

  /** Terraform puts the value into the text before anybody parses it, so a quotation mark would end the string. */
  private resolve(expression: Expression): Text {
    const text = this.context.resolve(expression);
    if (text.some((part) => typeof part === "string" && /["\\\u0000-\u001f]/.test(part))) {
      throw new Unreadable("not-json", `the value of ${quote(expression.shown)} changes the JSON around it`);
    }
    return text;
  }
}
