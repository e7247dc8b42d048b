import { Fn } from "cdktf";

/** What follows `mark` in an ARN: looked up now where it can be seen, otherwise by Terraform. */
export function after(arn: string, mark: string): string {
  const at = arn.indexOf(mark);
  if (at >= 0) return arn.slice(at + mark.length);
  const [, expression] = /^\$\{([^{}]*)\}$/.exec(arn) ?? [];
  // cdktf's own references begin with TfToken, and only its functions know them; any other is Terraform's, as written.
  if (expression === undefined || expression.startsWith("TfToken["))
    return Fn.element(Fn.split(mark, arn), 1) as string;
  return `\${element(split(${JSON.stringify(mark)}, ${expression}), 1)}`;
}
