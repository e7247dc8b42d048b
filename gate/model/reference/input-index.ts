import type { Configuration, Resource, Source } from "../../read/resource";

const REMOTE_STATE = "cross-stack-reference-input-";

/** Finds what references name: resources by address, sources by stack. */
export class InputIndex {
  readonly sources: readonly Source[];
  readonly resources: readonly Resource[];
  readonly #byAddress: Map<string, Resource>[];
  readonly #byType = new Map<string, Resource[]>();
  readonly #byStack = new Map<string, number>();

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
    configuration.sources.forEach(({ stack }, position) => {
      if (stack !== undefined) this.#byStack.set(asLogicalId(stack), position);
    });
  }

  resource(source: number, address: string): Resource | undefined {
    return this.#byAddress[source]?.get(address);
  }

  /** Every resource of a type; data sources as `data.TYPE`. */
  ofType(type: string): readonly Resource[] {
    return this.#byType.get(type) ?? [];
  }

  /** The source whose outputs `data.terraform_remote_state.NAME` reads: CDKTF names it after the stack. */
  remoteSource(name: string): number | undefined {
    return name.startsWith(REMOTE_STATE) ? this.#byStack.get(name.slice(REMOTE_STATE.length)) : undefined;
  }
}

/** CDKTF drops other characters from an id. */
function asLogicalId(stack: string): string {
  return stack.replace(/[^A-Za-z0-9_-]/g, "");
}
