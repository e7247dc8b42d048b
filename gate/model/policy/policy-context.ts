import type { Attributes } from "../../read/resource";
import type { Expression } from "../text/template";
import type { Own, Text } from "../text/text";

/**
 * What a policy is for. Trust names principals and no resources, permissions the other way round, and policies of
 * buckets and keys name both: `bucket` and `key` for the requests of the delivery service, `plain` for anybody's
 * request without TLS.
 */
export type Use = "trust" | "permission" | "bucket" | "key" | "plain";

/** What the policy of a bucket or a key is asked for. */
export interface ResourceRequest {
  /** Names of the service that asks, the one to write down first; none where it is anybody. */
  readonly services: readonly Text[];
  /** Names of which AWS does not say whether they mean the service too. */
  readonly perhaps: readonly Text[];
  /** ARN of the bucket or key. */
  readonly target: Text;
  /** The objects that are asked for. Several: which of them is not known. None for a key. */
  readonly objects: readonly Objects[];
  /** Where the bucket or key is made. */
  readonly owner: Own;
  /** ARNs of what a key encrypts, as the encryption context names it: one of them. */
  readonly encrypts: readonly Text[];
}

/** Objects of a bucket. */
export interface Objects {
  /** What their ARNs start with. */
  readonly prefix: Text;
  /** ARNs that stand for all of them: a pattern that matches each of these by wildcards matches every one. */
  readonly samples: readonly Text[];
}

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
  /** Account, region and partition of each flow log that uses the role, where they differ. */
  readonly owns?: readonly Own[];
  /** For policies of buckets and keys. */
  readonly request?: ResourceRequest;
}
