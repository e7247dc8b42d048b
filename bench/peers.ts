import { accessSync, constants, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { packageRoot } from "../gate/package";
import { CLI, type Inputs } from "./floors";
import { interleave, run, runProgram, type Run } from "./measure";
import { printTable, ratio, type Row } from "./table";

/** How the tools that flowgate is put beside are had. */
const HOW: Readonly<Record<string, string>> = {
  opa: "tools/install-rego",
  conftest: "tools/install-rego, or go install github.com/open-policy-agent/conftest",
  checkov: "tools/install-checkov, or pip install checkov",
};

/**
 * The same inputs through other tools: the same policies on the model that `flowgate model` prints (opa, conftest),
 * four rules on the plan as it is (conftest), and checkov's own rules. Says what is not installed and how to get it.
 */
export function measurePeers({
  n,
  times,
  scratch,
  synth,
  plan,
}: Inputs & { n: number; times: number; scratch: string }): void {
  const model = join(scratch, "model.json");
  writeFileSync(model, run([CLI, "model", synth], scratch).stdout);
  const policies = join(packageRoot(), "policies");
  const fourRules = join(packageRoot(), "bench", "peers");
  const commands: Record<string, () => Run> = {
    "flowgate check": () => run([CLI, "check", synth, "--quiet"], scratch, [0, 1]),
    "flowgate check PLAN": () => run([CLI, "check", plan, "--quiet"], scratch, [0, 1]),
  };
  const add = (name: string, tool: string, args: readonly string[]): void => {
    const program = find(tool);
    if (program !== undefined) commands[name] = () => runProgram(program, args, scratch);
  };
  add("opa eval, the same policies", "opa", [
    ...["eval", "-b", policies, "-i", model, "--format", "raw", "data.flowgate.report.verdict"],
  ]);
  add("conftest, the same policies", "conftest", [
    ...["test", "--no-color", "-p", policies, "--namespace", "flowgate", model],
  ]);
  add("conftest, four rules on the plan", "conftest", ["test", "--no-color", "-p", fourRules, plan]);
  if (n <= MOST_FOR_CHECKOV) {
    const quiet = ["--framework", "terraform_plan", "--compact", "--quiet", "--skip-download"];
    add("checkov on the plan", "checkov", ["-f", plan, ...quiet]);
  }

  const runs = interleave(commands, times);
  const rows: Row[] = Object.entries(runs).map(([name, each]) => ({ name, runs: each }));
  printTable(`beside other tools, ${times} runs each, medians`, rows);
  console.log("\ntimes flowgate's wall time on the same input (medians, run by run)");
  for (const { name, runs: each } of rows.slice(2)) {
    const own = /plan$/.test(name) ? runs["flowgate check PLAN"] : runs["flowgate check"];
    console.log(`  ${name.padEnd(46)}${ratio(each, own ?? [], "wall").padStart(7)}`);
  }
  for (const [tool, how] of Object.entries(HOW))
    if (find(tool) === undefined) console.log(`  ${tool} is not installed: ${how}`);
  if (n > MOST_FOR_CHECKOV)
    console.log(`  checkov takes minutes on ${n} flow logs: run npm run bench -- ${MOST_FOR_CHECKOV}`);
}

const MOST_FOR_CHECKOV = 1000;

/** In .tools, where tools/install-rego and tools/install-checkov put them, or on PATH. */
function find(tool: string): string | undefined {
  const tools = join(packageRoot(), ".tools");
  const installed = [join(tools, "bin"), join(tools, "checkov", "bin")];
  const folders = [...installed, ...(process.env.PATH ?? "").split(delimiter)];
  return folders
    .map((folder) => join(folder, tool))
    .find((program) => {
      try {
        accessSync(program, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
