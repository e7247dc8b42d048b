import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { settle } from "../../placement/home";
import type { Placement } from "../../placement/placement";
import { ownerDocument } from "./documents";

/** A KMS key that is there already. Its policy is not touched: the gate judges it where it can be seen. */
export interface ExistingKey {
  readonly existing: { readonly arn: string };
}

/** The KMS key that a log group or bucket is encrypted with. Give it to others to share it. */
export class Key {
  constructor(
    readonly arn: string,
    /** The real thing, where a FlowLogs made it: for overrides and attributes. */
    readonly resource: KmsKey | undefined,
  ) {}
}

function make(placement: Placement): Key {
  const resource = placement.put(
    new KmsKey(placement.construct, "key", {
      ...placement.tagged,
      description: `Flow logs of ${placement.construct.node.path}`.slice(0, 8192),
      enableKeyRotation: true,
      // The longest: records cannot be read again once the key is gone.
      deletionWindowInDays: 30,
      policy: ownerDocument(placement.own),
    }),
  );
  return settle(new Key(resource.arn, resource), placement);
}

/** The key of the props: new, given or shared. Only for props that were checked. */
export function keyOf(placement: Placement, given: string | ExistingKey | Key | undefined): Key | undefined {
  if (given === undefined || given instanceof Key) return given;
  if (given === "create") return make(placement);
  const arn = typeof given === "string" ? given : given.existing.arn;
  return settle(new Key(arn, undefined), placement);
}
