import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../gate/package";
import { interleave, run, type Run } from "./measure";
import { exponent, printTable, ratio } from "./table";
import { unlikePlan, unlikeStack } from "./unlike";

const DIST = join(__dirname, "..");
const SMALL = 10;
const MIDDLE = 1000;

/** Where the inputs of `n` flow logs are, for what is measured after. */
export interface Inputs {
  readonly synth: string;
  readonly plan: string;
}

/** The command that users start: `bin` of package.json. */
export const CLI = join(packageRoot(), "dist", "gate", "flowgate.js");

/** `flowgate check` and the constructs beside what they cannot be cheaper than. */
export function measureFloors({ n, times, scratch }: { n: number; times: number; scratch: string }): Inputs {
  const generator = join(DIST, "bench", "generate.js");
  const folder = (count: number): string => join(scratch, `in-${count}`);
  const plan = (count: number): string => join(scratch, `plan-${count}.json`);
  const synth = join(folder(n), "stacks", "bench", "cdk.tf.json");
  const made = interleave(
    {
      constructs: () => run([generator, String(n), folder(n)], scratch),
      raw: () => run([generator, String(n), join(scratch, "raw"), "--raw"], scratch),
    },
    Math.min(times, 3),
  );
  for (const count of [SMALL, MIDDLE]) run([generator, String(count), folder(count)], scratch);
  for (const count of [SMALL, MIDDLE, n])
    writeFileSync(plan(count), run([join(DIST, "bench", "generate-plan.js"), String(count)], scratch).stdout);

  const unlike = { synth: join(scratch, "unlike.tf.json"), plan: join(scratch, "unlike-plan.json") };
  unlikeStack(synth, unlike.synth);
  unlikePlan(plan(n), unlike.plan);

  const parse = (file: string): Run =>
    run(["-e", `JSON.parse(require("node:fs").readFileSync(${JSON.stringify(file)}, "utf8"))`], scratch);
  const check = (path: string): Run => run([CLI, "check", path, "--quiet"], scratch, [0, 1]);
  const runs = interleave(
    {
      empty: () => run(["-e", "0"], scratch),
      help: () => run([CLI, "--help"], scratch),
      parseSynth: () => parse(synth),
      smallSynth: () => check(folder(SMALL)),
      middleSynth: () => check(folder(MIDDLE)),
      synth: () => check(folder(n)),
      unlikeSynth: () => check(unlike.synth),
      parsePlan: () => parse(plan(n)),
      smallPlan: () => check(plan(SMALL)),
      middlePlan: () => check(plan(MIDDLE)),
      plan: () => check(plan(n)),
      unlikePlan: () => check(unlike.plan),
    },
    times,
  );
  printTable(`${n} flow logs (${4 * n} resources), ${times} runs each, medians`, [
    { name: "node -e 0", runs: runs.empty },
    { name: "flowgate --help", runs: runs.help },
    { name: `flowgate check, ${SMALL} flow logs`, runs: runs.smallSynth },
    { name: `flowgate check, ${MIDDLE} flow logs`, runs: runs.middleSynth },
    { name: `flowgate check, ${n} flow logs`, runs: runs.synth },
    { name: `flowgate check, ${n}, no two alike`, runs: runs.unlikeSynth },
    { name: "read + JSON.parse", runs: runs.parseSynth },
    { name: `flowgate check PLAN, ${SMALL} flow logs`, runs: runs.smallPlan },
    { name: `flowgate check PLAN, ${MIDDLE} flow logs`, runs: runs.middlePlan },
    { name: `flowgate check PLAN, ${n} flow logs`, runs: runs.plan },
    { name: `flowgate check PLAN, ${n}, no two alike`, runs: runs.unlikePlan },
    { name: "read + JSON.parse of the plan", runs: runs.parsePlan },
    { name: "synthesis, raw L1", runs: made.raw },
    { name: "synthesis, FlowLogs", runs: made.constructs },
  ]);
  const growth = n / MIDDLE;
  console.log(`
ratios (medians, run by run)
  flowgate check / (read + JSON.parse)            ${ratio(runs.synth, runs.parseSynth, "wall")}   goal 7
  flowgate check PLAN / (read + JSON.parse)       ${ratio(runs.plan, runs.parsePlan, "wall")}   goal 4
  flowgate --help / node -e 0                     ${ratio(runs.help, runs.empty, "wall")}   goal 1.8
  FlowLogs / raw L1, wall                         ${ratio(made.constructs, made.raw, "wall")}   goal 1.3
  FlowLogs / raw L1, memory                       ${ratio(made.constructs, made.raw, "mebibytes")}   goal 1.3
  exponent ${MIDDLE} -> ${n}, CPU without start          ${exponent(runs.smallSynth, runs.middleSynth, runs.synth, growth)}   goal 1.08
  exponent ${MIDDLE} -> ${n} of the plan                 ${exponent(runs.smallPlan, runs.middlePlan, runs.plan, growth)}   goal 1.08`);
  console.log(`\nparts of one check of ${n} flow logs, in one process`);
  console.log(run([join(DIST, "bench", "parts.js"), folder(n)], scratch).stdout.trimEnd());
  return { synth, plan: plan(n) };
}
