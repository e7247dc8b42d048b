import { bodies } from "../../read/blocks";
import type { Resource } from "../../read/resource";
import type { Placements } from "./placements";
import type { Grants, PolicySite } from "./policy-site";
import { contest } from "./contested";
import { placeOf } from "../subject";
import type { Text } from "../text/text";
import { isSettled, textKey } from "../text/text-parts";

/** What an exclusive list says about one policy. */
type Listed = "yes" | "no" | "unknown";

/** A policy that was meant for a role and does not hang there. */
export interface Detached {
  readonly role: Resource;
  readonly site: PolicySite;
  /** The list that leaves it out. */
  readonly by: Resource;
}

const EXCLUSIVE = [
  { type: "aws_iam_role_policies_exclusive", argument: "policy_names", managed: false },
  { type: "aws_iam_role_policy_attachments_exclusive", argument: "policy_arns", managed: true },
] as const;

/**
 * Takes off what a list of the only policies of a role leaves out: Terraform detaches it.
 * Answers the policies that then hang on the role no more.
 */
export function applyExclusive(placements: Placements): Detached[] {
  for (const each of placements.all()) doubtOthers(placements, each);
  const detached: Detached[] = [];
  for (const { type, argument, managed } of EXCLUSIVE)
    for (const resource of placements.resolver.index.ofType(type)) {
      const listed = reader(placements, resource, resource.attributes[argument]);
      const named = placements.roles.byName(resource.attributes.role_name, resource);
      if (named.state === "resolved")
        for (const site of restrict(placements, placements.of(named.resource), listed, managed))
          detached.push({ role: named.resource, site, by: resource });
      else if (named.state !== "external") doubt(placements, resource.source, managed);
    }
  return detached;
}

/**
 * A role that lists policies itself takes off all others of their kind at a later apply, and whatever hangs them on it
 * puts them back at the next. What a state lists is what hangs there.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role#inline_policy
 */
function doubtOthers({ resolver }: Placements, { role, grants }: Grants): void {
  if (resolver.index.sources[role.source]?.kind === "state") return;
  const { inline_policy: inline, managed_policy_arns: managed } = role.attributes;
  const listsInline = isGiven(inline) && bodies(inline)?.length !== 0;
  for (const grant of grants) {
    const { site, attachments } = grant;
    const takesOff =
      (listsInline && site.kind === "role-policy") ||
      (isGiven(managed) && site.kind === "managed" && !attachments.includes(role));
    if (!takesOff) continue;
    grant.certain = false;
    contest(grant, role);
  }
}

function isGiven(raw: unknown): boolean {
  return raw !== undefined && raw !== null;
}

function restrict(
  placements: Placements,
  { grants, foreign }: Grants,
  listed: (text: Text) => Listed,
  managed: boolean,
): PolicySite[] {
  const detached: PolicySite[] = [];
  const kept = grants.filter((grant) => {
    if ((grant.site.kind === "managed") !== managed) return true;
    const { name, resource } = grant.site;
    const answer = listed(managed ? placements.resolver.attribute(resource, "arn") : name);
    if (answer === "no") detached.push(grant.site);
    grant.certain &&= answer === "yes";
    return answer !== "no";
  });
  grants.splice(0, grants.length, ...kept);
  if (managed) foreign.splice(0, foreign.length, ...foreign.filter(({ arn }) => listed(arn) !== "no"));
  return detached;
}

/** The role of an exclusive list is not known: it may be any of its source. */
function doubt(placements: Placements, source: number, managed: boolean): void {
  for (const { role, grants } of placements.all())
    if (role.source === source)
      for (const grant of grants) if ((grant.site.kind === "managed") === managed) grant.certain = false;
}

function reader({ resolver }: Placements, resource: Resource, raw: unknown): (text: Text) => Listed {
  if (!Array.isArray(raw)) return () => "unknown";
  // An empty list takes off all there is, whatever its name.
  if (raw.length === 0) return () => (resource.exists === "yes" ? "no" : "unknown");
  const texts = raw.map((each) =>
    typeof each === "string" ? resolver.text(each, placeOf(resource)) : undefined,
  );
  const keys = new Set(texts.map((text) => (text === undefined ? "" : textKey(text))));
  const isKnown = resource.exists === "yes" && texts.every((text) => text !== undefined && isSettled(text));
  return (text) => (keys.has(textKey(text)) ? "yes" : isKnown && isSettled(text) ? "no" : "unknown");
}
