import { bodies } from "../blocks";
import { holdsMarker, literalValue } from "../literal";
import { objectOf } from "../plan/configuration";
import { parseTemplate } from "../template";
import { namesIn } from "./names";
import { canonical } from "./same-value";

/** Heads of references whose text a plan does not follow: what they lead to may hold any reference. */
const FOLLOWED = /^(?:var|local|each|count|module|path|terraform|self)\./;
/** Names of its own, which are no references. */
const LOOP = /\bfor\b/;
/** More than references and text. */
const EVALUATED = /\$\{(?!\s*[\w.-]+\s*\})|%\{/;

/** How an argument is compared. */
export interface Comparing {
  /** Is the source told as the plan repeats it, with nothing evaluated? */
  readonly isRaw: boolean;
  /** Does the plan know the value, so that nothing is taken from the source? */
  readonly isKnown: boolean;
  /** Is it a policy, or a part of one? */
  readonly isPolicy: boolean;
}

/**
 * Does the source say something else than an expression of a plan's configuration? Constants are compared as they are;
 * of anything else a plan made from `.tf` tells the references alone, which are compared where the value `isKnown` not.
 */
export function differsFromExpression(
  expression: unknown,
  raw: unknown,
  { isRaw, isKnown, isPolicy }: Comparing,
): boolean {
  const { constant_value: constant, references } = objectOf(expression);
  const named = Array.isArray(references) ? references.filter((each) => typeof each === "string") : [];
  if (isRaw && constant !== undefined) return canonical(constant) !== canonical(raw);
  if (named.length > 0 && typeof constant === "string") return isText(constant, raw) && constant !== raw;
  if (named.length > 0) return !isKnown && differsInReferences(named, raw, isPolicy);
  if (constant === undefined || constant === null) return false;
  if (holdsReference(raw)) return !holdsMarker(constant) && !isKnown;
  return !saysSame(constant, raw);
}

/** Are both templates without anything to evaluate? */
function isText(constant: string, raw: unknown): boolean {
  return (
    typeof raw === "string" && !EVALUATED.test(constant) && !EVALUATED.test(raw) && !namesFollowed(constant)
  );
}

function namesFollowed(raw: unknown): boolean {
  for (const name of namesIn(raw)) if (FOLLOWED.test(name)) return true;
  return false;
}

/** Text of Terraform's JSON stands in a plan as it was written, text of `.tf` as it is. */
function saysSame(constant: unknown, raw: unknown): boolean {
  const wanted = canonical(raw);
  if ([constant, literalValue(constant)].some((each) => canonical(each) === wanted)) return true;
  const [block, ...others] = bodies(constant) ?? [];
  return block !== undefined && others.length === 0 && canonical(block) === wanted;
}

function holdsReference(raw: unknown): boolean {
  if (typeof raw === "string") return parseTemplate(raw).some((part) => typeof part === "object");
  if (Array.isArray(raw)) return raw.some(holdsReference);
  return typeof raw === "symbol" || Object.values(objectOf(raw)).some(holdsReference);
}

/**
 * Are other resources named, or another number of times? Terraform lists a reference as often as it stands there. What
 * was evaluated may name fewer (`try`, `length`), which nobody writes in a policy.
 */
function differsInReferences(references: readonly string[], raw: unknown, isPolicy: boolean): boolean {
  if (typeof raw === "symbol" || references.some((each) => FOLLOWED.test(`${each}.`)) || namesFollowed(raw))
    return false;
  if (LOOP.test(JSON.stringify(raw))) return false;
  const names = [...namesIn(raw)];
  const planned = counted(references.filter((each) => addressIn(each) === each));
  const said = counted(names.flatMap((name) => addressIn(name) ?? []));
  const attributes = new Set(references.map((each) => each.replace(/\[[^\]]*\]/g, "")));
  const isMore =
    names.some((name) => OF_AWS.test(name) && !attributes.has(name)) ||
    [...said].some(([address, times]) => planned.has(address) && times > (planned.get(address) ?? 0));
  return isMore || (isPolicy && [...planned].some(([address, times]) => times > (said.get(address) ?? 0)));
}

/** Of all texts with dots, those that are references whatever stands around them. */
const OF_AWS = /^(?:data\.)?aws_/;

/** `aws_x.y` of `aws_x.y[0].arn`. */
function addressIn(reference: string): string | undefined {
  return /^(?:data\.)?[A-Za-z_][\w-]*\.[\w-]+/.exec(reference)?.[0];
}

function counted(addresses: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const address of addresses) times.set(address, (times.get(address) ?? 0) + 1);
  return times;
}
