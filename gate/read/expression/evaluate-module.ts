import { bodies, members } from "../blocks";
import { eachObject, mapLabelled, mapMembers } from "../labelled";
import { existence } from "../meta-arguments";
import type { Attributes, Location } from "../resource";
import { type Lacking, lackingIn } from "./lacking";
import { ModuleNames, type Variable } from "./module-names";
import { openDynamic } from "./dynamic";
import type { Repetition } from "./instances";
import { reduceSyntax } from "./reduce";

/** What is known of a resource or a module call beside its arguments. */
export interface Note {
  location?: Location;
  /** As `Resource.assumed`. */
  assumed?: readonly string[];
  /** As `Resource.sensitive`. */
  sensitive?: ReadonlySet<string>;
}

/** Notes by the body of the block. */
export type Notes = ReadonlyMap<object, Note>;

export interface EvaluatedModule {
  /** The roots of the documents, in the order given. */
  readonly roots: readonly unknown[];
  readonly notes: Notes;
  readonly lacking: Lacking;
}

/** Where the block of a resource or a module call stands in the document at a position. */
export type Locate = (document: number, address: string) => Location | undefined;

/** Arguments that decide no verdict on a resource that is there: a variable in them is not told. */
const IDLE = new Set(["tags", "tags_all", "description", "//", "count", "for_each"]);
/** Arguments that name blocks instead of values. */
const STATIC = new Set(["depends_on", "lifecycle", "provider", "providers"]);
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
  const [locals, blocks] = [localsOf(roots), blocksOf(roots)];
  const names = new ModuleNames(locals, variables, blocks);
  const evaluation = new Evaluation(names, locate);
  const evaluated = roots.map((root, document) => evaluation.root(root, document));
  evaluation.explainAbsence();
  const lacking = lackingIn(locals, variables, blocks, (address) => names.made(address) !== undefined);
  return { roots: evaluated, notes: evaluation.notes, lacking };
}

class Evaluation {
  readonly notes = new Map<object, Note>();
  readonly #byAddress = new Map<string, Note>();
  readonly #absent: { body: Attributes; clause: string }[] = [];

  constructor(
    private readonly names: ModuleNames,
    private readonly locate: Locate,
  ) {}

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
    if (block !== "resource" && block !== "data") {
      const body = mapMembers(given, (name, argument) =>
        block === "module" && STATIC.has(name) ? argument : reduceSyntax(argument, this.names),
      );
      const location = block === "module" ? this.locate(document, `module.${labels.join(".")}`) : undefined;
      if (location !== undefined) this.notes.set(body, { location });
      return body;
    }
    const sensitive = new Set<string>();
    const opened = this.names.watch(() => openDynamic(given, this.names, block === "resource"));
    const uses = new Set(opened.uses);
    const telling = new Set(opened.uses);
    const body = mapMembers(opened.result as Attributes, (name, argument) => {
      if (STATIC.has(name)) return argument;
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

/** How often each resource, data source and module call is made, by address. */
function blocksOf(roots: readonly unknown[]): Map<string, Repetition> {
  const blocks = new Map<string, Repetition>();
  const add = (address: string, given: unknown): void => {
    const [body, ...others] = bodies(given) ?? [];
    if (body !== undefined && others.length === 0) blocks.set(address, body);
  };
  for (const [block, value] of roots.flatMap((root) => members(root) ?? [])) {
    if (block === "module") for (const [name, given] of members(value) ?? []) add(`module.${name}`, given);
    if (block !== "resource" && block !== "data") continue;
    const prefix = block === "data" ? "data." : "";
    for (const [type, named] of members(value) ?? [])
      for (const [name, given] of members(named) ?? []) add(`${prefix}${type}.${name}`, given);
  }
  return blocks;
}
