import { evaluateSyntax, type Names } from "./evaluator";
import { instancesOf, type Repetition } from "./instances";
import { Hole, isList, isMap, isRefused, Mixed, type Value } from "./value";

/** An input variable of a module, as far as its value is known without anybody giving one. */
export interface Variable {
  /** Undefined: it has no default, and no file gives it a value. */
  readonly value: Value | undefined;
  /** Where the value is from: `its default in variables.tf`. */
  readonly origin: string;
  readonly sensitive: boolean;
}

/** Values beyond which a name counts as not known: they double with every name that holds another twice. */
const LARGEST = { values: 10_000, characters: 100_000 };

/** The variables and locals of one module; remembers which variables have been asked for. */
export class ModuleNames implements Names {
  readonly #locals: ReadonlyMap<string, unknown>;
  readonly #variables: ReadonlyMap<string, Variable>;
  readonly #blocks: ReadonlyMap<string, Repetition>;
  readonly #made = new Map<string, { value: Value | undefined; uses: ReadonlySet<string> }>();
  readonly #known = new Map<string, { value: Value | undefined; uses: ReadonlySet<string> }>();
  readonly #open: string[] = [];
  #uses = new Set<string>();

  /** `blocks`: those of resources, data sources and module calls, by address. */
  constructor(
    locals: ReadonlyMap<string, unknown>,
    variables: ReadonlyMap<string, Variable>,
    blocks: ReadonlyMap<string, Repetition>,
  ) {
    this.#locals = locals;
    this.#variables = variables;
    this.#blocks = blocks;
  }

  value(kind: "var" | "local", name: string): Value | undefined {
    if (kind === "local") return this.#local(name);
    const value = this.#variables.get(name)?.value;
    if (value !== undefined) this.#uses.add(name);
    return value;
  }

  /** A reference hangs on the variables of a count no more than any other does; that nothing is made hangs on them. */
  made(address: string): Value | undefined {
    const block = this.#blocks.get(address);
    if (block === undefined) return undefined;
    let made = this.#made.get(address);
    if (made === undefined) {
      // A count that hangs on what it counts is refused by Terraform.
      this.#made.set(address, { value: undefined, uses: new Set() });
      const { result: value, uses } = this.watch(() => instancesOf(address, block, this));
      made = { value, uses };
      this.#made.set(address, made);
    }
    if (made.value !== undefined && isEmpty(made.value)) for (const use of made.uses) this.#uses.add(use);
    return made.value;
  }

  aside<T>(work: () => T): T {
    return this.watch(work).result;
  }

  /** What `work` comes to, and the variables that it hangs on. */
  watch<T>(work: () => T): { result: T; uses: ReadonlySet<string> } {
    const outer = this.#uses;
    const uses = (this.#uses = new Set());
    const result = work();
    this.#uses = outer;
    return { result, uses };
  }

  /** `var.days is 7 (its default in variables.tf)`, for each of them. */
  clauses(uses: ReadonlySet<string>): readonly string[] {
    return [...uses].sort().flatMap((name) => {
      const variable = this.#variables.get(name);
      if (variable === undefined) return [];
      const shown =
        variable.sensitive || variable.value === undefined ? "sensitive" : shownValue(variable.value);
      return [`var.${name} is ${shown} (${variable.origin})`];
    });
  }

  isSensitive(uses: ReadonlySet<string>): boolean {
    return [...uses].some((name) => this.#variables.get(name)?.sensitive === true);
  }

  #local(name: string): Value | undefined {
    if (!this.#known.has(name)) this.#evaluate(name);
    const known = this.#known.get(name);
    for (const use of known?.uses ?? []) this.#uses.add(use);
    return known?.value;
  }

  #evaluate(name: string): void {
    // A local that refers to itself is refused elsewhere.
    if (this.#open.includes(name) || !this.#locals.has(name) || this.#open.length > MOST_OPEN) return;
    this.#open.push(name);
    const { result, uses } = this.watch(() => evaluateSyntax(this.#locals.get(name), this));
    this.#open.pop();
    const isTold = result !== undefined && !isRefused(result) && !isLarge(result);
    this.#known.set(name, { value: isTold ? result : undefined, uses });
  }
}

/** Locals inside locals that are followed. */
const MOST_OPEN = 200;

function isEmpty(value: Value): boolean {
  return isList(value) ? value.length === 0 : isMap(value) && value.size === 0;
}

function isLarge(value: Value): boolean {
  const left = { ...LARGEST };
  const open: Value[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === "string") left.characters -= next.length;
    else if (next instanceof Hole) left.characters -= next.source.length;
    else if (next instanceof Mixed) open.push(...next.parts);
    else if (isList(next)) open.push(...next);
    else if (isMap(next)) open.push(...next.keys(), ...next.values());
    if (--left.values < 0 || left.characters < 0) return true;
  }
  return false;
}

const LONGEST_SHOWN = 40;

function shownValue(value: Value): string {
  const text = JSON.stringify(value, (_, each: unknown) =>
    each instanceof Map ? (Object.fromEntries(each) as unknown) : each,
  );
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text;
}
