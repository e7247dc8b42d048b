import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { homeOf, settle } from "../../placement/home";
import type { Placement } from "../../placement/placement";
import { arnIn, type LogGroup } from "../log-group/log-group";
import { deliveryDocument, trustDocument } from "./documents";

const NAME_PREFIX = "vpc-flow-logs-";

/** A role that is there already. What it may do, and who may assume it, is not touched: the gate judges it. */
export interface ExistingRole {
  readonly existing: { readonly arn: string };
}

/** The role that the flow-log service delivers with: made by a FlowLogs, or given. Give it to others to share it. */
export class DeliveryRole {
  constructor(
    /** Literal or Terraform reference, as `iam_role_arn` takes it. */
    readonly arn: string,
    /** The real thing, where a FlowLogs made it: for overrides and attributes. */
    readonly resource: IamRole | undefined,
  ) {}
}

interface Granted {
  readonly groups: Set<string>;
  policy?: IamRolePolicy;
}

const granted = new WeakMap<DeliveryRole, Granted>();

/** A role that the flow-log service may assume for the own account and region, or the given one. */
export function deliveryRoleOf(placement: Placement, given: ExistingRole | undefined): DeliveryRole {
  if (given !== undefined) return settle(new DeliveryRole(given.existing.arn, undefined), placement);
  const resource = placement.put(
    new IamRole(placement.construct, "role", {
      ...placement.tagged,
      namePrefix: NAME_PREFIX,
      assumeRolePolicy: trustDocument(placement.own),
    }),
  );
  return settle(new DeliveryRole(resource.arn, resource), placement);
}

/**
 * Lets the role deliver to a group. One policy for all groups, so that each flow log of the role waits for all that the
 * role may do, and the role's 10,240 characters of inline policy go as far as they can.
 *
 * @returns what a flow log must wait for; undefined for a role that is not ours to change.
 */
export function grantDelivery(role: DeliveryRole, group: LogGroup): IamRolePolicy | undefined {
  if (role.resource === undefined) return undefined;
  const home = homeOf(role);
  const grants = granted.get(role) ?? { groups: new Set<string>() };
  granted.set(role, grants);
  const arn = arnIn(home, group);
  if (grants.policy !== undefined && grants.groups.has(arn)) return grants.policy;
  grants.groups.add(arn);
  const policy = deliveryDocument([...grants.groups]);
  if (grants.policy === undefined) {
    grants.policy = home.put(
      new IamRolePolicy(home.construct, "policy", {
        ...home.common,
        namePrefix: NAME_PREFIX,
        role: role.resource.id,
        policy,
      }),
    );
  } else {
    grants.policy.policy = policy;
  }
  return grants.policy;
}
