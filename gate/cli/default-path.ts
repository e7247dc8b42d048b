import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, relative, sep } from "node:path";

import { foldersUpward } from "../folders-upward";
import { isObject } from "../read/blocks";
import type { Fault } from "../read/document";
import { findDocuments, type Found } from "../read/find";
import { parseJson } from "../read/json";
import { isTerraformFile } from "../read/terraform-file";

/** The documents that a command line names, or those of the project that it is typed in. */
export function findOperands(operands: readonly string[], stdin?: Uint8Array): Found {
  if (operands.length > 0) return findDocuments(operands, stdin);
  const found = defaultPath(process.cwd());
  return "fault" in found ? { documents: [], faults: [found.fault] } : findDocuments([found.path]);
}

/**
 * What is judged where no path is given: the output of the CDKTF project that a folder is in, found upward to the root
 * of the repository, as settings are; or what to run to have one.
 */
export function defaultPath(folder: string, home = homedir()): { path: string } | { fault: Fault } {
  for (const here of foldersUpward(folder, home)) {
    const isProject = existsSync(join(here, "cdktf.json"));
    const output = join(here, isProject ? outputOf(join(here, "cdktf.json")) : OUTPUT);
    if (existsSync(output)) return { path: slashed(relative(folder, output)) || "." };
    if (isProject)
      return {
        fault: {
          message: `this CDKTF project is not synthesized: there is no ${slashed(relative(folder, output))}`,
          fix: "run `cdktf synth` first",
        },
      };
  }
  const isTerraform = readdirSync(folder).some(isTerraformFile);
  return {
    fault: { message: "no path is given, and there is no cdktf.out", fix: isTerraform ? TERRAFORM : OTHER },
  };
}

const OUTPUT = "cdktf.out";

const TERRAFORM =
  "judge the .tf files here with `flowgate check .`, and once there is a plan, `flowgate check plan.json .`";

const OTHER =
  "run `cdktf synth` first, or give a path: a plan from `terraform show -json`, or a folder of .tf";

/** As cdktf.json says it. */
function outputOf(path: string): string {
  const read = parseJson(readFileSync(path, "utf8"));
  const output = "fault" in read || !isObject(read.value) ? undefined : read.value.output;
  return typeof output === "string" && output !== "" ? output : OUTPUT;
}

function slashed(path: string): string {
  return path.replaceAll(sep, "/");
}
