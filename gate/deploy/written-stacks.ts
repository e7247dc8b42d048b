import { existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import { isObject } from "../read/blocks";
import { parseJson } from "../read/json";
import { readManifest } from "../read/manifest";

/** Removes the manifest, without which `cdktf deploy --skip-synth` finds nothing to deploy. */
export function removeManifest(outdir: string): void {
  rmSync(join(outdir, "manifest.json"), { force: true });
}

/**
 * Removes what Terraform would deploy: the manifest and each stack's configuration. Lock files, state and `.terraform`
 * stay, since the next run needs them.
 */
export function removeStacks(outdir: string): void {
  const written = [...inManifest(outdir), ...inFolders(outdir)];
  removeManifest(outdir);
  for (const path of written) rmSync(path, { force: true });
}

function inManifest(outdir: string): string[] {
  const path = join(outdir, "manifest.json");
  if (!existsSync(path)) return [];
  const json = parseJson(readFileSync(path, "utf8"));
  if ("fault" in json || !isObject(json.value)) return [];
  return (readManifest(path, json.value) ?? []).flatMap((stack) => (stack.isOutside ? [] : [stack.path]));
}

/** A synthesis that failed half-way wrote stacks that no manifest names. */
function inFolders(outdir: string): string[] {
  const stacks = join(outdir, "stacks");
  if (!existsSync(stacks)) return [];
  return readdirSync(stacks).flatMap((stack) =>
    ["cdk.tf.json", "cdk.tf"].map((file) => join(stacks, stack, file)),
  );
}
