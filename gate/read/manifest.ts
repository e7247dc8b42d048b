import { posix } from "node:path";

import { isObject } from "./blocks";

/** A stack as cdktf.out/manifest.json names it. */
export interface Stack {
  readonly name: string;
  readonly constructPath: string;
  /** Its cdk.tf.json, from where the manifest's own path starts. */
  readonly path: string;
  /** The path leads out of the manifest's folder, which cdktf never writes. */
  readonly isOutside: boolean;
  /** Names of the stacks that it depends on, transitive. */
  readonly dependencies: readonly string[];
}

/** The stacks of a manifest, each with a file of its own; undefined where it is not the manifest of cdktf. */
export function readManifest(manifestPath: string, value: unknown): readonly Stack[] | undefined {
  const stacks = (value as { stacks: unknown }).stacks;
  if (!isObject(stacks)) return undefined;
  const entries = Object.values(stacks);
  if (!entries.every(isEntry)) return undefined;
  if (new Set(entries.map((entry) => normalized(entry.synthesizedStackPath))).size < entries.length)
    return undefined;
  const byConstructPath = new Map(entries.map((entry) => [entry.constructPath, entry]));
  return entries.map((entry) => {
    const path = normalized(entry.synthesizedStackPath.replaceAll("\\", "/"));
    return {
      name: entry.name,
      constructPath: entry.constructPath,
      path: posix.join(posix.dirname(manifestPath), path),
      isOutside: path.startsWith("../"),
      dependencies: [...reachable(entry, byConstructPath)].map((dependency) => dependency.name),
    };
  });
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
  if (!isObject(value)) return false;
  const { name, constructPath, synthesizedStackPath, dependencies } = value;
  return (
    typeof name === "string" &&
    typeof constructPath === "string" &&
    typeof synthesizedStackPath === "string" &&
    /\.tf(\.json)?$/.test(synthesizedStackPath) &&
    Array.isArray(dependencies) &&
    dependencies.every((dependency) => typeof dependency === "string")
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
