/**
 * IAM patterns: `*` is any run of characters, `?` is one. Matching is case-sensitive and three-valued, since a
 * pattern and what it is held against may both have parts that are not known.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
import type { Atom, Text } from "./text";
import { literalOf } from "./text-parts";

/** `yes` and `no` hold whatever the atoms stand for; `unknown` depends on them. */
export type Ternary = "yes" | "no" | "unknown";

/** Does the pattern match the subject, in which `*` and `?` are characters like any other? */
export function matches(pattern: Text, subject: Text): Ternary {
  if (isSame(pattern, subject)) return "yes";
  const known = literalOf(pattern);
  const other = literalOf(subject);
  const areKnown = known !== undefined && other !== undefined;
  if (areKnown) {
    const wild = known.search(/[*?]/);
    if (wild < 0 || !other.startsWith(known.slice(0, wild))) return "no";
    if (known[wild] === "*" && wild === known.length - 1) return "yes";
  }
  const left = tokenise(pattern, true);
  const right = tokenise(subject, false);
  if (glob(left, right)) return "yes";
  return !areKnown && meet(loosen(left), loosen(right)) ? "unknown" : "no";
}

function isSame(a: Text, b: Text): boolean {
  return a.length === b.length && a.every((part, at) => keyOf(part) === keyOf(b[at]));
}

function keyOf(part: string | Atom | undefined): unknown {
  return typeof part === "object" ? `\uD800${part.key}` : part;
}

/** Is there a string that both patterns match? */
export function overlaps(a: Text, b: Text): Ternary {
  const [one, other] = [headOf(a), headOf(b)];
  if (!one.head.startsWith(other.head) && !other.head.startsWith(one.head)) return "no";
  if (one.isPrefix && other.isPrefix) return "yes";
  const left = tokenise(a, true);
  const right = tokenise(b, true);
  if (meet(left, right)) return "yes";
  if (literalOf(a) !== undefined && literalOf(b) !== undefined) return "no";
  return meet(loosen(left), loosen(right)) ? "unknown" : "no";
}

/** What every string that the pattern matches starts with; `isPrefix`: and nothing else is asked of them. */
function headOf(pattern: Text): { readonly head: string; readonly isPrefix: boolean } {
  const [first, ...others] = pattern;
  if (typeof first !== "string") return { head: "", isPrefix: false };
  const wild = first.search(/[*?]/);
  if (wild < 0) return { head: first, isPrefix: false };
  return { head: first.slice(0, wild), isPrefix: others.length === 0 && first.slice(wild) === "*" };
}

/** Does a known part of the text hold `*` or `?`? */
export function hasWildcard(text: Text): boolean {
  return text.some((part) => typeof part === "string" && /[*?]/.test(part));
}

/** Any run, possibly empty, of the characters it accepts. */
interface Star {
  readonly accepts: RegExp;
}
/** One character that is not known but that the same token elsewhere is equal to. */
interface Hidden {
  readonly key: string;
  readonly accepts: RegExp;
  /** It stands for a run of any length, so `?` need not match it. */
  readonly run: boolean;
}
/** One character that is not a certain one. */
interface One {
  readonly one: RegExp;
}
type Token = string | Star | Hidden | One;

const ANY = /[^]/;
const STAR: Star = { accepts: ANY };
const ONE: One = { one: ANY };
const ACCOUNT_DIGITS = 12;
const CHARACTERS: Record<Atom["kind"], RegExp> = {
  partition: /[a-z-]/,
  region: /[a-z0-9-]/,
  account: /[0-9]/,
  unknown: ANY,
};

function tokenise(text: Text, wild: boolean): Token[] {
  return text.flatMap((part) => (typeof part === "string" ? tokensOf(part, wild) : hide(part)));
}

function tokensOf(run: string, wild: boolean): Token[] {
  const tokens: Token[] = run.split("");
  if (!wild || !/[*?]/.test(run)) return tokens;
  return tokens.map((char) => (char === "*" ? STAR : char === "?" ? ONE : char));
}

function hide({ key, kind }: Atom): Hidden[] {
  const accepts = CHARACTERS[kind];
  if (kind !== "account") return [{ key, accepts, run: true }];
  return Array.from({ length: ACCOUNT_DIGITS }, (_, digit) => ({
    key: `${key}#${digit}`,
    accepts,
    run: false,
  }));
}

/** Takes what is not known for whatever it may be. */
function loosen(tokens: readonly Token[]): Token[] {
  return tokens.map((token) => {
    if (!isHidden(token)) return token;
    return token.run ? { accepts: token.accepts } : { one: token.accepts };
  });
}

function isHidden(token: Token): token is Hidden {
  return typeof token === "object" && "key" in token;
}

function isStar(token: Token | undefined): token is Star {
  return typeof token === "object" && "accepts" in token && !("key" in token);
}

/** Two pointers and one place to go back to: at worst the product of the lengths, mostly their sum. */
function glob(pattern: readonly Token[], subject: readonly Token[]): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let next = 0; next < subject.length;) {
    const token = pattern[at];
    if (isStar(token)) {
      star = at++;
      resume = next;
    } else if (token !== undefined && same(token, subject[next] ?? "")) {
      at++;
      next++;
    } else if (star >= 0) {
      at = star + 1;
      next = ++resume;
    } else return false;
  }
  while (isStar(pattern[at])) at++;
  return at === pattern.length;
}

/**
 * Is there a string in both? `row[at]`: what stands before this row's token, and before column `at`, can be the same
 * string. The product of the lengths, so lengths that cannot agree are told first.
 */
function meet(rows: readonly Token[], columns: readonly Token[]): boolean {
  if (shortest(rows) > longest(columns) || shortest(columns) > longest(rows)) return false;
  let row = new Uint8Array(columns.length + 1).fill(1, 0, 1);
  for (const down of rows) {
    const next = new Uint8Array(columns.length + 1);
    let alive = false;
    for (let at = 0; at <= columns.length; at++) {
      if (row[at] === 0) continue;
      const across = columns[at];
      if (across !== undefined && (isStar(across) || (isStar(down) && fits(down, across)))) row[at + 1] = 1;
      if (isStar(down)) next[at] = 1;
      else if (isStar(across)) next[at] ||= fits(across, down) ? 1 : 0;
      else if (across !== undefined && same(down, across)) next[at + 1] = 1;
      alive ||= next[at] === 1 || next[at + 1] === 1;
    }
    if (!alive) return false;
    row = next;
  }
  const last = row.lastIndexOf(1);
  return columns.slice(last).every(isStar);
}

/** Characters that a string of the pattern has at least. */
function shortest(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token) => sum + (isStar(token) || (isHidden(token) && token.run) ? 0 : 1), 0);
}

function longest(tokens: readonly Token[]): number {
  return tokens.some((token) => isStar(token) || (isHidden(token) && token.run)) ? Infinity : tokens.length;
}

/** May the star run over the token? */
function fits(star: Star, token: Token): boolean {
  return typeof token === "string" ? star.accepts.test(token) : true;
}

/** Can two tokens, none of them a star, be the same character, or the same run? */
function same(a: Token, b: Token): boolean {
  if (typeof a === "string") return typeof b === "string" ? a === b : isOne(b) && b.one.test(a);
  if (isHidden(a)) return isHidden(b) ? a.key === b.key : isOne(b) && !a.run;
  if (isHidden(b)) return !b.run;
  return typeof b !== "string" || (isOne(a) && a.one.test(b));
}

function isOne(token: Token): token is One {
  return typeof token === "object" && "one" in token;
}
