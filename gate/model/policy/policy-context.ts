import type { Attributes } from "../../read/resource";
import type { Expression } from "../text/template";
import type { Own, Text } from "../text/text";

/** What a policy is for. Trust names principals and no resources, permissions the other way round. */
export type Use = "trust" | "permission";

/** What the texts of a policy are read against: the source that they stand in, and the role that they serve. */
export interface PolicyContext {
  /** Account, region and partition of the role. */
  readonly own: Own;
  /** Always answers; a reference that cannot be resolved is an atom of kind `unknown`. */
  resolve(expression: Expression): Text;
  /**
   * The raw value (Terraform's JSON syntax) behind a reference that is the whole value: a local, another resource's
   * argument, another stack's output. `context` is where that value stands.
   */
  follow(expression: Expression): { raw: unknown; context: PolicyContext } | undefined;
  /** The data source behind `data.aws_iam_policy_document.X.json`. */
  dataDocument(expression: Expression): { attributes: Attributes; context: PolicyContext } | undefined;
  /** ARN of the one role that a permission policy hangs on. */
  readonly roleArn?: Text;
}
