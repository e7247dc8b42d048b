import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { TerraformStack } from "cdktf";
import type { Placement } from "../placement/placement";
import { deliveryDocument, trustDocument } from "./documents";
import type { LogGroup } from "./log-group";

const NAME_PREFIX = "vpc-flow-logs-";

/** A role that is there already. What it may do, and who may assume it, is not touched: the gate judges it. */
export interface ExistingRole {
  readonly existing: { readonly arn: string };
}

/** The role that the flow-log service delivers with: made by a FlowLogs, or given. Give it to others to share it. */
export class DeliveryRole {
  private readonly granted = new Set<string>();
  private policy: IamRolePolicy | undefined;

  private constructor(
    /** Literal or Terraform reference, as `iam_role_arn` takes it. */
    readonly arn: string,
    /** The real thing, where a FlowLogs made it: for overrides and attributes. */
    readonly resource: IamRole | undefined,
    private readonly home: Placement,
  ) {}

  /** A role that the flow-log service may assume for the own account and region. */
  static make(placement: Placement): DeliveryRole {
    const resource = placement.put(
      new IamRole(placement.construct, "role", {
        ...placement.tagged,
        namePrefix: NAME_PREFIX,
        assumeRolePolicy: trustDocument(placement.own),
      }),
    );
    return new DeliveryRole(resource.arn, resource, placement);
  }

  /** Takes an existing one. */
  static given(placement: Placement, { existing }: ExistingRole): DeliveryRole {
    return new DeliveryRole(existing.arn, undefined, placement);
  }

  /** Alias of the provider that it is made with; "" is the default one. */
  get alias(): string {
    return this.home.alias;
  }

  /** The stack that it is made in. */
  get stack(): TerraformStack {
    return this.home.stack;
  }

  /**
   * Lets the role deliver to a group. One policy for all groups, so that each flow log of the role waits for all that
   * the role may do, and the role's 10,240 characters of inline policy go as far as they can.
   *
   * @returns what a flow log must wait for; undefined for a role that is not ours to change.
   */
  grant(group: LogGroup): IamRolePolicy | undefined {
    if (this.resource === undefined) return undefined;
    this.granted.add(group.arnFor(this.home));
    const document = deliveryDocument([...this.granted]);
    if (this.policy === undefined) {
      this.policy = this.home.put(
        new IamRolePolicy(this.home.construct, "policy", {
          ...this.home.common,
          namePrefix: NAME_PREFIX,
          role: this.resource.id,
          policy: document,
        }),
      );
    } else {
      this.policy.policy = document;
    }
    return this.policy;
  }
}
