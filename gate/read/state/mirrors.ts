import { isObject } from "../blocks";
import type { StateResource } from "../plan/values";
import type { Attributes } from "../resource";

/**
 * The policies that a role mirrors: `aws_iam_role` lists in `inline_policy` and `managed_policy_arns` whatever hangs
 * on the role. What a resource of the state hangs there counts as that resource's; the rest was hung there by others.
 */
export class Mirrors {
  readonly #inline = new Map<unknown, Set<unknown>>();
  readonly #attached = new Map<unknown, Set<unknown>>();

  constructor(resources: readonly StateResource[]) {
    for (const { mode, type, values } of resources) {
      if (mode !== "managed") continue;
      if (type === "aws_iam_role_policy") add(this.#inline, values.role, values.name);
      if (type === "aws_iam_role_policy_attachment") add(this.#attached, values.role, values.policy_arn);
      if (type === "aws_iam_policy_attachment" && Array.isArray(values.roles))
        for (const role of values.roles) add(this.#attached, role, values.policy_arn);
    }
  }

  /** The values of a resource without what other resources of the state say better. */
  without({ mode, type, values }: StateResource): Attributes {
    if (mode !== "managed" || type !== "aws_iam_role") return values;
    const { name, inline_policy: inline, managed_policy_arns: managed } = values;
    const [named, attached] = [of(this.#inline, name), of(this.#attached, name)];
    return {
      ...values,
      ...(Array.isArray(inline) && {
        inline_policy: inline.filter((each) => !(isObject(each) && named.has(each.name))),
      }),
      ...(Array.isArray(managed) && {
        managed_policy_arns: managed.filter((arn) => !attached.has(arn)),
      }),
    };
  }
}

function add(map: Map<unknown, Set<unknown>>, role: unknown, what: unknown): void {
  const known = map.get(role);
  if (known === undefined) map.set(role, new Set([what]));
  else known.add(what);
}

function of(map: ReadonlyMap<unknown, Set<unknown>>, role: unknown): ReadonlySet<unknown> {
  return map.get(role) ?? new Set();
}
