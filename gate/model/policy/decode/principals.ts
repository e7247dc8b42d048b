import type { Principal } from "../../model";
import { hasWildcard, matches } from "../../text/pattern";
import type { Text } from "../../text/text";
import { isSettled, literalOf } from "../../text/text-parts";
import type { ResourceRequest } from "../policy-context";
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
  request?: ResourceRequest,
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
      const principal: Principal = { kind: name, id: show(id), known: isSettled(id.text) };
      if (request !== undefined) principal.own = isService(name, id.text, request);
      items.push(principal);
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

/** Names of services have no wildcards; an id of another kind that is not known may be everybody. */
function isService(kind: string, id: Text, request: ResourceRequest): NonNullable<Principal["own"]> {
  if (kind !== "service") return matches(id, ["*"]) === "unknown" ? "unknown" : "no";
  if (hasWildcard(id)) return "no";
  const facts = request.services.map((service) => matches(id, service));
  if (facts.includes("yes")) return "yes";
  const perhaps = request.perhaps.some((service) => matches(id, service) !== "no");
  return facts.includes("unknown") || perhaps ? "unknown" : "no";
}
