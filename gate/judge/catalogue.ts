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

/** Every rule, by family in the order of the rule book, then by id. */
export function readCatalogue(): readonly CatalogueRule[] {
  const path = join(packageRoot(), "policies", "built", "catalogue.json");
  return JSON.parse(readFileSync(path, "utf8")) as CatalogueRule[];
}
