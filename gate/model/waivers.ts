import { isObject } from "../read/blocks";
import type { Configuration } from "../read/resource";
import type { CodeWaiver } from "./model";

/** Waivers that stand in the code of resources; what is none is left out (`gate/settings/waivers.ts` refuses it). */
export function readWaivers({ resources }: Configuration): CodeWaiver[] {
  const waivers: CodeWaiver[] = [];
  for (const { source, address, location, waivers: written } of resources)
    for (const each of written ?? []) {
      if (!isWaiver(each)) continue;
      const { rule, cause, reason, until } = each;
      const waiver: CodeWaiver = { source, address, rule, reason, until };
      if (cause !== undefined) waiver.cause = cause;
      if (location !== undefined) waiver.location = { path: location.path, line: location.line };
      waivers.push(waiver);
    }
  return waivers;
}

function isWaiver(value: unknown): value is Pick<CodeWaiver, "rule" | "cause" | "reason" | "until"> {
  if (!isObject(value)) return false;
  const { rule, cause = "", reason, until } = value;
  return [rule, cause, reason, until].every((text) => typeof text === "string");
}
