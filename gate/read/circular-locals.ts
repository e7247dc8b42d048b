import { cutList } from "../cut-list";
import { members } from "./blocks";
import { circlesIn } from "./circles";
import type { Fault } from "./document";
import { localsNamed } from "./expression/locals-named";
import { locate } from "./parse";
import type { Part } from "./read-parts";

/** Locals of a circle that a sentence can hold. */
const MOST_SHOWN = 8;

/** Locals that refer to themselves, which Terraform refuses; each circle once, where its first local stands. */
export function circularLocals(parts: readonly Part[]): readonly Fault[] {
  const locals = new Map<string, { readonly part: Part; readonly value: unknown }>();
  for (const part of parts)
    for (const [block, value] of members(part.value) ?? [])
      if (block === "locals")
        for (const [name, local] of members(value) ?? []) locals.set(name, { part, value: local });
  const circles = circlesIn(locals.keys(), (name) => localsNamed(locals.get(name)?.value));
  return circles.map((names) => {
    const [first = ""] = names;
    const shown = names.map((name) => `local.${name}`);
    const chain = [...cutList(shown, MOST_SHOWN), `local.${first}`].join(" -> ");
    return {
      ...placeOf(locals.get(first)?.part, first),
      message: `a local refers to itself, which Terraform refuses: ${chain}`,
      fix: "take one of the references out",
    };
  });
}

function placeOf(part: Part | undefined, name: string): { path?: string; line?: number } {
  if (part === undefined) return {};
  const { path, text, hcl } = part.document;
  if (hcl === undefined) return { path, ...locate(text, ["locals", name]) };
  const blocks = "blocks" in hcl ? hcl.blocks : [];
  const line = blocks.find(({ type, lines }) => type === "locals" && lines.has(name))?.lines.get(name);
  return { path, ...(line !== undefined && { line }) };
}
