import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Model } from "../../../gate/model/model";

/** The model that policies/testing/documented_test.rego makes by hand of the documented Terraform. */
export function documented(): Model {
  return JSON.parse(readFileSync(join(__dirname, "documented.model.json"), "utf8")) as Model;
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
