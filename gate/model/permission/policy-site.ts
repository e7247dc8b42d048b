import type { Resource } from "../../read/resource";
import type { Policy, Ref } from "../model";
import type { Text } from "../text/text";

/** A place where a permission document stands. */
export interface PolicySite {
  readonly kind: Policy["kind"];
  readonly resource: Resource;
  readonly name: Text;
  /** The document in Terraform's JSON syntax. */
  readonly raw: unknown;
}

/** A policy hangs on a role. */
export interface Grant {
  readonly site: PolicySite;
  /** Which instance of a counted role; "" for the only one. */
  readonly instance: string;
  /** What attaches it; empty where the policy names the role itself. */
  readonly attachments: Resource[];
  /** false: it may not hang there after all. */
  certain: boolean;
  /** What may take it off, or write over it. */
  readonly contestedBy: Resource[];
  /** The list of the role's only policies that takes it off. */
  readonly detachedBy?: Resource;
}

/** A managed policy on a role that is not in the input. */
export interface ForeignPolicy {
  /** What attaches it, or may do so. */
  readonly by: Ref;
  readonly given: string;
  /** The value by which an exclusive list may name it. */
  readonly arn: Text;
  readonly known: boolean;
}

/** All that hangs on one role. */
export interface Grants {
  readonly role: Resource;
  readonly grants: Grant[];
  readonly foreign: ForeignPolicy[];
}
