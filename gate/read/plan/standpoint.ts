import type { Scope } from "./scope";

/** A value in Terraform's JSON syntax with absolute references. `exact` false: text may stand around the one reference. */
export interface Meaning {
  readonly value: unknown;
  readonly exact: boolean;
}

/** Where the names in an expression are looked up: in a module, for one instance of a resource or a module call. */
export interface Standpoint {
  readonly scope: Scope;
  /** Of the instance, as an address writes it; "" for the only one. */
  readonly key: string;
  /** The keys of all its instances. */
  readonly keys: ReadonlySet<string>;
  /** Its `for_each`, as the configuration has it. */
  readonly forEach: unknown;
}

const NO_KEYS: ReadonlySet<string> = new Set();

/** Where locals, outputs and provider configurations stand, which no instance has for itself. */
export function plainly(scope: Scope): Standpoint {
  return { scope, key: "", keys: NO_KEYS, forEach: undefined };
}

/** References in a row that are followed, and characters of a text, beyond which a value counts as not known. */
export const LONGEST = { chain: 100, text: 1_000_000 };

/** `[0]` is 0, `["k"]` is "k"; undefined for what is neither. */
export function keyValue(key: string): string | number | undefined {
  if (key === "") return undefined;
  if (!key.startsWith('["')) return Number(key.slice(1, -1));
  try {
    return String(JSON.parse(key.slice(1, -1))).replace(/([$%])\1\{/g, "$1{");
  } catch {
    return undefined;
  }
}
