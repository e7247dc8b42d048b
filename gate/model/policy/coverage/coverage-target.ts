import type { Text } from "../../text/text";

/** The log groups that the service writes to. */
export interface CoverageTarget {
  /** ARNs without `:*`. */
  readonly groups: readonly Text[];
  /** false: one more group exists and is not known. */
  readonly complete: boolean;
  /** What the names of all streams start with: `eni-` for flow logs of a VPC, subnet or network interface. */
  readonly streamPrefix: "eni-" | "";
}
