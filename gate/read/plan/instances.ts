import { instanceKey, joinSteps, stepsOf } from "../address";

/** The keys of the instances of resources and module calls: a plan holds them all. */
export class Instances {
  readonly #keys = new Map<string, Set<string>>();
  readonly #modules = new Set<string>();

  /** `isComplete`: what is not taken in is not made. Terraform before 1.8 does not say so of its plans. */
  constructor(readonly isComplete: boolean) {}

  /** Takes in a resource by its address, and the modules that it stands in. */
  add(address: string, index: unknown, module: unknown): void {
    const key = instanceKey(index);
    this.#file(key !== "" && address.endsWith(key) ? address.slice(0, -key.length) : address, key);
    if (typeof module === "string" && !this.#modules.has(module)) this.#addModule(module);
  }

  /** The keys of what stands at an address without the key of its own. */
  of(address: string): ReadonlySet<string> {
    return this.#keys.get(address) ?? new Set();
  }

  #addModule(address: string): void {
    this.#modules.add(address);
    const steps = stepsOf(address) ?? [];
    for (const [at, step] of steps.entries())
      if (step !== "module" && steps[at - 1] === "module") {
        const key = steps[at + 1]?.startsWith("[") === true ? (steps[at + 1] ?? "") : "";
        this.#file(joinSteps(steps.slice(0, at + 1)), key);
      }
  }

  #file(address: string, key: string): void {
    const known = this.#keys.get(address);
    if (known === undefined) this.#keys.set(address, new Set([key]));
    else known.add(key);
  }
}
