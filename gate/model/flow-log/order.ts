import { configurationAddress } from "../../read/address";
import { UNSEEN } from "../../read/plan/dependencies";
import type { Resource } from "../../read/resource";
import type { InputIndex } from "../reference/input-index";
import { referencesIn } from "../reference/references";

/**
 * Does the one depend on the other, however many steps away? `unknown` where something is between that the input does
 * not show: a module, another state, a local in a plan.
 */
export type Order = "after" | "not-after" | "unknown";

const NOT_REFERENCES = new Set(["//", "depends_on", "provider"]);

/**
 * Answers what is made after what, among configured resources: Terraform waits for every instance. References are read only once a direct `depends_on` does not tell, and the
 * dependents of each resource are walked once.
 */
export class Sequence {
  readonly #index: InputIndex;
  readonly #dependents = new Map<string, ReadonlySet<string>>();
  #edges: Map<string, string[]> | undefined;

  constructor(index: InputIndex) {
    this.#index = index;
  }

  order(resource: Resource, target: Resource): Order {
    if (resource.source !== target.source) return this.#betweenSources(resource.source, target.source);
    const awaited = configurationAddress(target.address);
    if (resource.dependsOn.includes(awaited)) return "after";
    const node = `${resource.source} ${configurationAddress(resource.address)}`;
    if (this.#dependentsOf(`${target.source} ${awaited}`).has(node)) return "after";
    const modules = this.#index.sources[resource.source]?.modules.keys() ?? [];
    return [UNSEEN, ...modules].some((module) => this.#dependentsOf(`${resource.source} ${module}`).has(node))
      ? "unknown"
      : "not-after";
  }

  #betweenSources(from: number, to: number): Order {
    const [source, target] = [this.#index.sources[from], this.#index.sources[to]];
    if (source?.stack === undefined || target?.stack === undefined || !this.#index.isSameApp(from, to))
      return "unknown";
    return source.stackDependencies.includes(target.stack) ? "after" : "not-after";
  }

  #dependentsOf(node: string): ReadonlySet<string> {
    const known = this.#dependents.get(node);
    if (known !== undefined) return known;
    this.#edges ??= readEdges(this.#index);
    const found = new Set<string>();
    const open = [node];
    for (let next = open.pop(); next !== undefined; next = open.pop())
      for (const dependent of this.#edges.get(next) ?? [])
        if (!found.has(dependent)) {
          found.add(dependent);
          open.push(dependent);
        }
    this.#dependents.set(node, found);
    return found;
  }
}

/** By address: what names it. Locals are nodes like resources, and so are modules, for what names one as a whole. */
function readEdges(index: InputIndex): Map<string, string[]> {
  const edges = new Map<string, string[]>();
  const add = (source: number, from: string, to: string): void => {
    const key = `${source} ${to}`;
    const dependents = edges.get(key);
    if (dependents === undefined) edges.set(key, [`${source} ${from}`]);
    else dependents.push(`${source} ${from}`);
  };
  const seen = new Set<string>();
  for (const { source, address: instance, attributes, dependsOn } of index.resources) {
    const address = configurationAddress(instance);
    const kind = index.sources[source]?.kind;
    if (kind === "plan" || kind === "state") {
      // Their values are resolved, and `dependsOn` is all there is; the instances of a resource share it.
      const node = `${source} ${address}`;
      if (seen.has(node)) continue;
      seen.add(node);
      for (const each of dependsOn) add(source, address, each);
      for (const module of modulesAround(address)) add(source, module, address);
      continue;
    }
    for (const each of dependsOn) add(source, address, configurationAddress(each));
    for (const name of Object.keys(attributes))
      if (!NOT_REFERENCES.has(name))
        for (const each of referencesIn(attributes[name])) add(source, address, each);
  }
  index.sources.forEach(({ locals }, source) => {
    for (const [name, value] of locals)
      for (const each of referencesIn(value)) add(source, `local.${name}`, each);
  });
  return edges;
}

/** `module.a` and `module.a.module.b` of an address in them. */
function modulesAround(address: string): string[] {
  const modules: string[] = [];
  const steps = address.startsWith("module.") ? address.split(".") : [];
  for (let at = 0; steps[at] === "module"; at += 2) modules.push(steps.slice(0, at + 2).join("."));
  return modules;
}
