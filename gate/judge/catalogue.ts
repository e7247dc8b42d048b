import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package";

/** What a rule's METADATA says, for `flowgate rules`, `flowgate explain` and reports. */
export interface CatalogueRule {
  /** `retention-unset`. */
  readonly id: string;
  /** The folder of `policies/` that it stands in: a heading of the rule book. */
  readonly family: string;
  /** One line, the world's fact. */
  readonly title: string;
  /** Why it matters. */
  readonly description: string;
  readonly severity: "error" | "warning" | "off";
  readonly waivable: boolean;
  /** Stable words that tell apart the causes of the rule, each with its meaning. */
  readonly causes: Readonly<Record<string, string>>;
  /** How to fix it, in general. */
  readonly help: string;
  readonly links: readonly string[];
  /** Version-qualified ids of the frameworks that ask for it. */
  readonly controls: readonly string[];
  /** The station of the delivery path that a failure breaks. */
  readonly breaks?: "role" | "policy" | "trust" | "destination";
}

let catalogue: readonly CatalogueRule[] | undefined;

/** Every rule, by family in the order of the rule book, then by id. Read once. */
export function readCatalogue(): readonly CatalogueRule[] {
  return (catalogue ??= readBuilt("catalogue.json") as readonly CatalogueRule[]);
}

/** What to avoid, and what to prefer in its place; without `prefer`, to leave it out. HCL, or settings in JSON. */
export interface RuleExample {
  readonly avoid: string;
  readonly prefer?: string;
}

/** The examples of the rule book, by rule. The rules that no configuration alone can show have none. */
export function readExamples(): ReadonlyMap<string, RuleExample> {
  return new Map(Object.entries(readBuilt("examples.json") as Record<string, RuleExample>));
}

/** A preset of `policies/presets/`. */
export interface Preset {
  /** As the settings name it: `fsbp`. */
  readonly name: string;
  /** The framework, with its version. */
  readonly title: string;
  /** What it asks beyond the baseline. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** By control id, with its framework's version: where the mapping to rules was read. */
  readonly controls: Readonly<Record<string, string>>;
}

let presets: readonly Preset[] | undefined;

/** Every preset, by name. Read once. */
export function readPresets(): readonly Preset[] {
  return (presets ??= readBuilt("presets.json") as readonly Preset[]);
}

let recordFields: readonly string[] | undefined;

/** Every field that a record can have, as AWS writes it, of any kind of flow log. Read once. */
export function readRecordFields(): readonly string[] {
  return (recordFields ??= readBuilt("record-fields.json") as readonly string[]);
}

function readBuilt(name: string): unknown {
  return JSON.parse(readFileSync(join(packageRoot(), "policies", "built", name), "utf8"));
}
