import type { Model } from "../../model/model";

/** `privilege-pass-role` and `privilege-excess-action` compare the resources of these with what roles are called. */
const NAMING = new Set(["iam:passrole", "sts:assumerole"]);

/**
 * Positions of the policies that rules judge by their very texts: which role they let a role pass or take on. Names tell
 * them apart, so that none of them is like another.
 */
export function policiesNamingRoles(model: Model): ReadonlySet<number> {
  const naming = new Set<number>();
  model.documents.forEach(({ statements }, at) => {
    if (statements.some(({ actions }) => actions.some((action) => NAMING.has(action)))) naming.add(at);
  });
  return new Set([...model.policies.keys()].filter((at) => naming.has(model.policies[at]?.document ?? -1)));
}
