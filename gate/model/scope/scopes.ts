import type { Resource } from "../../read/resource";
import type { FlowLogScope, Scope, Vpc } from "../model";
import type { Resolver } from "../reference/resolver";
import { SCOPE_ARGUMENTS, type ScopeArgumentName, type ScopeTarget, scopeTarget } from "./scope-target";
import { refOf, subjectOf } from "../subject";

const ARGUMENTS = Object.keys(SCOPE_ARGUMENTS) as ScopeArgumentName[];
/** What contains a scope, and the argument of its resource that says so. */
const CONTAINED_BY: Partial<Record<Scope["kind"], ScopeArgumentName>> = {
  subnet: "vpc_id",
  "network-interface": "subnet_id",
};

/** What flow logs can be put on: every VPC and subnet of the input, and whatever a flow log names. */
export class Scopes {
  readonly list: Scope[] = [];
  readonly vpcs: Vpc[];
  /** Flow logs of which it cannot be told which VPC or subnet they are on. */
  readonly unplaced: Resource[] = [];
  readonly #resolver: Resolver;
  readonly #positions = new Map<string, number>();

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
    this.vpcs = this.#ofArgument("vpc_id").map(({ resource, at }) =>
      subjectOf(resource, { scope: at, subnets: [] }),
    );
    const byScope = new Map(this.vpcs.map((vpc) => [vpc.scope, vpc]));
    for (const { at } of this.#ofArgument("subnet_id"))
      for (const container of this.list[at]?.within ?? []) byScope.get(container)?.subnets.push(at);
  }

  /** Puts a flow log on its scope. */
  place(flowLog: Resource, position: number): FlowLogScope {
    const targets = ARGUMENTS.filter((argument) => isGiven(flowLog.attributes[argument])).map((argument) => ({
      argument,
      target: scopeTarget(this.#resolver, flowLog, argument),
    }));
    const given = targets.map(({ argument, target: { refersTo, fits } }) => ({
      argument,
      refers_to: refersTo,
      fits,
      text: shown(flowLog.attributes[argument]),
    }));
    const [only] = targets;
    if (only === undefined || targets.length > 1) {
      this.unplaced.push(flowLog);
      return { given, state: only === undefined ? "none" : "several", at: -1 };
    }
    const at = this.#position(only.target);
    const isNetwork = only.target.kind === "vpc" || only.target.kind === "subnet";
    if (!only.target.whole || !only.target.fits || (at === undefined && isNetwork))
      this.unplaced.push(flowLog);
    if (at === undefined) return { given, state: "unknown", at: -1 };
    this.list[at]?.flow_logs.push(position);
    return { given, state: "resolved", at };
  }

  #ofArgument(argument: "vpc_id" | "subnet_id"): { resource: Resource; at: number }[] {
    const { kind, types } = SCOPE_ARGUMENTS[argument];
    return types.flatMap((type) =>
      this.#resolver.index.ofType(type).map((resource) => ({
        resource,
        at: this.#add(kind, `${resource.source} ${resource.address}`, resource),
      })),
    );
  }

  #position({ key, kind, resource }: ScopeTarget): number | undefined {
    return key === undefined ? undefined : this.#add(kind, key, resource);
  }

  #add(kind: Scope["kind"], key: string, resource: Resource | undefined): number {
    const known = this.#positions.get(key);
    if (known !== undefined) return known;
    const scope: Scope = { key, kind, ...(resource && { ref: refOf(resource) }), flow_logs: [], within: [] };
    const at = this.list.push(scope) - 1;
    this.#positions.set(key, at);
    const argument = CONTAINED_BY[kind];
    if (resource === undefined || argument === undefined) return at;
    const container = this.#position(scopeTarget(this.#resolver, resource, argument));
    if (container !== undefined) scope.within.push(container, ...(this.list[container]?.within ?? []));
    return at;
  }
}

function isGiven(raw: unknown): boolean {
  return raw !== undefined && raw !== null;
}

function shown(raw: unknown): string {
  return typeof raw === "string" ? raw : typeof raw === "symbol" ? "" : JSON.stringify(raw);
}
