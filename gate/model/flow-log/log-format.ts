import type { LogFormat } from "../model";
import type { Resolver } from "../reference/resolver";
import { type Expression, parseTemplate } from "../text/template";
import { literalOf } from "../text/text-parts";
import type { Place } from "../reference/trace";

/** What AWS gets for `$$${field}`: Terraform takes one sign away and leaves `$${field}`. */
const OVERESCAPED = /\$\$\{([^}]*)\}/g;

/** Reads `log_format`, whose fields have to be written `$${field}`, since Terraform reads `${field}` as a reference. */
export function readLogFormat(resolver: Resolver, raw: unknown, place: Place): LogFormat {
  if (raw === undefined || raw === null) return { state: "absent", unescaped: [], overescaped: [] };
  if (typeof raw !== "string") {
    const state = typeof raw === "symbol" ? "unknown" : "wrong-type";
    return { state, given: state === "unknown" ? "" : JSON.stringify(raw), unescaped: [], overescaped: [] };
  }
  const unescaped: string[] = [];
  let literal = "";
  let isKnown = true;
  for (const part of parseTemplate(raw)) {
    if (typeof part === "string") literal += part;
    else if (isField(part)) unescaped.push(part.source);
    else {
      const text = literalOf(resolver.expression(part, place));
      isKnown &&= text !== undefined;
      literal += text ?? "";
    }
  }
  const overescaped = [...literal.matchAll(OVERESCAPED)].map(([, field = ""]) => field);
  const isFlawless = isKnown && unescaped.length === 0 && overescaped.length === 0;
  return { state: isKnown ? "known" : "unknown", ...(!isFlawless && { given: raw }), unescaped, overescaped };
}

/** A reference has at least two steps; a field name is one word. */
function isField({ traversal }: Expression): boolean {
  return traversal?.length === 1;
}
