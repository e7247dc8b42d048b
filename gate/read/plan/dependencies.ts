import { configurationAddress, stepsOf } from "../address";
import type { ModuleCall, WrittenModule, WrittenResource } from "./configuration";
import { expressionsIn } from "./expression";

/** What a dependency leads to that a plan does not show: `local.x` may name anything whose value is not known. */
export const UNSEEN = "local";

/**
 * What each resource of a configuration depends on, one step away, as Terraform's own graph has it: addresses
 * without instance keys. Variables and outputs of modules are followed to the resources behind them.
 */
export class Dependencies {
  readonly #module: WrittenModule;
  readonly #address: string;
  readonly #caller: { readonly dependencies: Dependencies; readonly call: ModuleCall } | undefined;
  readonly #children = new Map<string, Dependencies>();
  readonly #known = new Map<string, ReadonlySet<string>>();
  readonly #locals: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

  /** `locals`: the references of each local, by the address of its module, where its source is known. */
  constructor(
    module: WrittenModule,
    locals: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> = new Map(),
    address = "",
    caller?: { readonly dependencies: Dependencies; readonly call: ModuleCall },
  ) {
    this.#module = module;
    this.#locals = locals;
    this.#address = address;
    this.#caller = caller;
  }

  /**
   * Those of the resource at an address without keys; undefined where the configuration does not hold it. `open`: its
   * arguments of which something is not known.
   */
  of(address: string, open: ReadonlySet<string>): ReadonlySet<string> | undefined {
    const steps = stepsOf(address) ?? [];
    if (steps[0] === "module" && steps.length > 2)
      return this.#child(steps[1] ?? "")?.of(steps.slice(2).join("."), open);
    const resource = this.#module.resources.get(address);
    if (resource === undefined) return undefined;
    const found = this.#ofNode(resource);
    for (const name in resource.expressions)
      if (!open.has(name)) this.#addAll(resource.expressions[name], found);
    found.delete(UNSEEN);
    for (const name in resource.expressions)
      if (open.has(name)) this.#addAll(resource.expressions[name], found);
    return found;
  }

  /** What a resource or a call waits for whatever its arguments are, and the module that it stands in. */
  #ofNode({ dependsOn, repetition }: Pick<WrittenResource, "dependsOn" | "repetition">): Set<string> {
    const caller = this.#caller;
    const found = new Set<string>(
      caller === undefined ? [] : this.#once("", () => caller.dependencies.#ofNode(caller.call)),
    );
    for (const expression of repetition) this.#addAll(expression, found);
    for (const given of dependsOn) found.add(this.#absolute(configurationAddress(given)));
    return found;
  }

  /** What stands in the arguments of a block, at any depth. */
  #addAll(raw: unknown, found: Set<string>): void {
    for (const { references } of expressionsIn(raw)) for (const steps of references) this.#add(steps, found);
  }

  #add(steps: readonly string[], found: Set<string>): void {
    const [head = "", name = "", ...rest] = steps.filter((step) => !step.startsWith("["));
    if (head === "var") for (const each of this.#variable(name)) found.add(each);
    else if (head === "local") for (const each of this.#local(name)) found.add(each);
    else if (head === "module") for (const each of this.#output(name, rest[0])) found.add(each);
    else if (head === "data" && rest[0] !== undefined) found.add(this.#absolute(`data.${name}.${rest[0]}`));
    else if (name !== "" && !["each", "count", "path", "self", "terraform"].includes(head))
      found.add(this.#absolute(`${head}.${name}`));
  }

  #variable(name: string): ReadonlySet<string> {
    return this.#once(`var.${name}`, () => {
      const found = new Set<string>();
      const expression = this.#caller?.call.expressions;
      if (this.#caller !== undefined && expression !== undefined && Object.hasOwn(expression, name))
        this.#caller.dependencies.#addAll(expression[name], found);
      return found;
    });
  }

  #local(name: string): ReadonlySet<string> {
    const references = this.#locals.get(this.#address)?.get(name);
    if (references === undefined) return new Set([UNSEEN]);
    return this.#once(`local.${name}`, () => {
      const found = new Set<string>();
      for (const each of references) this.#add(stepsOf(each) ?? [], found);
      return found;
    });
  }

  /** Of one output of a module; without a name, of all. */
  #output(module: string, output: string | undefined): ReadonlySet<string> {
    const child = this.#child(module);
    if (child === undefined) return new Set();
    return child.#once(`output.${output ?? ""}`, () => {
      const found = new Set<string>();
      for (const [name, { expression, dependsOn }] of child.#module.outputs) {
        if (output !== undefined && name !== output) continue;
        child.#addAll(expression, found);
        for (const given of dependsOn) found.add(child.#absolute(configurationAddress(given)));
      }
      return found;
    });
  }

  #child(name: string): Dependencies | undefined {
    const known = this.#children.get(name);
    const call = this.#module.calls.get(name);
    if (known !== undefined || call === undefined) return known;
    const made = new Dependencies(call.module, this.#locals, this.#absolute(`module.${name}`), {
      dependencies: this,
      call,
    });
    this.#children.set(name, made);
    return made;
  }

  #once(name: string, look: () => Set<string>): ReadonlySet<string> {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    this.#known.set(name, new Set());
    const found = look();
    this.#known.set(name, found);
    return found;
  }

  #absolute(address: string): string {
    return this.#address === "" ? address : `${this.#address}.${address}`;
  }
}
