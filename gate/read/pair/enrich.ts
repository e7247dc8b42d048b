import { stepsOf } from "../address";
import { bodies, isObject } from "../blocks";
import { objectOf, readWrittenModule, type WrittenModule } from "../plan/configuration";
import { readExpression, SourceText } from "../plan/expression";
import type { Background } from "../plan/plan";
import type { Attributes, Resource, Source } from "../resource";
import { namesIn } from "./names";

/** A source that a plan may come from. */
export interface Origin {
  readonly source: Source;
  readonly resources: readonly Resource[];
  /** Of Terraform's JSON: its own resources with nothing evaluated, as a plan repeats them. */
  readonly written?: () => readonly Resource[];
  /** The locals of the modules that it calls, by their address. */
  readonly locals?: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
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
export function backgroundOf(plan: Attributes, { source, resources, locals: called }: Origin): Background {
  const written = readWrittenModule(objectOf(plan.configuration).root_module);
  const locals = new Map([["", source.locals], ...(called ?? [])]);
  const origins = new Map(resources.map((resource) => [resource.address, resource]));
  return {
    written: enrichModule(written, "", origins, source.modules),
    locals,
    localReferences: new Map([...locals].map(([address, each]) => [address, referencesOf(each)])),
    origins,
  };
}

function referencesOf(locals: ReadonlyMap<string, unknown>): ReadonlyMap<string, readonly string[]> {
  return new Map([...locals].map(([name, value]) => [name, [...namesIn(value)]]));
}

function enrichModule(
  module: WrittenModule,
  prefix: string,
  origins: ReadonlyMap<string, Resource>,
  calls: ReadonlyMap<string, Attributes>,
): WrittenModule {
  const resources = new Map(
    [...module.resources].map(([address, resource]) => {
      const origin = origins.get(prefix + address);
      const expressions = origin && enrichBlock(resource.expressions, origin.attributes);
      return [address, expressions === undefined ? resource : { ...resource, expressions }];
    }),
  );
  const called = new Map(
    [...module.calls].map(([name, call]) => {
      const address = `${prefix}module.${name}`;
      const body = calls.get(address);
      return [
        name,
        {
          ...call,
          ...(body !== undefined && { expressions: enrichBlock(call.expressions, body) }),
          module: enrichModule(call.module, `${address}.`, origins, calls),
        },
      ];
    }),
  );
  return { ...module, resources, calls: called };
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
