import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
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

/** Runs `node ARGS`. Throws where it exits with a code that is not `expected`. */
export function run(args: readonly string[], scratch: string, expected: readonly number[] = [0]): Run {
  const figures = join(scratch, "figures.json");
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ["-r", PRELOAD, ...args], {
    encoding: "utf8",
    env: { ...process.env, FLOWGATE_FIGURES: figures },
    maxBuffer: 1 << 28,
  });
  const wall = performance.now() - start;
  if (!expected.includes(status ?? -1))
    throw new Error(`node ${args.join(" ")} exited with ${status}: ${stderr}${stdout}`);
  return {
    wall,
    stdout,
    ...(JSON.parse(readFileSync(figures, "utf8")) as { cpu: number; mebibytes: number }),
  };
}

/**
 * Runs any program under GNU time (`/usr/bin/time`; without it there is no figure but wall time). What it says and its
 * exit code are its own affair, as long as it comes to an end by itself.
 */
export function runProgram(program: string, args: readonly string[], scratch: string): Run {
  const figures = join(scratch, "figures.txt");
  const timed = existsSync(GNU_TIME) ? [GNU_TIME, "-q", "-o", figures, "-f", "%U %S %M", program] : [program];
  const [command = program, ...before] = timed;
  const start = performance.now();
  const { signal, error, stdout } = spawnSync(command, [...before, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  const wall = performance.now() - start;
  if (error !== undefined || signal !== null)
    throw new Error(`${program} did not run: ${error?.message ?? String(signal)}`);
  if (timed.length === 1) return { wall, cpu: Number.NaN, mebibytes: Number.NaN, stdout };
  const [user = 0, system = 0, kibibytes = 0] = readFileSync(figures, "utf8").trim().split(" ").map(Number);
  return { wall, cpu: 1000 * (user + system), mebibytes: kibibytes / 1024, stdout };
}

const GNU_TIME = "/usr/bin/time";

/** The middle one. */
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
