import type { PolicyText } from "../../model";

/** Thrown while a policy is read, and caught by `readPolicy`: why no document can be made of it. */
export class Unreadable extends Error {
  constructor(
    readonly reason: Exclude<PolicyText["reason"], "">,
    /** One clause that names what could not be read. */
    readonly detail: string,
  ) {
    super(detail);
  }
}

/** A quotation for messages, cut where it is long. */
export function quote(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** JSON, or a data source, that does not follow the grammar of IAM policies. */
export function notPolicy(detail: string): Unreadable {
  return new Unreadable("not-a-policy", detail);
}
