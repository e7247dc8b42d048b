import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const DIST = join(__dirname, "..", "..", "dist");

/** Apps of the repository that can be applied, by the compiled file that a user runs, with the stack that it makes. */
export const APPS = [
  { app: "main.js", stack: "network" },
  { app: "examples/documented/main.js", stack: "documented" },
  { app: "examples/repaired/main.js", stack: "repaired" },
  { app: "examples/quick-start/main.js", stack: "quick-start" },
  { app: "examples/s3/main.js", stack: "s3" },
  { app: "examples/transit-gateway/main.js", stack: "transit-gateway" },
  { app: "examples/cross-account-firehose/main.js", stack: "cross-account-firehose" },
  { app: "examples/organization/main.js", stack: "organization" },
] as const;

/** Apps whose delivery streams the stand-in for AWS cannot make: valid Terraform, and no more is shown. */
export const VALIDATED_APPS = [
  { app: "examples/splunk/main.js", stack: "splunk" },
  { app: "examples/opensearch/main.js", stack: "opensearch" },
] as const;

/** Runs an app as `cdktf synth` does, and gives back the folder of its stack. */
export function synthesize({ app, stack }: { readonly app: string; readonly stack: string }): string {
  const outdir = mkdtempSync(join(tmpdir(), "flowgate-synth-"));
  execFileSync(process.execPath, [join(DIST, app)], { env: { ...process.env, CDKTF_OUTDIR: outdir } });
  return join(outdir, "stacks", stack);
}
