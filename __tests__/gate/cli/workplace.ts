import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export const ROOT = join(__dirname, "..", "..", "..");
/** What `npm run build` makes, which `npm test` runs first. */
export const CLI = join(ROOT, "dist", "gate", "cli.js");

/** A VPC without flow log. */
export const UNCOVERED = JSON.stringify({ resource: { aws_vpc: { v: { cidr_block: "10.0.0.0/16" } } } });

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** An empty folder for each test, in which the real binary runs. */
export function workplace(): {
  folder: () => string;
  write: (files: Readonly<Record<string, string>>) => void;
  /** Runs in the folder, or in one inside it. */
  flowgate: (args: readonly string[], input?: string, inner?: string) => Run;
} {
  let folder = "";
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "flowgate-cli-"))));
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder: () => folder,
    write: (files) => {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), text);
      }
    },
    flowgate: (args, input = "", inner = "") => {
      const run = spawnSync(process.execPath, [CLI, ...args], {
        cwd: join(folder, inner),
        input,
        encoding: "utf8",
      });
      return { code: run.status, out: run.stdout, err: run.stderr };
    },
  };
}
