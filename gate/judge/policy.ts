import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package";
import { JudgeFault } from "./fault";

/** The built policies: the compiled wasm and what its lock says of it. */
export interface Policy {
  readonly module: WebAssembly.Module;
  /** sha256 of policy.wasm, hexadecimal. */
  readonly hash: string;
  /** `flowgate/rules/<id with _>/verdict` of each rule. */
  readonly rules: readonly string[];
}

const REBUILD = "install flowgate again, or run node tools/build-policies.js in its sources";

let loaded: Policy | undefined;

/** `policies/built/`, read and compiled once. Throws a JudgeFault where it is missing, or wasm and lock differ. */
export function loadPolicy(): Policy {
  return (loaded ??= readPolicy(join(packageRoot(), "policies", "built")));
}

/** The same for any folder, read each time. */
export function readPolicy(folder: string): Policy {
  const bytes = read(join(folder, "policy.wasm"));
  const lock = JSON.parse(read(join(folder, "policy.lock.json")).toString("utf8")) as Lock;
  const hash = createHash("sha256").update(bytes).digest("hex");
  if (hash !== lock.wasm)
    throw new JudgeFault("policy.wasm is not the file that policy.lock.json describes", REBUILD);
  const rules = lock.entrypoints.filter((entrypoint) => entrypoint.startsWith("flowgate/rules/"));
  if (rules.length === 0) throw new JudgeFault("policy.lock.json names no rule", REBUILD);
  return { module: new WebAssembly.Module(bytes), hash, rules };
}

interface Lock {
  readonly wasm: string;
  readonly entrypoints: readonly string[];
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new JudgeFault(`the built policies cannot be read: ${path}`, REBUILD);
  }
}
