import { TerraformElement, Token } from "cdktf";
import { Construct } from "constructs";
import { InvalidPropsError, type Problem } from "./invalid-props";
import { nearest } from "./nearest";

/** An object whose values nobody has looked at yet: what a caller from JavaScript may pass. */
export type Loose = Readonly<Record<string, unknown>>;

/** A value that only Terraform will know: a token, or a text with a reference in it. */
export function isDeferred(value: unknown): boolean {
  return Token.isUnresolved(value) || (typeof value === "string" && value.includes("${"));
}

/** A value as a person recognizes it, in one short piece. */
export function shown(value: unknown): string {
  if (typeof value === "string")
    return JSON.stringify(value.length > 80 ? `${value.slice(0, 77)}...` : value);
  if (TerraformElement.isTerraformElement(value) || Construct.isConstruct(value)) {
    return `the construct ${value.node.path}`;
  }
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  return typeof value === "function" ? "a function" : String(value);
}

/** Values as a sentence names them: `"ALL", "ACCEPT" or "REJECT"`. */
export function choice(values: readonly unknown[]): string {
  const words = values.map(shown);
  const last = words.pop() ?? "";
  return words.length === 0 ? last : `${words.join(", ")} or ${last}`;
}

/**
 * Collects what is wrong, so that a caller learns all of it at once. A value that only Terraform will know is let
 * through: Terraform and the gate judge it.
 */
export class Problems {
  private readonly found: Problem[] = [];

  add(prop: string, message: string): void {
    this.found.push({ prop, message });
  }

  /** @throws InvalidPropsError if anything was found. */
  refuse(where: string): void {
    if (this.found.length > 0) throw new InvalidPropsError(where, this.found);
  }

  /** @returns the value as an object, or undefined, where it is none (which is then a problem). */
  object(prop: string, value: unknown, hint: string): Loose | undefined {
    if (
      typeof value === "object" &&
      value !== null &&
      !Array.isArray(value) &&
      !Construct.isConstruct(value)
    ) {
      return value as Loose;
    }
    this.add(prop, `is ${shown(value)}; give ${hint}`);
    return undefined;
  }

  /** Names that nobody reads are slips of the pen, and would be ignored in silence. */
  onlyKeys(prefix: string, value: Loose, allowed: readonly string[]): void {
    for (const key of Object.keys(value)) {
      if (allowed.includes(key) || value[key] === undefined) continue;
      const meant = nearest(key, allowed);
      this.add(
        `${prefix}${key}`,
        `is not a prop; ${meant === undefined ? `there are ${allowed.join(", ")}` : `use ${prefix}${meant}`}`,
      );
    }
  }

  oneOf(prop: string, value: unknown, allowed: readonly (string | number)[]): void {
    if (value === undefined || isDeferred(value) || allowed.some((candidate) => candidate === value)) return;
    const texts = allowed.filter((candidate) => typeof candidate === "string");
    const meant = typeof value === "string" ? nearest(value, texts) : undefined;
    this.add(prop, `is ${shown(value)}; use ${meant === undefined ? choice(allowed) : shown(meant)}`);
  }

  boolean(prop: string, value: unknown): void {
    if (!isDeferred(value)) this.literalBoolean(prop, value);
  }

  /** Of a choice that is made while the construct is. */
  literalBoolean(prop: string, value: unknown): void {
    if (value === undefined || typeof value === "boolean") return;
    this.add(prop, `is ${shown(value)}; use true or false`);
  }

  /** What is there already keeps its own settings: nothing but `allowed` may stand beside `existing`. */
  alone(prop: string, value: Loose, allowed: readonly string[], what: string): void {
    for (const key of Object.keys(value)) {
      if (key === "existing" || value[key] === undefined || allowed.includes(key)) continue;
      this.add(
        `${prop}.${key}`,
        `is given beside existing, and an existing ${what} keeps its own settings; leave one out`,
      );
    }
  }

  /** @returns whether exactly one of the two is given. */
  either(prop: string, value: Loose, first: string, second: string): boolean {
    const given = [first, second].filter((key) => value[key] !== undefined);
    if (given.length === 1) return true;
    const has = given.length === 0 ? `neither ${first} nor ${second}` : `both ${first} and ${second}`;
    this.add(prop, `has ${has}; give one of them`);
    return false;
  }

  /**
   * @param what Completes "is ...; give ...".
   * @returns the text where it can be looked at further.
   */
  text(prop: string, value: unknown, what: string): string | undefined {
    if (typeof value === "string") {
      if (isDeferred(value)) return undefined;
      if (value !== "") return value;
    }
    this.add(prop, `is ${value === "" ? "empty" : shown(value)}; give ${what}`);
    return undefined;
  }

  matching(prop: string, value: unknown, pattern: RegExp, what: string): void {
    const text = this.text(prop, value, what);
    if (text !== undefined && !pattern.test(text)) this.add(prop, `is ${shown(text)}; give ${what}`);
  }
}
