import { posix } from "node:path";

/** A stack as cdktf.out/manifest.json names it. */
export interface Stack {
  readonly name: string;
  /** Its cdk.tf.json, from where the manifest's own path starts. */
  readonly path: string;
  /** Names of the stacks that it depends on, transitive. */
  readonly dependencies: readonly string[];
}

/** The stacks of a manifest; undefined where it is not the manifest of cdktf. */
export function readManifest(manifestPath: string, value: unknown): readonly Stack[] | undefined {
  const stacks = (value as { stacks: unknown }).stacks;
  if (typeof stacks !== "object" || stacks === null) return undefined;
  const entries = Object.values(stacks) as unknown[];
  if (!entries.every(isEntry)) return undefined;
  const byConstructPath = new Map(entries.map((entry) => [entry.constructPath, entry]));
  return entries.map((entry) => ({
    name: entry.name,
    path: normalized(
      posix.join(posix.dirname(manifestPath), entry.synthesizedStackPath.replaceAll("\\", "/")),
    ),
    dependencies: [...reachable(entry, byConstructPath)].map((dependency) => dependency.name),
  }));
}

/** One spelling for equal paths: `./a//b` and `a/b`. */
export function normalized(path: string): string {
  return posix.normalize(path);
}

interface Entry {
  readonly name: string;
  readonly constructPath: string;
  readonly synthesizedStackPath: string;
  /** Construct paths. */
  readonly dependencies: readonly string[];
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== "object" || value === null) return false;
  const entry = value as Record<string, unknown>;
  return (
    typeof entry.name === "string" &&
    typeof entry.constructPath === "string" &&
    typeof entry.synthesizedStackPath === "string" &&
    Array.isArray(entry.dependencies)
  );
}

function reachable(from: Entry, byConstructPath: ReadonlyMap<string, Entry>): ReadonlySet<Entry> {
  const found = new Set<Entry>();
  const open = [from];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    for (const path of entry.dependencies) {
      const dependency = byConstructPath.get(path);
      if (dependency === undefined || found.has(dependency)) continue;
      found.add(dependency);
      open.push(dependency);
    }
  }
  return found;
}
