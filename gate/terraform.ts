#!/usr/bin/env node
/**
 * `flowgate-terraform`: Terraform with a gate before `apply`, for `TERRAFORM_BINARY_NAME=flowgate-terraform cdktf
 * deploy`, or in place of `terraform` anywhere. An apply is planned, the plan judged with its source, and exactly that
 * plan applied. A destroy goes through with a logged line; every other command is Terraform's own.
 */
import { applyGated } from "./deploy/terraform/apply";
import { readApply, splitCommandLine } from "./deploy/terraform/command-line";
import { withEnvironmentWords, withoutWords } from "./deploy/terraform/environment-words";
import { runTerraform, terraformName } from "./deploy/terraform/terraform";

async function main(words: readonly string[]): Promise<number> {
  const program = terraformName(process.env);
  const typed = splitCommandLine(words);
  const isApply = typed.subcommand === "apply";
  const command = isApply ? withEnvironmentWords(typed, process.env) : typed;
  const isUngated = isApply ? readApply(command.rest).isUngated : command.subcommand;
  if (isUngated === "destroy") log("flowgate: a destroy is not judged");
  if (!isApply || isUngated !== undefined) return (await runTerraform(program, words)).exitCode;
  // Loaded here: every other command starts as fast as Terraform does.
  const { enforcementOf } = await import("./deploy/enforcement.js");
  const asked = enforcementOf(process.env);
  if ("fault" in asked) throw new Error(`${asked.fault.message}: ${asked.fault.fix}`);
  const { judgePlan } = await import("./deploy/terraform/judge-plan.js");
  const { renderText } = await import("./report/text.js");
  const { reasonsFor } = await import("./report/text/reasons.js");
  const { painter } = await import("./paint.js");
  return applyGated(command, {
    program,
    environment: withoutWords(process.env),
    enforcement: asked.enforcement,
    judge: judgePlan,
    print: (report) => {
      const { stderr } = process;
      const width = stderr.columns > 0 ? { width: stderr.columns } : {};
      const text = renderText(report, { why: reasonsFor(report), paint: painter(true, stderr), ...width });
      stderr.write(text);
    },
    log,
  });
}

function log(line: string): void {
  process.stderr.write(`${line}\n`);
}

main(process.argv.slice(2)).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    log(`flowgate-terraform: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  },
);
