import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..", "..");
const LIBRARIES = join(ROOT, ".tools", "trino", "lib");

/** Values as texts. */
export type Rows = readonly (readonly (string | null)[])[];

/** Runs statements in Trino, one after the other, and gives back the rows of each. */
export function runInTrino(statements: readonly string[]): Rows[] {
  if (!existsSync(LIBRARIES))
    throw new Error("Trino is not there: run tools/install-trino (needs Java 17 and Maven)");
  const program = join(ROOT, "tools", "trino", "RunQueries.java");
  const { status, stdout, stderr, error } = spawnSync(
    "java",
    ["-Xmx1g", "-cp", join(LIBRARIES, "*"), program],
    { input: JSON.stringify(statements), encoding: "utf8", maxBuffer: 1 << 26 },
  );
  if (error) throw new Error(`java did not start (is it on PATH? https://adoptium.net): ${error.message}`);
  if (status !== 0) throw new Error(`Trino exited with ${status}:\n${stderr.slice(-4000)}`);
  return JSON.parse(stdout.slice(stdout.lastIndexOf("\n[", stdout.length - 2) + 1)) as Rows[];
}
