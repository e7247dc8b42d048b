import type { Ternary } from "../../text/pattern";
import { matches } from "../../text/pattern";
import type { Text } from "../../text/text";
import { joinText, literalOf } from "../../text/text-parts";

/** The parts of an ARN, or of a pattern for one; the resource part is all that follows the fifth colon. */
export interface Arn {
  readonly partition: Text;
  readonly service: Text;
  readonly region: Text;
  readonly account: Text;
  readonly resource: Text;
}

const PARTS = 6;
const REST: Text = ["*"];

/**
 * Splits at the colons, since IAM compares ARNs part by part. A pattern with fewer parts that ends in `*` stands for
 * the rest. `malformed`: no ARN. `unknown`: something unknown stands where colons may be.
 */
export function splitArn(text: Text): Arn | "malformed" | "unknown" {
  const parts: Text[] = [[]];
  for (const piece of text) {
    if (typeof piece === "object" && piece.kind === "unknown" && parts.length < PARTS) {
      return parts.length === 1 || literalOf(parts[0] ?? []) === "arn" ? "unknown" : "malformed";
    }
    const [first = "", ...more] = typeof piece === "string" ? splitRun(piece, PARTS - parts.length) : [piece];
    parts.push(joinText(parts.pop() ?? [], [first]), ...more.map((run) => (run === "" ? [] : [run])));
  }
  const [prefix = [], ...fields] = parts;
  if (literalOf(prefix) !== "arn") return "malformed";
  const isOpen = endsInStar(text);
  if (parts.length < PARTS && !isOpen) return "malformed";
  const [partition = REST, service = REST, region = REST, account = REST, resource = REST] = fields;
  return { partition, service, region, account, resource };
}

/** At the first `times` colons. */
function splitRun(run: string, times: number): string[] {
  const pieces = run.split(":");
  return pieces.length <= times + 1 ? pieces : [...pieces.slice(0, times), pieces.slice(times).join(":")];
}

function endsInStar(text: Text): boolean {
  const last = text.at(-1);
  return typeof last === "string" && last.endsWith("*");
}

/** Does the pattern match the ARN, part by part? */
export function matchesArn(pattern: Text, subject: Text): Ternary {
  const wanted = splitArn(pattern);
  const given = splitArn(subject);
  if (wanted === "malformed") return "no";
  if (wanted === "unknown" || given === "unknown" || given === "malformed") {
    return matches(pattern, subject) === "no" ? "no" : "unknown";
  }
  return allOf(scopeMatches(wanted, given), matches(wanted.resource, given.resource));
}

/** Does the pattern match partition, service, region and account of the ARN? */
export function scopeMatches(pattern: Arn, subject: Arn): Ternary {
  return allOf(
    matches(pattern.partition, subject.partition),
    matches(pattern.service, subject.service),
    matches(pattern.region, subject.region),
    matches(pattern.account, subject.account),
  );
}

/** Do all of them hold? */
export function allOf(...facts: readonly Ternary[]): Ternary {
  if (facts.includes("no")) return "no";
  return facts.includes("unknown") ? "unknown" : "yes";
}
