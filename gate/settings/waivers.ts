import { isObject } from "../read/blocks";
import { type Complaint, shown, unknownKey, unknownName, written, wrongValue } from "./complaint";
import type { KnownRule } from "./known";

/** What a waiver says in the settings file; in code it stands with its resource, so it says neither address nor path. */
export const IN_SETTINGS = { required: ["rule", "address", "reason", "until"], optional: ["cause", "path"] };
export const IN_CODE = { required: ["rule", "reason", "until"], optional: ["cause"] };

const WHY: Readonly<Record<string, string>> = {
  rule: "name the rule whose finding is accepted",
  address: "give the address that the report prints for the finding",
  reason: "say why it is accepted",
  until: "give the last day on which it is accepted, as YYYY-MM-DD",
};

/** What is wrong with a waiver. Its day is left to the policies: a malformed one counts as past. */
export function complaintsAbout(
  given: unknown,
  at: readonly (string | number)[],
  rules: ReadonlyMap<string, KnownRule>,
  { required, optional }: typeof IN_CODE,
): readonly Complaint[] {
  if (!isObject(given)) return [wrongValue(at, given, "a waiver in braces")];
  const known = [...required, ...optional];
  const problems = Object.keys(given)
    .filter((key) => !known.includes(key))
    .map((key) => unknownKey([...at, key], ["key of a waiver", "keys of a waiver"], known));
  for (const key of known) {
    const value = given[key];
    if (typeof value === "string" && value.trim() !== "") continue;
    if (value === undefined && optional.includes(key)) continue;
    const fix = WHY[key] ?? "correct it, or take it out";
    if (value === undefined) problems.push({ at, message: `${written(at)} has no "${key}"`, fix });
    else problems.push({ ...wrongValue([...at, key], value, "a text that is not empty"), fix });
  }
  return problems.length > 0 ? problems : aboutRule(given, at, rules);
}

function aboutRule(
  { rule: id, cause }: Record<string, unknown>,
  at: readonly (string | number)[],
  rules: ReadonlyMap<string, KnownRule>,
): readonly Complaint[] {
  const rule = rules.get(id as string);
  if (rule === undefined) {
    const otherwise = "list the rules with `flowgate rules`";
    return [unknownName([...at, "rule"], "rule", id as string, rules.keys(), otherwise)];
  }
  if (!rule.waivable) {
    const message = `${rule.id} cannot be waived: what it finds never works, whoever accepts it`;
    return [{ at: [...at, "rule"], message, fix: "take the waiver out, and correct what the rule finds" }];
  }
  if (cause === undefined || Object.hasOwn(rule.causes, cause as string)) return [];
  const otherwise = `write one of ${Object.keys(rule.causes).join(", ")}, or take it out`;
  const { fix } = unknownName(at, "cause", cause as string, Object.keys(rule.causes), otherwise);
  return [{ at: [...at, "cause"], message: `${rule.id} has no cause ${shown(cause)}`, fix }];
}
