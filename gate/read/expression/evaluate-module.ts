import { members } from "../blocks";
import { existence } from "../meta-arguments";
import type { Attributes, Location } from "../resource";
import { ModuleNames, type Variable } from "./module-names";
import { markDynamic, reduceSyntax } from "./reduce";

/** What is known of a resource beside its arguments. */
export interface Note {
  location?: Location;
  /** As `Resource.assumed`. */
  assumed?: readonly string[];
  /** As `Resource.sensitive`. */
  sensitive?: ReadonlySet<string>;
}

/** Notes by the body of the resource's block. */
export type Notes = ReadonlyMap<object, Note>;

export interface EvaluatedModule {
  /** The roots of the documents, in the order given. */
  readonly roots: readonly unknown[];
  readonly notes: Notes;
  /** Locals that refer to themselves, each with those on the way. */
  readonly circles: readonly (readonly string[])[];
}

/** Where the block of a resource stands in the document at a position. */
export type Locate = (document: number, address: string) => Location | undefined;

/** Arguments that decide no verdict on a resource that is there: a variable in them is not told. */
const IDLE = new Set(["tags", "tags_all", "description", "//", "count", "for_each"]);
/** Labels between a top-level block's name and its bodies. */
const LABELS: ReadonlyMap<string, number> = new Map([
  ["resource", 2],
  ["data", 2],
  ["provider", 1],
  ["output", 1],
  ["module", 1],
  ["locals", 0],
]);

/** Evaluates every expression in the documents of one module that can be. Never throws. */
export function evaluateModule(
  roots: readonly unknown[],
  variables: ReadonlyMap<string, Variable>,
  locate: Locate,
): EvaluatedModule {
  const evaluation = new Evaluation(new ModuleNames(localsOf(roots), variables), locate);
  const evaluated = roots.map((root, document) => evaluation.root(root, document));
  evaluation.explainAbsence();
  return { roots: evaluated, notes: evaluation.notes, circles: evaluation.circles };
}

class Evaluation {
  readonly notes = new Map<object, Note>();
  readonly #byAddress = new Map<string, Note>();
  readonly #absent: { body: Attributes; clause: string }[] = [];

  constructor(
    private readonly names: ModuleNames,
    private readonly locate: Locate,
  ) {}

  get circles(): readonly (readonly string[])[] {
    return this.names.circles;
  }

  root(root: unknown, document: number): unknown {
    return eachObject(root, (object) =>
      mapMembers(object, (block, value) => {
        const labels = LABELS.get(block);
        return labels === undefined
          ? value
          : mapLabelled(value, labels, [block], (body, path) => this.#body(body, path, document));
      }),
    );
  }

  /** Whatever an absent resource refers to is judged without it, and says so. */
  explainAbsence(): void {
    for (const { body, clause } of this.#absent)
      for (const address of new Set(JSON.stringify(body).match(/(?<=\$\{)(?:data\.)?[a-z]\w*\.[\w-]+/g))) {
        const note = this.#byAddress.get(address);
        if (note !== undefined) note.assumed = [...(note.assumed ?? []), clause];
      }
  }

  #body(given: Attributes, [block = "", ...labels]: readonly string[], document: number): Attributes {
    if (block !== "resource" && block !== "data")
      return mapMembers(given, (_, argument) => reduceSyntax(argument, this.names));
    const uses = new Set<string>();
    const telling = new Set<string>();
    const sensitive = new Set<string>();
    const dynamic = block === "resource" ? (markDynamic(given) as Attributes) : given;
    const body = mapMembers(dynamic, (name, argument) => {
      const watched = this.names.watch(() => reduceSyntax(argument, this.names));
      for (const use of watched.uses) {
        uses.add(use);
        if (!IDLE.has(name)) telling.add(use);
      }
      if (this.names.isSensitive(watched.uses)) sensitive.add(name);
      return watched.result;
    });
    const address = `${block === "data" ? "data." : ""}${labels.join(".")}`;
    const assumed = this.names.clauses(telling);
    if (uses.size > 0 && existence(body) === "no")
      this.#absent.push({
        body,
        clause: `${address} is not made, as ${this.names.clauses(uses).join(" and ")}`,
      });
    const location = this.locate(document, address);
    const note: Note = {
      ...(location !== undefined && { location }),
      ...(assumed.length > 0 && { assumed }),
      ...(sensitive.size > 0 && { sensitive }),
    };
    this.notes.set(body, note);
    this.#byAddress.set(address, note);
    return body;
  }
}

function localsOf(roots: readonly unknown[]): Map<string, unknown> {
  const blocks = roots.flatMap((root) => members(root) ?? []).filter(([block]) => block === "locals");
  return new Map(blocks.flatMap(([, value]) => members(value) ?? []));
}

/** Maps the bodies of labelled blocks, whichever of Terraform's ways they are written in; leaves what is no block. */
function mapLabelled(
  value: unknown,
  labels: number,
  path: readonly string[],
  change: (body: Attributes, path: readonly string[]) => Attributes,
): unknown {
  return eachObject(value, (object) =>
    labels === 0
      ? change(object, path)
      : mapMembers(object, (label, named) => mapLabelled(named, labels - 1, [...path, label], change)),
  );
}

function eachObject(value: unknown, change: (object: Attributes) => Attributes): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => eachObject(item, change));
  return typeof value === "object" && value !== null ? change(value as Attributes) : value;
}

/** Whatever the names are: `__proto__` is one like any other. */
function mapMembers(object: Attributes, change: (name: string, member: unknown) => unknown): Attributes {
  return Object.fromEntries(Object.entries(object).map(([name, member]) => [name, change(name, member)]));
}
