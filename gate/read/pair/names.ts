import { isObject } from "../blocks";
import { parseTemplate } from "../template";

const NAME = /(?<![\w.-])[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)+/g;

/** What the templates in a value name, at any depth: `aws_x.y.arn`, `local.z`. */
export function* namesIn(value: unknown): Generator<string> {
  if (typeof value === "string") {
    for (const part of parseTemplate(value))
      if (typeof part === "object") for (const [name] of part.source.matchAll(NAME)) yield name;
  } else if (Array.isArray(value)) for (const each of value) yield* namesIn(each);
  else if (isObject(value)) for (const each of Object.values(value)) yield* namesIn(each);
}
