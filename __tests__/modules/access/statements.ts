import { document } from "../documents";
import type { Arguments } from "../synthesize";

/** A statement of a policy. */
export interface Statement {
  readonly Sid: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: unknown;
}

/** The statements of aws_iam_policy, by their ids. */
export function statements(policy: Arguments): Record<string, Statement> {
  const { Statement } = document(policy, "policy") as { Statement: Statement[] };
  return Object.fromEntries(Statement.map((statement) => [statement.Sid, statement]));
}
