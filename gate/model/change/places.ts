import type { Attributes, Source } from "../../read/resource";
import type { Successor } from "../model";

const ARGUMENTS = [
  "vpc_id",
  "subnet_id",
  "eni_id",
  "transit_gateway_id",
  "transit_gateway_attachment_id",
  "regional_nat_gateway_id",
];

/** What contains a scope: the argument that says so. */
const CONTAINED_BY = new Map([
  ["aws_subnet", "vpc_id"],
  ["aws_network_interface", "subnet_id"],
]);

/** Where flow logs are, before the plan and after it. A scope's key is its id, or its address where the plan makes it anew. */
export class Places {
  /** Addresses by the id before the plan. */
  readonly #addresses = new Map<string, string>();
  /** The scope that contains one, by its key. */
  readonly #containers = new Map<string, string>();
  /** Flow logs after the plan, by the key of their scope. */
  readonly #after = new Map<string, Successor[]>();
  readonly #unknown: Successor[] = [];

  constructor(sources: readonly Source[]) {
    const each = sources.flatMap(({ changes }, source) => changes.map((change) => ({ change, source })));
    for (const { change, source } of each)
      if (typeof change.before?.id === "string")
        this.#addresses.set(change.before.id, addressKey(source, change.address));
    for (const { change, source } of each) {
      const container = change.before?.[CONTAINED_BY.get(change.type) ?? ""];
      if (typeof container === "string")
        this.#containers.set(addressKey(source, change.address), this.#key(source, container) ?? container);
    }
    for (const { change, source } of each)
      if (change.type === "aws_flow_log" && change.after !== undefined)
        this.#file(source, change.address, change.after);
  }

  /** What a flow log was on, as a person knows it. */
  static scopeOf(before: Attributes): string {
    const given = ARGUMENTS.map((argument) => before[argument]).find(isText);
    return given ?? "";
  }

  /** Flow logs after the plan that capture what one before it was on, and those that may. */
  successors(source: number, before: Attributes): Successor[] {
    const found: Successor[] = [];
    const given = Places.scopeOf(before);
    let key = given === "" ? undefined : this.#key(source, given);
    for (let steps = 0; key !== undefined && steps < 3; steps++) {
      found.push(...(this.#after.get(key) ?? []));
      key = this.#containers.get(key);
    }
    return [...found, ...this.#unknown];
  }

  #file(source: number, address: string, after: Attributes): void {
    const given = ARGUMENTS.map((argument) => after[argument]).find(
      (raw) => raw !== undefined && raw !== null,
    );
    const key = this.#key(source, given);
    if (key === undefined) {
      this.#unknown.push({ source, address, same_scope: "unknown" });
      return;
    }
    const known = this.#after.get(key) ?? [];
    this.#after.set(key, [...known, { source, address, same_scope: "yes" }]);
  }

  /** An id, or a reference to the resource that will have one: both end at the address where the input holds it. */
  #key(source: number, given: unknown): string | undefined {
    if (!isText(given)) return undefined;
    const referred = /^\$\{([^{}]+)\.id\}$/.exec(given)?.[1];
    if (referred !== undefined) return addressKey(source, referred);
    if (given.includes("${")) return undefined;
    return this.#addresses.get(given) ?? given;
  }
}

function addressKey(source: number, address: string): string {
  return `${source} ${address}`;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
