/**
 * Text of which a part may not be known: what is left of a Terraform template once its references are resolved.
 *
 * `${aws_cloudwatch_log_group.x.arn}:*` becomes `arn:`, own partition, `:logs:`, own region, `:`, own account,
 * `:log-group:NAME:*`, so that it compares equal to the same ARN written by hand.
 */
export interface Atom {
  /** Two atoms are equal, as values, exactly when their keys are. */
  readonly key: string;
  readonly kind: "partition" | "region" | "account" | "unknown";
  /** The Terraform reference as a person would write it, `${...}` included. */
  readonly shown: string;
}

/** Known runs and atoms, in order; no empty run, no two runs side by side. */
export type Text = readonly (string | Atom)[];

/** The account, region and partition that a resource is made in: one known run each, or one atom. */
export interface Own {
  readonly partition: Text;
  readonly region: Text;
  readonly account: Text;
}
