/** One or several. */
export type Texts = string | readonly string[];

/** A statement of a policy document. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: Readonly<Record<string, Texts>> | "*";
  readonly Action: Texts;
  readonly Resource?: Texts;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Texts>>>>;
}

/** One text, or the list where it is several: AWS writes documents so, and a diff stays small. */
export function oneOrMany(texts: readonly string[]): Texts {
  const [only, ...rest] = texts;
  return only !== undefined && rest.length === 0 ? only : texts;
}

/** The policy document as Terraform takes it. */
export function documentOf(statements: readonly Statement[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
