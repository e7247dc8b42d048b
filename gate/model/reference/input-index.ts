import { posix } from "node:path";

import type { Configuration, Resource, Source } from "../../read/resource";

const REMOTE_STATE = "cross-stack-reference-input-";

/** Finds what references name: resources by address, sources by stack. */
export class InputIndex {
  readonly sources: readonly Source[];
  readonly resources: readonly Resource[];
  readonly #byAddress: Map<string, Resource>[];
  readonly #byType = new Map<string, Resource[]>();
  readonly #byStack = new Map<string, number[]>();
  #byId: Map<string, Resource> | undefined;

  constructor(configuration: Configuration) {
    this.sources = configuration.sources;
    this.resources = configuration.resources;
    this.#byAddress = configuration.sources.map(() => new Map<string, Resource>());
    for (const resource of configuration.resources) {
      this.#byAddress[resource.source]?.set(resource.address, resource);
      const type = resource.mode === "data" ? `data.${resource.type}` : resource.type;
      const sameType = this.#byType.get(type);
      if (sameType === undefined) this.#byType.set(type, [resource]);
      else sameType.push(resource);
    }
    configuration.sources.forEach(({ stack, stackPath = stack }, position) => {
      if (stackPath === undefined) return;
      const id = asLogicalId(stackPath);
      this.#byStack.set(id, [...(this.#byStack.get(id) ?? []), position]);
    });
  }

  resource(source: number, address: string): Resource | undefined {
    return this.#byAddress[source]?.get(address);
  }

  /** The managed resource of one of these types that has the id: a plan and a state know the ids of what is there. */
  withId(source: number, types: readonly string[], id: string): Resource | undefined {
    this.#byId ??= readIds(this.resources);
    for (const type of types) {
      const found = this.#byId.get(`${source} ${type} ${id}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Every resource of a type; data sources as `data.TYPE`. */
  ofType(type: string): readonly Resource[] {
    return this.#byType.get(type) ?? [];
  }

  /**
   * The source whose outputs `data.terraform_remote_state.NAME` of the source `from` reads: CDKTF names it after the
   * construct path of the stack.
   */
  remoteSource(name: string, from: number): number | undefined {
    const isDeclared = this.resource(from, `data.terraform_remote_state.${name}`) !== undefined;
    if (!isDeclared || !name.startsWith(REMOTE_STATE)) return undefined;
    const named = this.#byStack.get(name.slice(REMOTE_STATE.length)) ?? [];
    const [source, ...others] = named.filter((position) => this.isSameApp(position, from));
    return others.length === 0 ? source : undefined;
  }

  /** Did one synthesis write both? The stacks of another app may have the same names. */
  isSameApp(one: number, other: number): boolean {
    return this.#app(one) === this.#app(other);
  }

  #app(source: number): string {
    return posix.dirname(posix.dirname(this.sources[source]?.path ?? ""));
  }
}

function readIds(resources: readonly Resource[]): Map<string, Resource> {
  const ids = new Map<string, Resource>();
  for (const resource of resources) {
    const { id } = resource.attributes;
    if (resource.mode === "managed" && typeof id === "string")
      ids.set(`${resource.source} ${resource.type} ${id}`, resource);
  }
  return ids;
}

/** CDKTF writes "--" for "/" in an id, and drops other characters. */
function asLogicalId(stackPath: string): string {
  return stackPath.replaceAll("/", "--").replace(/[^A-Za-z0-9_-]/g, "");
}
