import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const DIST = join(__dirname, "..", "..", "dist");

/** Every app of the repository, by the compiled file that a user runs, with the stack that it makes. */
export const APPS = [
  { app: "main.js", stack: "network" },
  { app: "examples/documented/main.js", stack: "documented" },
  { app: "examples/repaired/main.js", stack: "repaired" },
] as const;

/** Runs an app as `cdktf synth` does, and gives back the folder of its stack. */
export function synthesize({ app, stack }: (typeof APPS)[number]): string {
  const outdir = mkdtempSync(join(tmpdir(), "flowgate-synth-"));
  execFileSync(process.execPath, [join(DIST, app)], { env: { ...process.env, CDKTF_OUTDIR: outdir } });
  return join(outdir, "stacks", stack);
}
