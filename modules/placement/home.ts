import type { TerraformStack } from "cdktf";
import type { Placement } from "./placement";

const homes = new WeakMap<object, Placement>();

/** Notes where the thing behind a handle is made: what constructs must know, and users need not see. */
export function settle<T extends object>(handle: T, placement: Placement): T {
  homes.set(handle, placement);
  return handle;
}

/** Where the thing behind a handle is made. */
export function homeOf(handle: object): Placement {
  const home = homes.get(handle);
  if (home === undefined) throw new TypeError("the handle was not made by a FlowLogs");
  return home;
}

/** Where a flow log is made. */
export interface Home {
  readonly stack: TerraformStack;
  /** Alias of its provider; "" is the default one. */
  readonly alias: string;
}
