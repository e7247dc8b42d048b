import { readFileSync, writeFileSync } from "node:fs";

interface Tagged {
  tags?: unknown;
}

interface Stack {
  readonly resource: Readonly<Record<string, Readonly<Record<string, Tagged>>>>;
}

interface Plan {
  readonly resource_changes: readonly {
    readonly type: string;
    readonly change: { readonly after: Tagged };
  }[];
}

/** A synthesized stack in which no two flow logs are alike: each is modelled and judged for itself. */
export function unlikeStack(from: string, to: string): void {
  const stack = JSON.parse(readFileSync(from, "utf8")) as Stack;
  number(Object.values(stack.resource.aws_cloudwatch_log_group ?? {}));
  writeFileSync(to, JSON.stringify(stack));
}

/** The same of a plan. */
export function unlikePlan(from: string, to: string): void {
  const plan = JSON.parse(readFileSync(from, "utf8")) as Plan;
  const groups = plan.resource_changes.filter(({ type }) => type === "aws_cloudwatch_log_group");
  number(groups.map(({ change }) => change.after));
  writeFileSync(to, JSON.stringify(plan));
}

/** A number is no name: what differs in one differs in more than what it is called. */
function number(groups: readonly Tagged[]): void {
  groups.forEach((group, at) => {
    group.tags = { number: String(at) };
  });
}
