import { configurationAddress, joinSteps, stepsOf } from "../address";
import { holdsMarker, literalValue } from "../literal";
import type { Names } from "../expression/evaluator";
import { UNKNOWN } from "../resource";
import type { Expression } from "../template";
import type { ModuleCall, WrittenModule } from "./configuration";
import { descend } from "./descend";
import { expand, onlyExpression, reduce } from "./expand";
import { type PlanExpression, readExpression } from "./expression";
import type { Instances } from "./instances";
import { namesAt } from "./names";
import { keyValue, LONGEST, type Meaning, plainly, type Standpoint } from "./standpoint";

/** What the root knows: the values of its variables, and, where the source is given too, the locals of its modules. */
export interface RootValues {
  readonly variables: ReadonlyMap<string, unknown>;
  /** By the address of the module without keys: "" for the root. */
  readonly locals: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
  readonly instances: Instances;
}

const NOT_KNOWN: Meaning = { value: UNKNOWN, exact: true };
const NO_RESOURCE = new Set(["path", "terraform", "self"]);

/** One instance of a module: what the names in its expressions mean, made absolute. */
export class Scope {
  readonly #children = new Map<string, Scope>();
  /** Variables, locals and outputs that were looked up; undefined while one is, since they may form circles. */
  readonly #known = new Map<string, Meaning | undefined>();

  private constructor(
    readonly written: WrittenModule,
    /** `module.m["x"]`; "" for the root. */
    readonly address: string,
    private readonly root: RootValues,
    private readonly caller?: { readonly call: ModuleCall; readonly at: Standpoint },
  ) {}

  static root(written: WrittenModule, values: RootValues): Scope {
    return new Scope(written, "", values);
  }

  /** The instance of a module by its address below this one; undefined where the configuration holds no such call. */
  at(moduleAddress: string): Scope | undefined {
    return this.#below(stepsOf(moduleAddress) ?? []);
  }

  #below([head, name = "", third = "", ...rest]: readonly string[]): Scope | undefined {
    if (head === undefined) return this;
    const key = third.startsWith("[") ? third : "";
    const child = head === "module" ? this.#child(name, key) : undefined;
    return child === undefined
      ? undefined
      : child.#below(key === "" && third !== "" ? [third, ...rest] : rest);
  }

  /** The keys of a resource's or a module call's instances in this module. */
  keysOf(address: string): ReadonlySet<string> {
    return this.root.instances.of(this.#absolute(address));
  }

  /** What an expression of the configuration says. */
  meaning(expression: PlanExpression, at: Standpoint, depth = 0): Meaning {
    const { constant, references, isTemplate = false } = expression;
    // Without references it is the value itself, or raw text of a `.tf.json`: the same unless it is a template.
    if (references.length === 0 && !isTemplate)
      return constant === undefined || holdsMarker(constant) ? NOT_KNOWN : { value: constant, exact: true };
    const written = constant === undefined ? undefined : this.#expand(constant, at, depth);
    if (written !== undefined && written !== UNKNOWN && !this.#isOpaque(constant, at, depth))
      return { value: written, exact: true };
    const named = this.#identity(references, at, depth);
    if (typeof named?.value === "string") return { value: named.value, exact: false };
    return written === undefined ? NOT_KNOWN : { value: written, exact: true };
  }

  /** What an unknown value is made from, where that is one thing. */
  #identity(references: PlanExpression["references"], at: Standpoint, depth: number): Meaning | undefined {
    const [only, ...others] = references.filter((steps) => !this.#isKnown(steps, at, depth));
    if (only === undefined || others.length > 0) return undefined;
    const keys = this.keysOf(joinSteps(only));
    // `aws_x.y[each.key].id` leaves `aws_x.y` and `each.key`.
    if (references.some(isOwnKey) && at.key !== "" && isSame(keys, at.keys))
      return this.#follow([...only, at.key], at, depth);
    // `one(aws_x.y[*].id)` leaves `aws_x.y`, of which there is one.
    const [key = "", ...more] = keys;
    return this.#follow(key !== "" && more.length === 0 ? [...only, key] : only, at, depth);
  }

  #expand(raw: unknown, at: Standpoint, depth: number): unknown {
    const evaluate = ({ traversal }: Expression): unknown => {
      const meaning = traversal && this.#follow(traversal, at, depth);
      return meaning?.exact === true && meaning.value !== UNKNOWN ? meaning.value : undefined;
    };
    return expand(raw, `${this.address}${at.key}`, evaluate, this.#names(at, depth));
  }

  /** Is it one expression that cannot be told? What it refers to then tells more. */
  #isOpaque(raw: unknown, at: Standpoint, depth: number): boolean {
    const only = onlyExpression(reduce(raw, this.#names(at, depth)));
    if (only === undefined) return false;
    const meaning = only.traversal && this.#follow(only.traversal, at, depth);
    return meaning?.exact !== true || meaning.value === UNKNOWN;
  }

  /** What names in functions and operators mean. */
  #names(at: Standpoint, depth: number): Names {
    return namesAt(this, at, (steps) => this.#follow(steps, at, depth + 1));
  }

  #isKnown(steps: readonly string[], at: Standpoint, depth: number): boolean {
    if (isOwnKey(steps)) return true;
    if (steps[0] !== "var" && steps[0] !== "each") return false;
    const found = this.#follow(steps, at, depth);
    return found !== undefined && found.exact && found.value !== UNKNOWN && !holdsMarker(found.value);
  }

  /** What one reference leads to; undefined where the plan does not tell. */
  #follow(steps: readonly string[], at: Standpoint, depth: number): Meaning | undefined {
    if (depth > LONGEST.chain) return undefined;
    const [head = "", name = "", ...rest] = steps;
    const next = depth + 1;
    if (head === "var")
      return descend(
        this.#once(`var.${name}`, () => this.#variable(name, next)),
        rest,
      );
    if (head === "local")
      return descend(
        this.#once(`local.${name}`, () => this.#local(name, next)),
        rest,
      );
    if (head === "module") return this.#output(name, rest, at, next);
    if (head === "each" || head === "count") return this.#instance(steps, at, next);
    return NO_RESOURCE.has(head) ? undefined : this.#resource(steps, at);
  }

  #variable(name: string, depth: number): Meaning | undefined {
    const values = this.caller === undefined ? this.root.variables : this.written.defaults;
    if (this.caller !== undefined) {
      const { call, at } = this.caller;
      const given = Object.hasOwn(call.expressions, name)
        ? readExpression(call.expressions[name])
        : undefined;
      if (given !== undefined) return at.scope.meaning(given, at, depth);
    }
    const value = values.get(name);
    return value === undefined ? undefined : { value: literalValue(value), exact: true };
  }

  /** What the source of the module says of a local, which a plan does not hold. */
  local(name: string): unknown {
    return this.root.locals.get(configurationAddress(this.address))?.get(name);
  }

  /** The keys of a block's instances; undefined where the plan does not tell how many there are. */
  instances(address: string): ReadonlySet<string> | undefined {
    const keys = this.keysOf(address);
    if (keys.size > 0) return keys;
    const isRepeated = (this.written.resources.get(address)?.repetition.length ?? 0) > 0;
    return isRepeated && this.root.instances.isComplete ? keys : undefined;
  }

  #local(name: string, depth: number): Meaning | undefined {
    const raw = this.local(name);
    return raw === undefined ? undefined : { value: this.#expand(raw, plainly(this), depth), exact: true };
  }

  #once(name: string, look: () => Meaning | undefined): Meaning | undefined {
    if (this.#known.has(name)) return this.#known.get(name);
    this.#known.set(name, undefined);
    const found = look();
    this.#known.set(name, found);
    return found;
  }

  #output(name: string, path: readonly string[], at: Standpoint, depth: number): Meaning | undefined {
    const key = path[0]?.startsWith("[") === true ? keyOf(path[0], at) : "";
    const [output = "", ...rest] = key === "" ? path : path.slice(1);
    const child = key === undefined ? undefined : this.#child(name, key);
    const expression = child && readExpression(child.written.outputs.get(output)?.expression);
    if (child === undefined || expression === undefined) return undefined;
    const found = child.#once(`output.${output}`, () => child.meaning(expression, plainly(child), depth));
    return descend(found, rest);
  }

  #instance([head, name, ...path]: readonly string[], at: Standpoint, depth: number): Meaning | undefined {
    const value = keyValue(at.key);
    if (value === undefined) return undefined;
    if (head === "count" ? name === "index" : name === "key")
      return { value: literalValue(value), exact: true };
    const forEach = name === "value" ? readExpression(at.forEach) : undefined;
    if (forEach === undefined) return undefined;
    const [only, ...others] = forEach.references;
    // `for_each = aws_x.y`: the values are its instances where the keys are.
    if (
      forEach.constant === undefined &&
      only !== undefined &&
      others.length === 0 &&
      isSame(this.keysOf(joinSteps(only)), at.keys)
    ) {
      const found = this.#follow([...only, at.key, ...path], at, depth);
      return found && { value: found.value, exact: false };
    }
    return descend(this.meaning(forEach, plainly(this), depth), [`["${String(value)}"]`, ...path]);
  }

  #resource(steps: readonly string[], at: Standpoint): Meaning | undefined {
    if (steps.length < (steps[0] === "data" ? 3 : 2)) return undefined;
    const absolute: string[] = [];
    for (const step of steps) {
      const resolved = step.startsWith("[") ? keyOf(step, at) : step;
      if (resolved === undefined) return undefined;
      absolute.push(resolved);
    }
    return { value: `\${${this.#absolute(joinSteps(absolute))}}`, exact: true };
  }

  #child(name: string, key: string): Scope | undefined {
    const call = this.written.calls.get(name);
    const step = `module.${name}${key}`;
    const known = this.#children.get(step);
    if (known !== undefined || call === undefined) return known;
    const at = { scope: this, key, keys: this.keysOf(`module.${name}`), forEach: call.forEach };
    const made = new Scope(call.module, this.#absolute(step), this.root, { call, at });
    this.#children.set(step, made);
    return made;
  }

  #absolute(address: string): string {
    return this.address === "" ? address : `${this.address}.${address}`;
  }
}

function isOwnKey([head, name]: readonly string[]): boolean {
  return head === "count" || (head === "each" && name === "key");
}

function isSame(keys: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return keys.size > 0 && keys.size === others.size && [...keys].every((key) => others.has(key));
}

/** `[count.index]`, `[each.key]` and literal keys; undefined for any other. */
function keyOf(step: string, at: Standpoint): string | undefined {
  if (step === "[count.index]" || step === "[each.key]") return at.key === "" ? undefined : at.key;
  return /^\[(\d+|".*")\]$/s.test(step) ? step : undefined;
}
