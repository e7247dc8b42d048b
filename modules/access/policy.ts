import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import type { Statement } from "../destination/document";
import { documentOf } from "../destination/document";
import type { Placement } from "../placement/placement";
import type { Problems } from "../refusal/problems";

/** How a managed policy of IAM is called. */
export interface PolicyName {
  /**
   * 1 to 128 letters, digits and `+=,.@_-`.
   * @default made by AWS from a prefix, so that two stacks never collide
   */
  readonly name?: string;
}

/** A name that IAM takes, or none. */
export function checkPolicyName(name: unknown, problems: Problems): void {
  if (name === undefined) return;
  problems.matching("name", name, /^[\w+=,.@-]{1,128}$/, "1 to 128 letters, digits and +=,.@_-");
}

/** A managed policy, attached to nobody: whose it is, the caller decides. */
export function policyOf(
  placement: Placement,
  { name }: PolicyName,
  prefix: string,
  description: string,
  statements: readonly Statement[],
): IamPolicy {
  return placement.put(
    new IamPolicy(placement.construct, "policy", {
      ...placement.tagged,
      ...(name === undefined ? { namePrefix: prefix } : { name }),
      description,
      policy: documentOf(statements),
    }),
  );
}
