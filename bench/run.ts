/**
 * Prints, from one run on one machine: what `flowgate check` and the constructs cost, beside the floors.
 *
 *     npm run bench [-- N TIMES]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { interleave, median, run, type Run } from "./measure";

const DIST = join(__dirname, "..");
const [n = 5000, times = 5] = process.argv.slice(2).map(Number);
const SMALL = 10;
const MIDDLE = 1000;

interface Row {
  readonly name: string;
  readonly runs: readonly Run[];
}

function figures({ runs }: Row): { wall: number; cpu: number; mebibytes: number } {
  return {
    wall: median(runs.map(({ wall }) => wall)),
    cpu: median(runs.map(({ cpu }) => cpu)),
    mebibytes: median(runs.map(({ mebibytes }) => mebibytes)),
  };
}

function print(title: string, rows: readonly Row[]): void {
  console.log(
    `\n${title}\n${"".padEnd(44)}${"wall ms".padStart(9)}${"CPU ms".padStart(9)}${"peak MiB".padStart(10)}`,
  );
  for (const row of rows) {
    const { wall, cpu, mebibytes } = figures(row);
    console.log(
      row.name.padEnd(44) +
        wall.toFixed(0).padStart(9) +
        cpu.toFixed(0).padStart(9) +
        mebibytes.toFixed(0).padStart(10),
    );
  }
}

/** Median of the ratios run by run. */
function ratio(a: readonly Run[], b: readonly Run[], figure: "wall" | "cpu" | "mebibytes"): string {
  return median(a.map((one, at) => one[figure] / (b[at]?.[figure] ?? Number.NaN))).toFixed(2);
}

const scratch = mkdtempSync(join(tmpdir(), "flowgate-bench-"));
try {
  const generator = join(DIST, "bench", "generate.js");
  const cli = join(DIST, "gate", "cli.js");
  const input = (count: number): string => join(scratch, `in-${count}`);
  const file = join(input(n), "stacks", "bench", "cdk.tf.json");
  const parse = `JSON.parse(require("node:fs").readFileSync(${JSON.stringify(file)}, "utf8"))`;

  const made = interleave(
    {
      constructs: () => run([generator, String(n), input(n)], scratch),
      raw: () => run([generator, String(n), join(scratch, "raw"), "--raw"], scratch),
    },
    Math.min(times, 3),
  );
  for (const count of [SMALL, MIDDLE]) run([generator, String(count), input(count)], scratch);

  const runs = interleave(
    {
      empty: () => run(["-e", "0"], scratch),
      help: () => run([cli, "--help"], scratch),
      parse: () => run(["-e", parse], scratch),
      small: () => run([cli, "check", input(SMALL)], scratch),
      middle: () => run([cli, "check", input(MIDDLE)], scratch),
      check: () => run([cli, "check", input(n)], scratch),
    },
    times,
  );
  print(`${n} flow logs (${4 * n} resources), ${times} runs each, medians`, [
    { name: "node -e 0", runs: runs.empty },
    { name: "flowgate --help", runs: runs.help },
    { name: "read + JSON.parse", runs: runs.parse },
    { name: `flowgate check, ${SMALL} flow logs`, runs: runs.small },
    { name: `flowgate check, ${MIDDLE} flow logs`, runs: runs.middle },
    { name: `flowgate check, ${n} flow logs`, runs: runs.check },
    { name: "synthesis, raw L1", runs: made.raw },
    { name: "synthesis, FlowLogs", runs: made.constructs },
  ]);

  const cpu = (of: readonly Run[]): number =>
    median(of.map((one) => one.cpu)) - median(runs.small.map((one) => one.cpu));
  const exponent = Math.log(cpu(runs.check) / cpu(runs.middle)) / Math.log(n / MIDDLE);
  console.log(`
ratios (medians, run by run)
  flowgate check / (read + JSON.parse)        ${ratio(runs.check, runs.parse, "wall")}   goal 7
  flowgate --help / node -e 0                 ${ratio(runs.help, runs.empty, "wall")}   goal 1.8
  FlowLogs / raw L1, wall                     ${ratio(made.constructs, made.raw, "wall")}   goal 1.3
  FlowLogs / raw L1, memory                   ${ratio(made.constructs, made.raw, "mebibytes")}   goal 1.3
  exponent ${MIDDLE} -> ${n}, CPU without start      ${exponent.toFixed(2)}   goal 1.08`);

  console.log(`\nparts of one check of ${n} flow logs, in one process`);
  console.log(run([join(DIST, "bench", "parts.js"), input(n)], scratch).stdout.trimEnd());
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
