import type { MergedResource } from "../model/merged";

/**
 * What `synthesize` needs of a CDKTF (or CDKTN) app. The gate imports neither: their `App` and constructs fit these
 * shapes.
 */
export interface SynthesizableApp {
  /** Where the app writes, `cdktf.out` by default. */
  readonly outdir: string;
  readonly node: { findAll(): readonly AppConstruct[] };
  synth(): void;
}

/** Any construct of the tree. */
export interface AppConstruct {
  readonly node: { readonly path: string };
}

/** A construct that becomes a resource or a data source. */
interface ResourceConstruct extends AppConstruct {
  readonly terraformResourceType: string;
  readonly friendlyUniqueId: string;
  readonly cdktfStack: AppConstruct;
  toTerraform(): object;
}

/**
 * Finds constructs that became one resource: CDKTF drops characters from ids (`A B` and `AB` are one) and merges what
 * then has the same name, without a word. The written files keep no trace of it.
 */
export function mergedResources(app: SynthesizableApp): readonly MergedResource[] {
  const found = new Map<string, ResourceConstruct[]>();
  for (const construct of app.node.findAll()) {
    if (!isResource(construct)) continue;
    const { terraformResourceType: type, friendlyUniqueId: name, cdktfStack: stack } = construct;
    const key = JSON.stringify([stack.node.path, type, name]);
    const same = found.get(key);
    if (same === undefined) found.set(key, [construct]);
    else same.push(construct);
  }
  return [...found.values()].filter(({ length }) => length > 1).flatMap(merged);
}

function isResource(construct: AppConstruct): construct is ResourceConstruct {
  const { terraformResourceType } = construct as Partial<ResourceConstruct>;
  return typeof terraformResourceType === "string";
}

/** A resource and a data source of one name are two: what they write tells them apart. */
function merged(constructs: readonly ResourceConstruct[]): MergedResource[] {
  return ["resource", "data"].flatMap((block) => {
    const same = constructs.filter((construct) => Object.hasOwn(construct.toTerraform(), block));
    const [first] = same;
    if (first === undefined || same.length < 2) return [];
    const { terraformResourceType: type, friendlyUniqueId: name, cdktfStack: stack } = first;
    return [
      {
        stackPath: stack.node.path,
        address: `${block === "data" ? "data." : ""}${type}.${name}`,
        constructPaths: same.map(({ node }) => node.path),
      },
    ];
  });
}
