import { matches, overlaps } from "../../text/pattern";
import type { Text } from "../../text/text";
import { literalOf } from "../../text/text-parts";
import type { Use } from "../policy-context";
import type { StatementDraft, WordingList } from "./draft";

/** What the service does with the role, and what people grant it besides. */
const ROLE_ACTIONS = [
  "logs:createlogstream",
  "logs:putlogevents",
  "logs:describelogstreams",
  "logs:describeloggroups",
  "logs:createloggroup",
  "sts:assumerole",
];

/** Stands for any action of S3: what matches it by `*` matches every one. */
const ANY_S3 = "s3:\uF8FF";

/** What each use of a policy asks for, lower-case. */
const WATCHED_ACTIONS: Record<Use, readonly string[]> = {
  trust: ROLE_ACTIONS,
  permission: ROLE_ACTIONS,
  bucket: ["s3:putobject", "s3:getbucketacl"],
  key: [
    "kms:encrypt",
    "kms:decrypt",
    "kms:reencryptfrom",
    "kms:reencryptto",
    "kms:generatedatakey",
    "kms:describekey",
  ],
  plain: [ANY_S3],
};

/** `ANY_S3` under the name that the model gives it. */
const SHOWN = new Map([[ANY_S3, "s3:*"]]);

/** The actions of a statement, lower-case since IAM compares them so. */
export interface Actions {
  readonly actions: string[];
  readonly notActions: string[];
  /** Those of the one list that is given, in the author's spelling. */
  readonly actionsGiven: string[];
  /** Those of the watched actions that the element matches, whatever the unknown parts are. */
  readonly covers: string[];
  readonly complete: boolean;
}

/** Reads Action or NotAction; patterns of which a part is not known are left out of the lists. */
export function readActions(draft: Pick<StatementDraft, "actions" | "notActions">, use: Use): Actions {
  const { actions, notActions } = draft;
  const negated = notActions.items.length > 0 || !notActions.complete;
  const given = negated ? notActions : actions;
  const patterns = given.items.map(({ text }) => lowerCase(text));
  const known = patterns.map(literalOf).filter((action) => action !== undefined);
  return {
    actions: negated ? [] : known,
    notActions: negated ? known : [],
    actionsGiven: given.items.map(({ text }) => literalOf(text)).filter((action) => action !== undefined),
    covers: WATCHED_ACTIONS[use]
      .filter((action) => (negated ? excepts(patterns, given, action) : names(patterns, action)))
      .map((action) => SHOWN.get(action) ?? action),
    complete: given.complete && known.length === patterns.length,
  };
}

function names(patterns: readonly Text[], action: string): boolean {
  return patterns.some((pattern) => matches(pattern, [action]) === "yes");
}

function excepts(patterns: readonly Text[], { complete }: WordingList, action: string): boolean {
  const meets =
    action === ANY_S3 ? (text: Text) => overlaps(text, ["s3:*"]) : (text: Text) => matches(text, [action]);
  return complete && patterns.every((pattern) => meets(pattern) === "no");
}

function lowerCase(text: Text): Text {
  return text.map((part) => (typeof part === "string" ? part.toLowerCase() : part));
}
