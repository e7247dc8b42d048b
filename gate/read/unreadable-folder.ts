import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, sep } from "node:path";

import { cutList } from "../cut-list";
import type { Fault } from "./document";
import { isOfModule, isOpenTofuFile } from "./terraform-file";

/** Names that a message holds. */
const MOST_NAMED = 5;

const SYNTHESIZE = "run `cdktf synth`, or give the folder that it wrote";

/** Why a folder that holds no documents is not read, and what was most likely meant: `names` is what it holds. */
export function withoutDocuments(folder: string, names: readonly string[]): Omit<Fault, "path"> {
  const inside = names.map((name) => join(folder, name)).filter(isFolder);
  const outputs = inside.filter((path) => existsSync(join(path, "manifest.json")));
  const meant = outputs.length > 0 ? outputs : inside.filter(holdsModule);
  if (meant.length > 0) return severalOrOne(meant.map((path) => path.replaceAll(sep, "/")));
  if (names.includes("stacks"))
    return {
      message: "manifest.json is missing: the last synthesis did not finish",
      fix: "run `cdktf synth` again",
    };
  return { message: names.length === 0 ? "the folder is empty" : NO_MODULE, fix: SYNTHESIZE };
}

/** What is said of files that OpenTofu reads, and flowgate does not. */
export function openTofu(names: readonly string[]): Omit<Fault, "path"> {
  return {
    message: `OpenTofu reads ${cutList(names, MOST_NAMED).join(", ")}, in place of a .tf file of the same name, and flowgate reads no .tofu file`,
    fix: "give what OpenTofu makes of them: `tofu plan -out=plan.bin && tofu show -json plan.bin > plan.json`",
  };
}

const NO_MODULE = "the folder holds neither .tf nor .tf.json files, and no manifest.json";

function severalOrOne(paths: readonly string[]): Omit<Fault, "path"> {
  const [first = "", second] = paths;
  if (second === undefined) return { message: NO_MODULE, fix: `give ${first}` };
  const names = paths.map((path) => basename(path));
  return {
    message: `${NO_MODULE}; these folders in it do: ${cutList(names, MOST_NAMED).join(", ")}`,
    fix: `give one of them, or several: \`flowgate check ${first} ${second}\``,
  };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function holdsModule(folder: string): boolean {
  return readdirSync(folder).some(
    (name) => isOpenTofuFile(name) || (isOfModule(name) && name.endsWith(".tf")),
  );
}
