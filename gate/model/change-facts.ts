import type { FlagValue, NumberValue, Ref, Subject } from "./model";

/** What a plan does to a flow log, or to a log group or bucket that flow logs wrote to. Values are those before the plan, unless they say so. */
export interface Change extends Subject {
  kind: "flow-log" | "log-group" | "bucket";
  /** `forget`: Terraform lets go of it and it stays. `replace`: it is deleted and another one made, in either order. */
  action: "delete" | "forget" | "replace" | "update";
  /** Flow logs that wrote to it. */
  written_by: Ref[];
  /** `skip_destroy` of a log group: it stays when Terraform deletes it. */
  skip_destroy: FlagValue;
  /** Days. */
  retention: NumberValue;
  /** Days, after the plan. */
  retention_after: NumberValue;
  /** What a flow log was on, for people: `vpc-1234`. "" for anything else. */
  scope: string;
  /** Of a flow log: those after the plan that capture what it was on, or may do so. */
  successors: Successor[];
}

/** A flow log that is there after the plan, seen from one that is not. */
export interface Successor extends Ref {
  /** Is it on the same VPC, subnet or interface, or on one that holds it? */
  same_scope: "yes" | "unknown";
}

/** A waiver that stands in the code of a resource. */
export interface CodeWaiver extends Ref {
  rule: string;
  /** Absent: of every cause. */
  cause?: string;
  reason: string;
  /** The last day on which it holds, as written. */
  until: string;
  location?: { path: string; line: number };
}
