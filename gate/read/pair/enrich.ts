import { stepsOf } from "../address";
import { bodies, isObject } from "../blocks";
import { objectOf, readWrittenModule, type WrittenModule } from "../plan/configuration";
import { readExpression, SourceText } from "../plan/expression";
import type { Background } from "../plan/plan";
import type { Attributes, Resource, Source } from "../resource";
import { namesIn } from "./names";

/** By the address of a module without keys: by name, a value in Terraform's JSON syntax. */
type ByModule = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

/** A source that a plan may come from. */
export interface Origin {
  readonly source: Source;
  readonly resources: readonly Resource[];
  /** Of Terraform's JSON: its own resources with nothing evaluated, as a plan repeats them. */
  readonly written?: () => readonly Resource[];
  /** What the modules that it calls name, by their address. */
  readonly locals?: ByModule;
  readonly outputs?: ByModule;
}

/** Arguments of blocks that Terraform itself takes. */
export const META_ARGUMENTS: ReadonlySet<string> = new Set([
  "//",
  "connection",
  "count",
  "depends_on",
  "for_each",
  "lifecycle",
  "provider",
  "providers",
  "provisioner",
  "source",
  "version",
]);

/**
 * The configuration of a plan with what its source says put in place of the expressions, of which a plan made from
 * `.tf` holds the references alone.
 */
export function backgroundOf(plan: Attributes, origin: Origin): Background {
  const { source } = origin;
  const written = readWrittenModule(objectOf(plan.configuration).root_module);
  const locals = new Map([["", source.locals], ...(origin.locals ?? [])]);
  const origins = new Map(origin.resources.map((resource) => [resource.address, resource]));
  const said = { origins, calls: source.modules, outputs: origin.outputs ?? new Map<string, never>() };
  return {
    written: enrichModule(written, "", said),
    locals,
    localReferences: new Map([...locals].map(([address, each]) => [address, referencesOf(each)])),
    origins,
  };
}

function referencesOf(locals: ReadonlyMap<string, unknown>): ReadonlyMap<string, readonly string[]> {
  return new Map([...locals].map(([name, value]) => [name, [...namesIn(value)]]));
}

/** What a source and the modules that it calls say, by address. */
interface Said {
  readonly origins: ReadonlyMap<string, Resource>;
  readonly calls: ReadonlyMap<string, Attributes>;
  readonly outputs: ByModule;
}

function enrichModule(module: WrittenModule, address: string, said: Said): WrittenModule {
  const prefix = address === "" ? "" : `${address}.`;
  const resources = new Map(
    [...module.resources].map(([name, resource]) => {
      const origin = said.origins.get(prefix + name);
      const expressions = origin && enrichBlock(resource.expressions, origin.attributes);
      return [name, expressions === undefined ? resource : { ...resource, expressions }];
    }),
  );
  const called = new Map(
    [...module.calls].map(([name, call]) => {
      const child = `${prefix}module.${name}`;
      const body = said.calls.get(child);
      return [
        name,
        {
          ...call,
          ...(body !== undefined && { expressions: enrichBlock(call.expressions, body) }),
          module: enrichModule(call.module, child, said),
        },
      ];
    }),
  );
  const named = said.outputs.get(address);
  const outputs = new Map(
    [...module.outputs].map(([name, output]) => {
      const raw = named?.get(name);
      return [name, raw === undefined ? output : { ...output, expression: enrich(output.expression, raw) }];
    }),
  );
  return { ...module, resources, calls: called, outputs };
}

function enrichBlock(expressions: Attributes, written: Attributes): Attributes {
  const enriched = new Map<string, unknown>(Object.entries(expressions));
  for (const [name, raw] of Object.entries(written))
    if (!META_ARGUMENTS.has(name) && raw !== null) enriched.set(name, enrich(enriched.get(name), raw));
  return Object.fromEntries(enriched);
}

function enrich(expression: unknown, raw: unknown): unknown {
  const leaf = readExpression(expression);
  const blocks = bodies(raw);
  if (leaf === undefined && blocks !== undefined && typeof raw === "object") {
    if (expression === undefined) return blocks.map((block) => enrichBlock({}, block));
    const known: readonly unknown[] = Array.isArray(expression) ? expression : [expression];
    if (known.length !== blocks.length) return expression;
    return blocks.map((block, at) => enrichBlock(isObject(known[at]) ? known[at] : {}, block));
  }
  const references = leaf?.references ?? [...namesIn(raw)].map((name) => stepsOf(name) ?? [name]);
  return new SourceText(raw, references);
}
