import { joinSteps } from "../address";
import type { Meaning } from "./standpoint";

/** What stands below a value; where the value is a reference, the path goes on there. Undefined for what is not there. */
export function descend(from: Meaning | undefined, path: readonly string[]): Meaning | undefined {
  if (from === undefined || path.length === 0) return from;
  let { value } = from;
  for (const [at, step] of path.entries()) {
    const reference = typeof value === "string" ? /^\$\{([^{}]+)\}$/.exec(value)?.[1] : undefined;
    if (reference !== undefined)
      return { value: `\${${joinSteps([reference, ...path.slice(at)])}}`, exact: from.exact };
    if (typeof value !== "object" || value === null) return undefined;
    const name = /^\["(.*)"\]$/s.exec(step)?.[1] ?? (/^\[\d+\]$/.test(step) ? step.slice(1, -1) : step);
    if (!Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return { value, exact: from.exact };
}
