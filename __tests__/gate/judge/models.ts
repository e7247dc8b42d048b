import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { documented as example } from "../../../examples/documented/main";
import { readModel } from "../../../gate/check";
import type { Model } from "../../../gate/model/model";

let text: string | undefined;

/** The model of the documented Terraform, as examples/documented synthesizes it; a new one for each caller. */
export function documented(): Model {
  text ??= JSON.stringify(modelOfExample());
  return JSON.parse(text) as Model;
}

function modelOfExample(): Model {
  const outdir = mkdtempSync(join(tmpdir(), "flowgate-judge-"));
  try {
    example(outdir).synth();
    const path = join(outdir, "stacks", "documented", "cdk.tf.json");
    const read = readModel([{ path: "cdk.tf.json", text: readFileSync(path, "utf8") }]);
    if ("faults" in read) throw new Error(read.faults[0]?.message);
    return read.model;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** The documented Terraform so many times, each with a log group, role, policy and flow log of its own. */
export function fleet(size: number): Model {
  const one = documented();
  const copies = <T>(list: readonly T[], change: (item: T, at: number) => Partial<T>): T[] =>
    Array.from({ length: size }, (_, at) => list.map((item) => ({ ...item, ...change(item, at) }))).flat();
  const linked = (at: number) => ({ state: "resolved" as const, at, given: "${x.arn}" });
  return {
    ...one,
    flow_logs: copies(one.flow_logs, ({ address }, at) => ({
      address: `${address}-${at}`,
      log_group: linked(at),
      role: linked(at),
    })),
    log_groups: copies(one.log_groups, ({ address }, at) => ({
      address: `${address}-${at}`,
      flow_logs: [at],
    })),
    roles: copies(one.roles, ({ address, permissions }, at) => ({
      address: `${address}-${at}`,
      flow_logs: [at],
      permissions: permissions.map((permission) => ({ ...permission, policy: at })),
    })),
    policies: copies(one.policies, ({ address }, at) => ({ address: `${address}-${at}` })),
    scopes: one.scopes.map((scope) => ({ ...scope, flow_logs: Array.from({ length: size }, (_, at) => at) })),
  };
}
