import { literalOf } from "../../text/text-parts";
import type { StatementDraft } from "./draft";
import { Unreadable, notPolicy } from "./unreadable";
import { show } from "./wording";

type Statements = readonly StatementDraft[];

/**
 * Merges as the provider does: sources first, then the document's own statements, then the overrides; a statement
 * takes the place of an earlier one with the same Sid. Throws `Unreadable` where the provider fails, too.
 */
export function mergeBySid(
  sources: readonly Statements[],
  own: Statements,
  overrides: readonly Statements[],
): Statements {
  refuseTwins(sources.flat());
  refuseTwins(own);
  const all = [...sources.flat(), ...own, ...overrides.flat()];
  const unknown =
    all.length === own.length ? undefined : all.find(({ sid }) => literalOf(sid.text) === undefined);
  if (unknown !== undefined) {
    throw new Unreadable(
      "reference",
      `the Sid of ${unknown.place} is not known, so documents cannot be merged`,
    );
  }
  const merged: StatementDraft[] = [];
  const positions = new Map<string, number>();
  for (const statement of all) {
    const sid = show(statement.sid);
    const at = sid === "" ? merged.length : (positions.get(sid) ?? merged.length);
    positions.set(sid, at);
    merged[at] = statement;
  }
  return merged;
}

function refuseTwins(statements: Statements): void {
  const seen = new Set<string>();
  for (const { sid } of statements) {
    const known = literalOf(sid.text);
    if (known === undefined || known === "") continue;
    if (seen.has(known)) throw notPolicy(`two statements have the Sid "${known}"`);
    seen.add(known);
  }
}
