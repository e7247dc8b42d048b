import { matches } from "../../text/pattern";
import type { Text } from "../../text/text";
import { literalOf } from "../../text/text-parts";
import type { StatementDraft, WordingList } from "./draft";

/** What the service does with the role, and what people grant it besides. */
const WATCHED_ACTIONS = [
  "logs:createlogstream",
  "logs:putlogevents",
  "logs:describelogstreams",
  "logs:describeloggroups",
  "logs:createloggroup",
  "sts:assumerole",
];

/** The actions of a statement, lower-case since IAM compares them so. */
export interface Actions {
  readonly actions: string[];
  readonly notActions: string[];
  /** Those of the watched actions that the element matches, whatever the unknown parts are. */
  readonly covers: string[];
  readonly complete: boolean;
}

/** Reads Action or NotAction; patterns of which a part is not known are left out of the lists. */
export function readActions(draft: Pick<StatementDraft, "actions" | "notActions">): Actions {
  const { actions, notActions } = draft;
  const negated = notActions.items.length > 0 || !notActions.complete;
  const given = negated ? notActions : actions;
  const patterns = given.items.map(({ text }) => lowerCase(text));
  const known = patterns.map(literalOf).filter((action) => action !== undefined);
  return {
    actions: negated ? [] : known,
    notActions: negated ? known : [],
    covers: WATCHED_ACTIONS.filter((action) =>
      negated ? excepts(patterns, given, action) : names(patterns, action),
    ),
    complete: given.complete && known.length === patterns.length,
  };
}

function names(patterns: readonly Text[], action: string): boolean {
  return patterns.some((pattern) => matches(pattern, [action]) === "yes");
}

function excepts(patterns: readonly Text[], { complete }: WordingList, action: string): boolean {
  return complete && patterns.every((pattern) => matches(pattern, [action]) === "no");
}

function lowerCase(text: Text): Text {
  return text.map((part) => (typeof part === "string" ? part.toLowerCase() : part));
}
