import type { Principal } from "../../model";
import { isSettled, literalOf } from "../../text/text-parts";
import type { PrincipalDraft } from "./draft";
import { Unreadable, notPolicy, quote } from "./unreadable";
import type { Wording } from "./wording";
import { show } from "./wording";

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
const KINDS = new Map([
  ["AWS", "aws"],
  ["Service", "service"],
  ["Federated", "federated"],
  ["CanonicalUser", "canonicaluser"],
  ["*", "*"],
]);

/** Throws `Unreadable` where IAM knows no such kind of principal. `complete` false: there are more. */
export function readPrincipals(
  drafts: readonly PrincipalDraft[] | undefined,
  place: string,
): { items: Principal[]; complete: boolean } {
  const items: Principal[] = [];
  for (const { kind, ids } of drafts ?? []) {
    const name = readKind(kind, place);
    for (const id of ids.items) {
      if (name === "*" && literalOf(id.text) !== undefined && show(id) !== "*") {
        throw notPolicy(
          `the principal of ${place} is "${quote(show(id))}", which is neither * nor an object`,
        );
      }
      items.push({ kind: name, id: show(id), known: isSettled(id.text) });
    }
  }
  return { items, complete: (drafts ?? []).every(({ ids }) => ids.complete) };
}

function readKind(kind: Wording, place: string): string {
  const written = literalOf(kind.text);
  if (written === undefined)
    throw new Unreadable("reference", `a principal of ${place} is of kind ${quote(kind.written)}`);
  const name = KINDS.get(written);
  if (name === undefined) throw notPolicy(`"${quote(written)}" in ${place} is no kind of principal`);
  return name;
}
