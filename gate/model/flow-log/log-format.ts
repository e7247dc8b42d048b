import type { LogFormat } from "../model";
import type { Resolver } from "../reference/resolver";
import { type Expression, parseTemplate } from "../text/template";
import { literalOf } from "../text/text-parts";
import type { Place } from "../reference/trace";

/** What AWS gets for `$$${field}`: Terraform takes one sign away and leaves `$${field}`. */
const OVERESCAPED = /\$\$\{([^}]*)\}/g;
/** A field of the format as AWS gets it, or a run of anything else but white space. */
const WORD = /\$\{([^}]*)\}|[^\s$]+|\$/g;

const NO_FIELDS = { fields: [], strays: [], unescaped: [], overescaped: [] };

/** Reads `log_format`, whose fields have to be written `$${field}`, since Terraform reads `${field}` as a reference. */
export function readLogFormat(resolver: Resolver, raw: unknown, place: Place): LogFormat {
  if (raw === undefined || raw === null) return { state: "absent", ...NO_FIELDS };
  if (typeof raw !== "string") {
    const state = typeof raw === "symbol" ? "unknown" : "wrong-type";
    return { state, given: state === "unknown" ? "" : JSON.stringify(raw), ...NO_FIELDS };
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
  const words = isFlawless ? readWords(literal) : { fields: [], strays: [] };
  const given = isFlawless && words.strays.length === 0 ? {} : { given: raw };
  return { state: isKnown ? "known" : "unknown", ...given, ...words, unescaped, overescaped };
}

function readWords(format: string): Pick<LogFormat, "fields" | "strays"> {
  const words = [...format.matchAll(WORD)];
  return {
    fields: words.flatMap(([, field]) => field ?? []),
    strays: words.flatMap(([word, field]) => (field === undefined ? word : [])),
  };
}

/** A reference has at least two steps; a field name is one word. */
function isField({ traversal }: Expression): boolean {
  return traversal?.length === 1;
}
