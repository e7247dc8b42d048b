import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";

const ROOT = join(__dirname, "..", "..");
/** What stands at the repository's root and is not its source. */
const MADE = new Set([".git", ".tools", "coverage", "dist", "node_modules"]);

/** What `npm pack --json` says of a tarball. */
export interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

/** What a program said and how it ended. */
export interface Ran {
  readonly status: number | null;
  readonly output: string;
}

/** Packs a copy of the repository (packing builds `dist` anew), which is then removed: nothing may need it. */
export function packed(into: string): { readonly manifest: Packed; readonly tarball: string } {
  const copy = mkdtempSync(join(tmpdir(), "flowgate-packing-"));
  try {
    cpSync(ROOT, copy, {
      recursive: true,
      filter: (source) => !MADE.has(relative(ROOT, source)) && basename(source) !== "cdktf.out",
    });
    symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
    const { status, stdout, stderr } = spawnSync(
      "npm",
      ["pack", "--json", "--loglevel=error", "--pack-destination", into],
      { cwd: copy, encoding: "utf8" },
    );
    const [manifest] = status === 0 ? (JSON.parse(stdout.slice(stdout.indexOf("[\n"))) as Packed[]) : [];
    if (manifest === undefined) throw new Error(`npm pack ended with ${status}: ${stdout}${stderr}`);
    return { manifest, tarball: join(into, manifest.filename) };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** An empty project that has installed the tarball, and nothing of this repository. */
export class Project {
  readonly path = mkdtempSync(join(tmpdir(), "flowgate-project-"));

  constructor(tarball: string) {
    this.write("package.json", JSON.stringify({ private: true }));
    const quietly = ["--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
    execFileSync("npm", ["install", ...quietly, tarball], { cwd: this.path, stdio: "pipe" });
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.path, file)), { recursive: true });
    writeFileSync(join(this.path, file), text);
  }

  /** Gives the project what this repository has of its own in node_modules: the provider alone is 550 MB. */
  borrow(...names: readonly string[]): void {
    for (const name of names) {
      const target = join(this.path, "node_modules", name);
      mkdirSync(dirname(target), { recursive: true });
      symlinkSync(join(ROOT, "node_modules", name), target);
    }
  }

  run(program: string, ...args: readonly string[]): Ran {
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: this.path,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1", npm_config_offline: "true", npm_config_loglevel: "error" },
    });
    return { status, output: stdout + stderr };
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A program among this repository's development tools. */
export function tool(name: string): string {
  return join(ROOT, "node_modules", ".bin", name);
}
