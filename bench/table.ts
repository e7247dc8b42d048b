import { median, type Run } from "./measure";

/** A line of a table: what was run, and each time. */
export interface Row {
  readonly name: string;
  readonly runs: readonly Run[];
}

const NAME = 48;

/** Prints medians: wall and CPU milliseconds, peak resident memory. */
export function printTable(title: string, rows: readonly Row[]): void {
  const head = `${"".padEnd(NAME)}${"wall ms".padStart(9)}${"CPU ms".padStart(9)}${"peak MiB".padStart(10)}`;
  console.log(`\n${title}\n${head}`);
  for (const { name, runs } of rows) {
    const [wall, cpu, mebibytes] = (["wall", "cpu", "mebibytes"] as const).map((figure) =>
      median(runs.map((run) => run[figure])).toFixed(0),
    );
    console.log(
      name.padEnd(NAME) + (wall ?? "").padStart(9) + (cpu ?? "").padStart(9) + (mebibytes ?? "").padStart(10),
    );
  }
}

/** Median of the ratios run by run: what drifts with the machine is in both. */
export function ratio(
  one: readonly Run[],
  other: readonly Run[],
  figure: "wall" | "cpu" | "mebibytes",
): string {
  return median(one.map((run, at) => run[figure] / (other[at]?.[figure] ?? Number.NaN))).toFixed(2);
}

/** Growth with the input, of CPU time with the start-up (the run of a small input) taken out: 1 is linear. */
export function exponent(
  small: readonly Run[],
  middle: readonly Run[],
  large: readonly Run[],
  growth: number,
): string {
  const start = median(small.map(({ cpu }) => cpu));
  const cpu = (runs: readonly Run[]): number => median(runs.map((run) => run.cpu)) - start;
  return (Math.log(cpu(large) / cpu(middle)) / Math.log(growth)).toFixed(2);
}
