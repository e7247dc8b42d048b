import { posix } from "node:path";

import type { Fault } from "./document";
import { normalized } from "./manifest";
import type { Part } from "./read-parts";
import { isTerraformFile } from "./terraform-file";

/** The documents that are one module of Terraform's. */
export interface ModuleDocuments {
  /** Of the one document, or of the folder. */
  readonly path: string;
  readonly parts: readonly Part[];
  /** Files with values of its variables, the weakest first. */
  readonly variableFiles: readonly Part[];
}

/** Does the document give values to variables, instead of being part of a module? */
export function isVariableFile(path: string): boolean {
  return /\.tfvars(\.json)?$/.test(path);
}

/**
 * Documents by module: the `.tf` and `.tf.json` files of one folder are one, as Terraform reads them; any other stands
 * alone. A file with values of variables goes to the module of its folder, or to the only one there is.
 */
export function groupByModule(
  parts: readonly Part[],
  variableFiles: readonly Part[],
): { modules: readonly ModuleDocuments[]; faults: readonly Fault[] } {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const path = normalized(part.document.path);
    const key = isTerraformFile(path) ? posix.dirname(path) : `alone ${groups.size}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [part]);
    else group.push(part);
  }
  const [only, ...others] = groups.keys();
  const filesOf = new Map<string, Part[]>();
  const faults: Fault[] = [];
  for (const file of [...variableFiles].sort((a, b) => strength(a) - strength(b) || byName(a, b))) {
    const folder = posix.dirname(normalized(file.document.path));
    const key = groups.has(folder) ? folder : others.length === 0 ? only : undefined;
    if (key === undefined) faults.push(homeless(file));
    else filesOf.set(key, [...(filesOf.get(key) ?? []), file]);
  }
  const modules = [...groups].map(([folder, documents]) => {
    const [first, ...more] = documents.map(({ document }) => document.path);
    return {
      path: first === undefined || more.length > 0 ? folder : first,
      parts: documents,
      variableFiles: filesOf.get(folder) ?? [],
    };
  });
  return { modules, faults };
}

/** https://developer.hashicorp.com/terraform/language/values/variables#variable-definition-precedence */
function strength({ document }: Part): number {
  const name = posix.basename(document.path);
  if (name === "terraform.tfvars") return 0;
  if (name === "terraform.tfvars.json") return 1;
  return /\.auto\.tfvars(\.json)?$/.test(name) ? 2 : 3;
}

/** Terraform takes `*.auto.tfvars` by name, and those of its command line as they are given. */
function byName(a: Part, b: Part): number {
  if (strength(a) !== 2) return 0;
  return posix.basename(a.document.path) < posix.basename(b.document.path) ? -1 : 1;
}

function homeless({ document }: Part): Fault {
  return {
    path: document.path,
    message: "it cannot be told to which module the values of the variables belong",
    fix: "give the folder of that module alone with it",
  };
}
