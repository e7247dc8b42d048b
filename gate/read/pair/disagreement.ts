import { configurationAddress } from "../address";
import { bodies, isObject } from "../blocks";
import { objectOf, readWrittenModule, type WrittenModule } from "../plan/configuration";
import { readExpression } from "../plan/expression";
import type { PlanChange } from "../plan/refusal";
import type { Attributes, Resource } from "../resource";
import { META_ARGUMENTS, type Origin } from "./enrich";
import { type Comparing, differsFromExpression } from "./same-expression";
import { differsFromValue } from "./same-value";

/**
 * Where a plan was made from another configuration than its source says now: `ADDRESS`, or `ADDRESS.ARGUMENT`; undefined
 * where nothing that a plan tells contradicts the source. A plan made from `.tf` does not tell the text around
 * references whose value is not known: a change of such a text alone, with the same references, cannot be seen.
 */
export function disagreement(plan: Attributes, origin: Origin): string | undefined {
  return new Comparison(plan, origin).first(readWrittenModule(objectOf(plan.configuration).root_module), "");
}

/** Types whose planned values are compared with what is written: the provider rewrites arguments of others. */
const COMPARED =
  /^aws_(?:cloudwatch_log_|flow_log$|iam_|s3_bucket|kinesis_firehose_|kms_|glue_catalog_table$)/;

class Comparison {
  readonly #origins: ReadonlyMap<string, Resource>;
  readonly #written: ReadonlyMap<string, Resource>;
  readonly #values = new Map<string, PlanChange["change"][]>();
  readonly #calls: ReadonlyMap<string, Attributes>;

  constructor(plan: Attributes, { resources, source, written }: Origin) {
    this.#origins = new Map(resources.map((resource) => [resource.address, resource]));
    this.#written = new Map(written?.().map((resource) => [resource.address, resource]));
    this.#calls = source.modules;
    for (const { address, change } of (plan.resource_changes ?? []) as readonly PlanChange[]) {
      const written = configurationAddress(address);
      const known = this.#values.get(written);
      if (known === undefined) this.#values.set(written, [change]);
      else known.push(change);
    }
  }

  /** What differs first, in a module and all that it calls; `prefix` is its address with a dot. */
  first(module: WrittenModule, prefix: string): string | undefined {
    for (const [address, { expressions }] of module.resources) {
      const origin = this.#origins.get(prefix + address);
      const name = origin && this.#inResource(prefix + address, expressions, origin);
      if (name !== undefined) return `${prefix}${address}.${name}`;
    }
    for (const [name, { expressions, module: called }] of module.calls) {
      const address = `${prefix}module.${name}`;
      const body = this.#calls.get(address);
      const differing = body && differingArgument(expressions, body, UNTOLD);
      if (differing !== undefined) return `${address}.${differing}`;
      const below = this.first(called, `${address}.`);
      if (below !== undefined) return below;
    }
    return prefix === "" ? this.#added(module) : undefined;
  }

  #inResource(address: string, expressions: Attributes, { type, attributes }: Resource): string | undefined {
    const changes = this.#values.get(address) ?? [];
    const isIgnored = ignored(attributes.lifecycle);
    const isKnown = (name: string): boolean =>
      changes.length > 0 &&
      changes.every(({ after_unknown: unknown }) => !isObject(unknown) || !Object.hasOwn(unknown, name));
    const written = this.#written.get(address);
    const inSource = differingArgument(expressions, written?.attributes ?? attributes, {
      isKnown,
      isRaw: written !== undefined,
      blocks: (name) => new Set(changes.map(({ after }) => countOf(after, name))),
    });
    if (inSource !== undefined || !COMPARED.test(type)) return inSource;
    return Object.keys(attributes).find(
      (name) =>
        !META_ARGUMENTS.has(name) &&
        !isIgnored(name) &&
        isKnown(name) &&
        changes.some(({ after }) => isObject(after) && differsFromValue(after[name], attributes[name])),
    );
  }

  /** What the source has in its root and the plan was made without. */
  #added({ resources, calls }: WrittenModule): string | undefined {
    for (const address of this.#origins.keys())
      if (!address.startsWith("module.") && !resources.has(address)) return address;
    for (const address of this.#calls.keys())
      if (/^module\.[^.]+$/.test(address) && !calls.has(address.slice("module.".length))) return address;
    return undefined;
  }
}

/** Arguments that are a policy, or a part of one. */
const POLICY = /policy$|^(?:not_)?resources$|^identifiers$|^values$/;

/** What the plan itself tells of the arguments of a block. */
interface Told {
  /** Is the source told as the plan repeats it, with nothing evaluated? */
  readonly isRaw: boolean;
  isKnown(name: string): boolean;
  /** How many blocks of a name its instances have. */
  blocks(name: string): ReadonlySet<number | undefined>;
}

const UNTOLD: Told = { isRaw: false, isKnown: () => false, blocks: () => new Set() };

function countOf(after: unknown, name: string): number | undefined {
  const value = isObject(after) ? after[name] : undefined;
  return Array.isArray(value) ? value.length : undefined;
}

/** The first argument of a block whose expression is not what the source says. */
function differingArgument(expressions: Attributes, written: Attributes, told: Told): string | undefined {
  const { dynamic } = written;
  for (const name of new Set([...Object.keys(expressions), ...Object.keys(written)])) {
    if (META_ARGUMENTS.has(name) || name === "dynamic") continue;
    if (isObject(dynamic) ? Object.hasOwn(dynamic, name) : dynamic !== undefined) continue;
    const expression = Object.hasOwn(expressions, name) ? expressions[name] : undefined;
    const raw = Object.hasOwn(written, name) ? written[name] : undefined;
    const differing = differs(expression, raw, {
      isRaw: told.isRaw,
      isKnown: told.isKnown(name),
      isPolicy: POLICY.test(name),
      blocks: told.blocks(name),
    });
    if (differing !== undefined) return differing === "" ? name : `${name}.${differing}`;
  }
  return undefined;
}

/** "" where it differs as a whole, an argument where it differs in a block. */
function differs(
  expression: unknown,
  raw: unknown,
  about: Comparing & { readonly blocks: ReadonlySet<number | undefined> },
): string | undefined {
  if (raw === null || raw === undefined) return isSet(expression) ? "" : undefined;
  if (isEmpty(raw))
    return isSet(expression) && !isEmpty(readExpression(expression)?.constant) ? "" : undefined;
  const written = typeof raw === "object" ? bodies(raw) : undefined;
  if (written === undefined && expression === undefined) return "";
  if (expression !== undefined && readExpression(expression) !== undefined)
    return differsFromExpression(expression, raw, about) ? "" : undefined;
  if (written === undefined) return undefined;
  const blocks: readonly unknown[] = Array.isArray(expression) ? expression : [expression ?? []].flat();
  // A plan leaves out what a dynamic block makes.
  if (written.length > blocks.length)
    return about.blocks.size === 1 && about.blocks.has(blocks.length) ? "" : undefined;
  if (written.length < blocks.length) return "";
  for (const [at, body] of written.entries()) {
    const found = differingArgument(objectOf(blocks[at]), body, {
      ...UNTOLD,
      isRaw: about.isRaw,
      isKnown: () => about.isKnown,
    });
    if (found !== undefined) return found;
  }
  return undefined;
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Does an expression that the source lacks say something? A variable may be null. */
function isSet(expression: unknown): boolean {
  const leaf = readExpression(expression);
  if (leaf === undefined) return Array.isArray(expression) ? expression.length > 0 : expression !== undefined;
  const { constant, references } = leaf;
  return references.length === 0 && constant !== undefined && constant !== null;
}

/** Arguments of which Terraform keeps what is there, whatever is written. */
function ignored(lifecycle: unknown): (name: string) => boolean {
  const [block] = bodies(lifecycle) ?? [];
  const text = JSON.stringify(block?.ignore_changes ?? []);
  return (name) => text.includes(name) || text.includes("all");
}
