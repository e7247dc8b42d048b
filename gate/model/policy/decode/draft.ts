/**
 * What the encodings of a policy have in common: its statements with all their elements in place, before IAM's own
 * meaning is read out of them.
 */
import type { Wording } from "./wording";

/** A list of strings. `complete` false: it has items that are not known. */
export interface WordingList {
  readonly items: readonly Wording[];
  readonly complete: boolean;
}

export interface PrincipalDraft {
  /** As written: `AWS`, `Service`, ..., or `*`. */
  readonly kind: Wording;
  readonly ids: WordingList;
}

export interface ConditionDraft {
  /** Operator with quantifier and suffix, as written: `ForAnyValue:StringLikeIfExists`. */
  readonly test: Wording;
  readonly key: Wording;
  readonly values: WordingList;
}

export interface StatementDraft {
  /** For messages: `statement 2`. */
  readonly place: string;
  readonly sid: Wording;
  readonly effect: Wording;
  /** Lists are empty where the element is not given. */
  readonly actions: WordingList;
  readonly notActions: WordingList;
  readonly resources: WordingList;
  readonly notResources: WordingList;
  /** Undefined where the element is not given, which `"Service": []` is. */
  readonly principals: readonly PrincipalDraft[] | undefined;
  readonly notPrincipals: readonly PrincipalDraft[] | undefined;
  readonly conditions: readonly ConditionDraft[];
}

/** An element that is not given. */
export const NO_WORDINGS: WordingList = { items: [], complete: true };
