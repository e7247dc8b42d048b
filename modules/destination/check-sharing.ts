import type { TerraformStack } from "cdktf";
import { isDeferred, shown, type Loose, type Problems } from "../refusal/problems";
import type { DeliveryRole } from "./delivery-role";
import { LogGroup } from "./log-group";

/** Where the flow log is made. */
export interface Home {
  readonly stack: TerraformStack;
  /** Alias of its provider; "" is the default one. */
  readonly alias: string;
}

/** The provider's alias as a sentence names it. */
function providerNamed(alias: string): string {
  return alias === "" ? "the default provider" : `provider aws.${alias}`;
}

/** A log group takes records of its own region, and the trust of a role is for its own account and region. */
export function checkAlias(
  prop: string,
  shared: LogGroup | DeliveryRole,
  { alias }: Home,
  problems: Problems,
): void {
  if (shared.alias === alias) return;
  const places = `${providerNamed(shared.alias)}, this flow log of ${providerNamed(alias)}`;
  problems.add(prop, `is of ${places}; leave ${prop} out, so that one is made there`);
}

/** What the policy of a shared role would call the log group, and the stack that knows it. */
function named(group: unknown, home: Home): { name: unknown; stack: TerraformStack } {
  if (group instanceof LogGroup) return { name: group.name ?? group.arn, stack: group.stack };
  const { name, existing } = (group ?? {}) as Loose;
  const given = (existing ?? {}) as Loose;
  return { name: name ?? given["name"] ?? given["arn"], stack: home.stack };
}

/** The role's policy stands in the role's stack, which is applied first and cannot ask this one. */
export function checkReach(role: DeliveryRole, group: unknown, home: Home, problems: Problems): void {
  const { name, stack } = named(group, home);
  if (role.resource === undefined || stack === role.stack || !isDeferred(name)) return;
  problems.add(
    "role",
    `is of stack ${role.stack.node.path}, which cannot know the log group's name ${shown(name)}; leave role out, or give the name as a literal`,
  );
}
