import type { Statement, WrittenResources } from "../../model";
import type { Text } from "../../text/text";
import { literalOf } from "../../text/text-parts";
import { readActions } from "./actions";
import { readConditions } from "../condition/conditions";
import type { StatementDraft, WordingList } from "./draft";
import type { PolicyContext, Use } from "../policy-context";
import { readPrincipals } from "./principals";
import { Unreadable, notPolicy, quote } from "./unreadable";
import { show } from "./wording";

/** The resource patterns of a statement, with their references resolved; parallel to its lists. */
export interface StatementPatterns {
  readonly resources: readonly Text[];
  readonly notResources: readonly Text[];
}

/** Throws `Unreadable` where IAM would refuse the statement. */
export function readStatement(
  draft: StatementDraft,
  use: Use,
  context: PolicyContext,
): { statement: Statement; written: WrittenResources; patterns: StatementPatterns } {
  refuseMisplaced(draft, use);
  const actions = readActions(draft, use);
  const principals = readPrincipals(draft.principals, draft.place, context.request);
  const notPrincipals = readPrincipals(draft.notPrincipals, draft.place, context.request);
  const conditions = readConditions(draft, use, context);
  const gaps: [Statement["unknown"][number], boolean][] = [
    ["action", actions.complete],
    ["resource", draft.resources.complete && draft.notResources.complete],
    ["principal", principals.complete && notPrincipals.complete],
    ["condition", conditions.complete],
  ];
  return {
    statement: {
      sid: show(draft.sid),
      effect: readEffect(draft),
      actions: actions.actions,
      not_actions: actions.notActions,
      actions_given: actions.actionsGiven,
      covers: actions.covers,
      principals: principals.items,
      not_principals: notPrincipals.items,
      conditions: conditions.items,
      unknown: gaps.filter(([, complete]) => !complete).map(([element]) => element),
    },
    written: {
      resources: draft.resources.items.map(({ written }) => written),
      not_resources: draft.notResources.items.map(({ written }) => written),
    },
    patterns: {
      resources: draft.resources.items.map(({ text }) => text),
      notResources: draft.notResources.items.map(({ text }) => text),
    },
  };
}

function readEffect({ effect, place }: StatementDraft): Statement["effect"] {
  const known = literalOf(effect.text);
  if (known === "Allow" || known === "Deny") return known;
  if (known === undefined)
    throw new Unreadable("reference", `Effect of ${place} is ${quote(effect.written)}`);
  throw notPolicy(
    known === "" ? `${place} has no Effect` : `Effect of ${place} is "${quote(known)}", not Allow or Deny`,
  );
}

/** IAM takes exactly one of each pair, and not the pair of the other kind of policy. */
function refuseMisplaced(draft: StatementDraft, use: Use): void {
  refuseBoth(draft.place, "Action", isGiven(draft.actions), isGiven(draft.notActions));
  const resources = [isGiven(draft.resources), isGiven(draft.notResources)] as const;
  const principals = [draft.principals !== undefined, draft.notPrincipals !== undefined] as const;
  if (use === "trust" && resources.includes(true))
    throw notPolicy(`${draft.place} of a trust policy names a resource`);
  if (use === "permission" && principals.includes(true))
    throw notPolicy(`${draft.place} of a permission policy names a principal`);
  if (use !== "permission") refuseBoth(draft.place, "Principal", ...principals);
  if (use !== "trust") refuseBoth(draft.place, "Resource", ...resources);
}

function refuseBoth(place: string, element: string, given: boolean, negated: boolean): void {
  if (given && negated) throw notPolicy(`${place} has both ${element} and Not${element}`);
  if (!given && !negated) throw notPolicy(`${place} has neither ${element} nor Not${element}`);
}

function isGiven(list: WordingList): boolean {
  return list.items.length > 0 || !list.complete;
}
