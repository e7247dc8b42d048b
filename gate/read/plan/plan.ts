import { configurationAddress, instanceKey } from "../address";
import { isObject } from "../blocks";
import type { Attributes, Resource, ResourceChange } from "../resource";
import { holdsUnknown } from "./argument";
import { type Planned, plannedAttributes } from "./attributes";
import { readChange } from "./changes";
import { Instances } from "./instances";
import { objectOf, readWrittenModule, type WrittenModule, type WrittenResource } from "./configuration";
import { dataDocumentArguments } from "./data-document";
import { Dependencies } from "./dependencies";
import { type Caller, readProviders } from "./providers";
import type { PlanChange } from "./refusal";
import { Scope } from "./scope";
import { resourcesOfValues, type StateResource } from "./values";

/** What a plan holds: the world after apply, and what changes on the way there. */
export interface ReadPlan {
  readonly resources: readonly Resource[];
  readonly changes: readonly ResourceChange[];
  readonly providers: ReadonlyMap<string, Attributes>;
}

/** What the source of a plan adds to its configuration. */
export interface Background {
  readonly written: WrittenModule;
  /** The locals of each module, by its address without keys. */
  readonly locals: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
  /** The references of each of them. */
  readonly localReferences: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  /** The resources of the source, by address without instance keys: they know who made them. */
  readonly origins: ReadonlyMap<string, Resource>;
}

/** The configuration of a plan that is read without its source. */
export function plainBackground(plan: Attributes): Background {
  const written = readWrittenModule(objectOf(plan.configuration).root_module);
  return { written, locals: new Map(), localReferences: new Map(), origins: new Map() };
}

/** Reads a plan that `refusePlan` has nothing against; `source` is its position among the sources. */
export function readPlan(source: number, plan: Attributes, background: Background): ReadPlan {
  return new PlanReader(source, plan, background).read();
}

class PlanReader {
  readonly #root: Scope;
  readonly #dependencies: Dependencies;
  readonly #scopes = new Map<string, Scope | undefined>();
  readonly #dependsOn = new Map<string, readonly string[]>();
  /** By address without keys: arguments of which something is not known, and dependencies of the last apply. */
  readonly #open = new Map<string, Set<string>>();
  readonly #prior = new Map<string, readonly string[]>();
  readonly #resources: Resource[] = [];
  readonly #changes: ResourceChange[] = [];
  readonly #callers = new Map<string, Caller>();
  readonly #instances: Instances;

  constructor(
    private readonly source: number,
    private readonly plan: Attributes,
    private readonly background: Background,
  ) {
    const { written, locals, localReferences } = background;
    this.#instances = new Instances(plan.complete === true);
    const variables = new Map(
      Object.entries(objectOf(plan.variables)).map(([name, variable]) => [name, objectOf(variable).value]),
    );
    this.#root = Scope.root(written, { variables, locals, instances: this.#instances });
    this.#dependencies = new Dependencies(written, localReferences);
  }

  read(): ReadPlan {
    const changes = (this.plan.resource_changes ?? []) as readonly PlanChange[];
    const prior = resourcesOfValues(objectOf(objectOf(this.plan.prior_state).values).root_module) ?? [];
    for (const { address, dependsOn } of prior)
      if (dependsOn.length > 0) this.#prior.set(configurationAddress(address), dependsOn);
    for (const { address, index, module_address: module, change } of changes) {
      if (isObject(change.after)) this.#instances.add(address, index, module);
      this.#readOpen(configurationAddress(address), change.after_unknown);
    }
    for (const { mode, address, index, module } of prior)
      if (mode === "data") this.#instances.add(address, index, module);
    for (const change of changes) this.#readChange(change);
    this.#readPriorData(prior, new Set(changes.map(({ address }) => address)));
    const configured = objectOf(this.plan.configuration).provider_config;
    const providers = readProviders(configured, this.#root, this.#callers);
    return { resources: this.#resources, changes: this.#changes, providers };
  }

  #readOpen(address: string, unknown: unknown): void {
    if (!isObject(unknown)) return;
    const open = this.#open.get(address) ?? new Set();
    for (const name in unknown) if (!open.has(name) && holdsUnknown(unknown[name])) open.add(name);
    this.#open.set(address, open);
  }

  #readChange(planned: PlanChange): void {
    const { change, mode, type, deposed } = planned;
    const scope = this.#scope(planned.module_address);
    const written = this.#written(planned, scope);
    let resource: Resource | undefined;
    if (isObject(change.after) && deposed === undefined) {
      const { after: values, after_unknown: unknown, after_sensitive: sensitive } = change;
      const isOld = mode === "managed" && isObject(change.before) && !change.actions.includes("create");
      const expressions = written?.expressions ?? {};
      resource = this.#add(planned, written, scope, { type, values, unknown, sensitive, expressions, isOld });
    }
    const changed = readChange(planned, providerOf(planned.provider_name, written), resource);
    if (changed !== undefined) this.#changes.push(changed);
  }

  /** Data sources that Terraform could read while it planned. */
  #readPriorData(prior: readonly StateResource[], planned: ReadonlySet<string>): void {
    for (const data of prior) {
      if (data.mode !== "data" || planned.has(data.address)) continue;
      const scope = this.#scope(data.module);
      const written = this.#written(data, scope);
      const { type, values: known, sensitive, providerName: provider_name } = data;
      const expressions = written?.expressions ?? {};
      this.#add({ ...data, provider_name }, written, scope, {
        type,
        values: known,
        unknown: undefined,
        sensitive,
        expressions,
        isOld: false,
      });
      this.#readCaller(providerOf(provider_name, written), type, known, expressions);
    }
  }

  #add(
    given: Pick<PlanChange, "address" | "mode" | "type" | "name" | "index" | "provider_name">,
    written: WrittenResource | undefined,
    scope: Scope | undefined,
    planned: Planned,
  ): Resource {
    const { address, mode, type, name } = given;
    const here = scope ?? this.#root;
    const keys = here.keysOf(mode === "data" ? `data.${type}.${name}` : `${type}.${name}`);
    const at = { scope: here, key: instanceKey(given.index), keys, forEach: written?.forEach };
    const { attributes, byReference, sensitive } = plannedAttributes(planned, at);
    const isDocument = mode === "data" && type === "aws_iam_policy_document";
    // Assigned, not spread: there are 20,000 of them.
    const resource: { -readonly [K in keyof Resource]: Resource[K] } = {
      source: this.source,
      mode,
      type,
      name,
      address,
      attributes: isDocument ? dataDocumentArguments(attributes) : attributes,
      provider: providerOf(given.provider_name, written),
      dependsOn: this.#dependenciesOf(address),
      exists: "yes",
    };
    if (byReference !== undefined) resource.byReference = byReference;
    if (sensitive !== undefined) resource.sensitive = sensitive;
    const origin = this.background.origins.get(configurationAddress(address));
    if (origin?.constructPath !== undefined) resource.constructPath = origin.constructPath;
    if (origin?.location !== undefined) resource.location = origin.location;
    if (origin?.waivers !== undefined) resource.waivers = origin.waivers;
    this.#resources.push(resource);
    return resource;
  }

  #readCaller(provider: string, type: string, values: Attributes, expressions: Attributes): void {
    const known = this.#callers.get(provider) ?? {};
    const { account_id: account, region = values.name } = values;
    if (type === "aws_caller_identity" && typeof account === "string")
      this.#callers.set(provider, { ...known, account });
    if (type === "aws_region" && typeof region === "string" && Object.keys(expressions).length === 0)
      this.#callers.set(provider, { ...known, region });
  }

  #scope(moduleAddress: unknown): Scope | undefined {
    if (typeof moduleAddress !== "string" || moduleAddress === "") return this.#root;
    if (!this.#scopes.has(moduleAddress)) this.#scopes.set(moduleAddress, this.#root.at(moduleAddress));
    return this.#scopes.get(moduleAddress);
  }

  #written(
    { mode, type, name }: Pick<PlanChange, "mode" | "type" | "name">,
    scope: Scope | undefined,
  ): WrittenResource | undefined {
    return scope?.written.resources.get(mode === "data" ? `data.${type}.${name}` : `${type}.${name}`);
  }

  #dependenciesOf(address: string): readonly string[] {
    const configured = configurationAddress(address);
    const known = this.#dependsOn.get(configured);
    if (known !== undefined) return known;
    const written = this.#dependencies.of(configured, this.#open.get(configured) ?? new Set());
    const found = [...new Set([...(written ?? []), ...(this.#prior.get(configured) ?? [])])];
    this.#dependsOn.set(configured, found);
    return found;
  }
}

/** The key of the provider configuration; without one, the provider's own name: `registry.terraform.io/hashicorp/aws`. */
function providerOf(providerName: unknown, written: WrittenResource | undefined): string {
  return (
    written?.provider ?? (typeof providerName === "string" ? (providerName.split("/").at(-1) ?? "") : "")
  );
}
