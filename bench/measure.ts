import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const PRELOAD = join(__dirname, "..", "..", "bench", "figures.js");

/** One run of a whole Node process. */
export interface Run {
  /** Milliseconds from spawn to exit. */
  readonly wall: number;
  /** User and system milliseconds. */
  readonly cpu: number;
  /** Peak resident memory. */
  readonly mebibytes: number;
  readonly stdout: string;
}

/** Runs `node ARGS`. Throws where it exits with another code than `expected`. */
export function run(args: readonly string[], scratch: string, expected = 0): Run {
  const figures = join(scratch, "figures.json");
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ["-r", PRELOAD, ...args], {
    encoding: "utf8",
    env: { ...process.env, FLOWGATE_FIGURES: figures },
    maxBuffer: 1 << 28,
  });
  const wall = performance.now() - start;
  if (status !== expected)
    throw new Error(`node ${args.join(" ")} exited with ${status}: ${stderr}${stdout}`);
  return {
    wall,
    stdout,
    ...(JSON.parse(readFileSync(figures, "utf8")) as { cpu: number; mebibytes: number }),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Each command `times` times, in turn (A B C A B C ...), so that a machine whose speed drifts is fair to all. */
export function interleave<K extends string>(
  commands: Readonly<Record<K, () => Run>>,
  times: number,
): Record<K, Run[]> {
  const names = Object.keys(commands) as K[];
  const runs = Object.fromEntries(names.map((name) => [name, [] as Run[]])) as Record<K, Run[]>;
  for (let round = -1; round < times; round++) {
    for (const name of names) {
      const one = commands[name]();
      if (round >= 0) runs[name].push(one);
    }
  }
  return runs;
}
