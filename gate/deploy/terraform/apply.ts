import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Report } from "../../report/report";
import { NOT_ENFORCED, type Enforcement, type Environment } from "../enforcement";
import { askApproval } from "./approval";
import { readApply, workingFolder, type ApplyCommand, type CommandLine } from "./command-line";
import { runTerraform } from "./terraform";

/** What a gated apply needs of its surroundings. */
export interface ApplyGate {
  /** Terraform's own program. */
  readonly program: string;
  /** Without words of `TF_CLI_ARGS`, which the command line holds already. */
  readonly environment: Environment;
  readonly enforcement: Enforcement;
  /** Judges a plan (what `terraform show -json` prints) together with the folder that it was made in. Undefined: nothing in it is flowgate's business. */
  readonly judge: (plan: string, folder: string) => Promise<Report | undefined>;
  /** Says what was found. */
  readonly print: (report: Report) => void;
  readonly log: (line: string) => void;
}

/**
 * `terraform apply`, gated: plans, judges the plan with its source, and applies exactly that plan. Returns the exit
 * code: Terraform's own, or the report's where the plan may not be applied.
 */
export async function applyGated(command: CommandLine, gate: ApplyGate): Promise<number> {
  const apply = readApply(command.rest);
  if (apply.planFile !== undefined) return applySaved(command, apply.planFile, command.rest, gate);
  // Readable by this user alone: a plan holds secrets.
  const folder = mkdtempSync(join(tmpdir(), "flowgate-plan-"));
  try {
    return await planAndApply(command, apply, join(folder, "plan"), gate);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function planAndApply(
  { globals, ...command }: CommandLine,
  apply: ApplyCommand,
  file: string,
  gate: ApplyGate,
): Promise<number> {
  const { program, environment } = gate;
  const planning = [...globals, "plan", ...apply.planOptions, `-out=${file}`];
  const planned = await runTerraform(program, planning, { environment });
  if (planned.exitCode !== 0) return planned.exitCode;
  const words = [...apply.applyOptions, file];
  return applySaved({ globals, ...command }, file, words, gate, !apply.isApproved);
}

async function applySaved(
  command: CommandLine,
  file: string,
  words: readonly string[],
  gate: ApplyGate,
  isAsked = false,
): Promise<number> {
  const { program, environment, enforcement, judge, print, log } = gate;
  const showing = [...command.globals, "show", "-json", file];
  const shown = await runTerraform(program, showing, { environment, captured: true });
  if (shown.exitCode !== 0) return shown.exitCode;
  const report = await judge(shown.stdout, workingFolder(command));
  if (report === undefined)
    log("flowgate: nothing in this plan is a flow log or a VPC, so nothing was judged");
  else print(report);
  const exitCode = report?.exitCode ?? 0;
  if (exitCode !== 0 && enforcement === "enforce") {
    log("flowgate: the plan was not applied");
    return exitCode;
  }
  if (exitCode !== 0) log(NOT_ENFORCED);
  if (isAsked && !(await askApproval())) return 1;
  return (await runTerraform(program, [...command.globals, "apply", ...words], { environment })).exitCode;
}
