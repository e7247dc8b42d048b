import { bodies, isObject, members } from "./blocks";
import { readComment } from "./comment";
import type { Fault } from "./document";
import type { Note, Notes } from "./expression/evaluate-module";
import { dependsOn, existence, providerOf } from "./meta-arguments";
import type { Attributes, ModuleCaller, Resource } from "./resource";

/** What the documents of one Terraform module hold together. */
export interface Module {
  readonly resources: Resource[];
  readonly providers: Map<string, Attributes>;
  readonly locals: Map<string, unknown>;
  readonly outputs: Map<string, unknown>;
  /** The arguments of module calls, by address. */
  readonly modules: Map<string, Attributes>;
  /** Who called them, by address. */
  readonly callers: Map<string, ModuleCaller>;
  stack?: string;
}

/**
 * Reads the documents of one module, `source` being its position among the sources; `notes` is what their evaluation
 * told of the resources.
 */
export function readModule(
  source: number,
  documents: readonly { path: string; value: unknown }[],
  notes: Notes,
): { module: Module; faults: readonly Fault[] } {
  const reader = new ModuleReader(source, notes);
  for (const { path, value } of documents) reader.read(path, value);
  return reader;
}

class ModuleReader {
  readonly module: Module = {
    resources: [],
    providers: new Map(),
    locals: new Map(),
    outputs: new Map(),
    modules: new Map(),
    callers: new Map(),
  };
  readonly faults: Fault[] = [];
  private readonly seen = new Set<string>();
  private path = "";

  constructor(
    private readonly source: number,
    private readonly notes: Notes,
  ) {}

  read(path: string, root: unknown): void {
    this.path = path;
    for (const [block, value] of members(root) ?? []) {
      if (block === "resource") this.readResources("managed", value);
      else if (block === "data") this.readResources("data", value);
      else if (block === "provider") this.readProviders(value);
      else if (block === "locals") this.readLocals(value);
      else if (block === "output") this.readOutputs(value);
      else if (block === "module") this.readModuleCalls(value);
      else if (block === "//") this.readStackName(value);
    }
  }

  private readResources(mode: "managed" | "data", value: unknown): void {
    const prefix = mode === "data" ? "data." : "";
    for (const [type, named] of this.labelled(mode === "data" ? "data" : "resource", value)) {
      for (const [name, given] of this.labelled(`${prefix}${type}`, named)) {
        const address = `${prefix}${type}.${name}`;
        for (const body of this.blocks(address, given)) {
          if (this.isFirst(address, this.notes.get(body))) this.readResource(mode, type, name, address, body);
        }
      }
    }
  }

  private readResource(
    mode: Resource["mode"],
    type: string,
    name: string,
    address: string,
    body: Attributes,
  ): void {
    const depends = dependsOn(body);
    if (depends === undefined) {
      this.refuse(`depends_on of ${address} is no list of addresses`, "write a list of strings");
      return;
    }
    const exists = existence(body);
    if (exists === "no") return;
    // Assigned, not spread: there are 20,000 of them.
    const resource: { -readonly [K in keyof Resource]: Resource[K] } = {
      source: this.source,
      mode,
      type,
      name,
      address,
      attributes: body,
      provider: providerOf(type, body),
      dependsOn: depends,
      exists,
    };
    const { constructPath, location, waivers } = readComment(body["//"]);
    if (constructPath !== undefined) resource.constructPath = constructPath;
    if (location !== undefined) resource.location = location;
    if (waivers !== undefined) resource.waivers = waivers;
    const note = this.notes.get(body);
    if (note !== undefined) Object.assign(resource, note);
    this.module.resources.push(resource);
  }

  private readProviders(value: unknown): void {
    for (const [name, given] of this.labelled("provider", value)) {
      for (const body of this.blocks(`provider "${name}"`, given)) {
        const key = typeof body.alias === "string" ? `${name}.${body.alias}` : name;
        if (this.isFirst(`provider ${key}`)) this.module.providers.set(key, body);
      }
    }
  }

  private readLocals(value: unknown): void {
    for (const [name, local] of this.labelled("locals", value)) {
      if (name !== "//" && this.isFirst(`local.${name}`)) this.module.locals.set(name, local);
    }
  }

  private readOutputs(value: unknown): void {
    for (const [name, given] of this.labelled("output", value)) {
      for (const body of this.blocks(`output "${name}"`, given)) {
        if (this.isFirst(`output "${name}"`)) this.module.outputs.set(name, body.value);
      }
    }
  }

  private readModuleCalls(value: unknown): void {
    for (const [name, given] of this.labelled("module", value)) {
      for (const body of this.blocks(`module.${name}`, given)) {
        const address = `module.${name}`;
        if (!this.isFirst(address) || existence(body) === "no") continue;
        this.module.modules.set(address, body);
        const { constructPath, location = this.notes.get(body)?.location } = readComment(body["//"]);
        this.module.callers.set(address, {
          ...(constructPath !== undefined && { constructPath }),
          ...(location !== undefined && { location }),
        });
      }
    }
  }

  private readStackName(value: unknown): void {
    const { stackName } = readComment(Array.isArray(value) ? value.find(isObject) : value);
    if (stackName !== undefined) this.module.stack = stackName;
  }

  private labelled(what: string, value: unknown): readonly (readonly [string, unknown])[] {
    const found = members(value);
    if (found === undefined) this.refuse(`"${what}" is neither a block nor a list of blocks`, NO_BLOCK);
    return found ?? [];
  }

  private blocks(what: string, value: unknown): readonly Attributes[] {
    const found = bodies(value);
    if (found === undefined) this.refuse(`${what} is neither a block nor a list of blocks`, NO_BLOCK);
    return found ?? [];
  }

  private isFirst(what: string, note?: Note): boolean {
    if (this.seen.has(what)) {
      this.refuse(
        `${what} stands twice in the same module, which Terraform refuses`,
        "take one of the two out",
        note?.location?.line,
      );
      return false;
    }
    this.seen.add(what);
    return true;
  }

  private refuse(message: string, fix: string, line?: number): void {
    this.faults.push({ path: this.path, ...(line !== undefined && { line }), message, fix });
  }
}

const NO_BLOCK = "write an object in braces";
