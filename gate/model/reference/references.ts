import { parseTemplate } from "../text/template";

const ADDRESS = /(?<![\w.-])(?:data\.)?[A-Za-z_][\w-]*\.[A-Za-z_][\w-]*/g;

/** Addresses (`aws_iam_role.x`, `data.aws_region.y`, `local.z`, `module.m`) that a value names, at any depth. */
export function* referencesIn(value: unknown): Generator<string> {
  if (typeof value === "string") {
    if (!value.includes("{")) return;
    for (const part of parseTemplate(value)) {
      if (typeof part === "string") continue;
      const { traversal, source } = part;
      if (traversal === undefined || source.includes("["))
        for (const [address] of source.matchAll(ADDRESS)) yield address;
      else yield traversal.slice(0, traversal[0] === "data" ? 3 : 2).join(".");
    }
  } else if (typeof value === "object" && value !== null) {
    for (const each of Object.values(value)) yield* referencesIn(each);
  }
}
