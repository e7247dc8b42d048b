import type { Fault } from "../document";
import { isObject } from "../blocks";
import type { Attributes } from "../resource";

const AGAIN =
  "make the plan again (`terraform plan -out=tfplan`) and give what `terraform show -json tfplan` prints";

/** Why a plan cannot be judged as a whole; undefined where it can. */
export function refusePlan(path: string, plan: Attributes): Fault | undefined {
  const { format_version: version, resource_changes: changes, complete, errored } = plan;
  const major = typeof version === "string" ? version.split(".")[0] : undefined;
  if (major !== "1") {
    const shown = typeof version === "string" ? version : JSON.stringify(version);
    return {
      path,
      message: `the plan has the format version ${shown}, and flowgate reads 1.x`,
      fix: `${AGAIN}, with Terraform 1.1 or later`,
    };
  }
  if (errored === true)
    return {
      path,
      message: "the plan is errored: Terraform stopped before it had planned everything",
      fix: `mend what \`terraform plan\` complains about, and ${AGAIN}`,
    };
  const deferred = plan.deferred_changes ?? [];
  if (!Array.isArray(deferred) || deferred.length > 0)
    return {
      path,
      message: `the plan puts off what becomes of ${deferredIn(deferred)}, which is then not known`,
      fix: `apply what it waits for, and ${AGAIN}`,
    };
  if (complete === false)
    return {
      path,
      message: "the plan is not complete: -target, -exclude or a deferred change left something out",
      fix: `${AGAIN}, without -target`,
    };
  if (changes !== undefined && !(Array.isArray(changes) && changes.every(isChange)))
    return { path, message: "resource_changes of the plan is not as Terraform writes it", fix: AGAIN };
  if (!isObject(plan.configuration) || !isObject(plan.planned_values))
    return {
      path,
      message: "the plan lacks its configuration or its planned values, so it was cut or rewritten",
      fix: AGAIN,
    };
  if (changes === undefined && [plan.planned_values, valuesOf(plan.prior_state)].some(holdsManaged))
    return {
      path,
      message: "the plan was made with -refresh-only, or cut: it says nothing of what will be there",
      fix: `${AGAIN}, without -refresh-only; or give what \`terraform show -json\` prints of the state`,
    };
  return undefined;
}

function deferredIn(deferred: unknown): string {
  const [first, ...others] = Array.isArray(deferred) ? (deferred as readonly unknown[]) : [];
  const change = isObject(first) ? first.resource_change : undefined;
  if (!isObject(change) || typeof change.address !== "string") return "a part of the configuration";
  return others.length === 0 ? change.address : `${change.address} and ${others.length} more`;
}

function valuesOf(state: unknown): unknown {
  return isObject(state) ? state.values : undefined;
}

/** Every other plan says of each resource that it knows what becomes of it. */
function holdsManaged(values: unknown): boolean {
  const modules = isObject(values) ? [values.root_module] : [];
  for (let next = modules.pop(); next !== undefined; next = modules.pop()) {
    if (!isObject(next)) continue;
    const { resources, child_modules: children } = next;
    if (Array.isArray(resources) && resources.some((each) => isObject(each) && each.mode === "managed"))
      return true;
    if (Array.isArray(children)) modules.push(...(children as unknown[]));
  }
  return false;
}

/** One entry of `resource_changes`, as far as it is read. */
export interface PlanChange {
  readonly address: string;
  readonly previous_address?: unknown;
  readonly module_address?: unknown;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly index?: unknown;
  readonly deposed?: unknown;
  readonly provider_name?: unknown;
  readonly change: {
    readonly actions: readonly string[];
    readonly before?: unknown;
    readonly after?: unknown;
    readonly after_unknown?: unknown;
    readonly before_sensitive?: unknown;
    readonly after_sensitive?: unknown;
  };
}

const ACTIONS = new Set(["no-op", "create", "read", "update", "delete", "forget"]);

function isChange(value: unknown): value is PlanChange {
  if (!isObject(value) || !isObject(value.change)) return false;
  const { address, mode, type, name, change } = value;
  return (
    [address, type, name].every((each) => typeof each === "string") &&
    (mode === "managed" || mode === "data") &&
    Array.isArray(change.actions) &&
    change.actions.length > 0 &&
    change.actions.every((each) => typeof each === "string" && ACTIONS.has(each)) &&
    [change.before, change.after].every((each) => each === undefined || each === null || isObject(each))
  );
}
