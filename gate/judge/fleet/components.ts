import { Leaders } from "../../model/fleet/leaders";
import type { Model } from "../../model/model";
import { isPosition, SETTLING, SHARED, SUBJECTS, SURROUNDINGS, type Tie } from "./links";

/** Subjects that lead to one another, and to no others: positions, ascending, by array. */
export type Component = Readonly<Record<string, readonly number[]>>;

const KINDS = Object.keys(SUBJECTS);
const KNOWN = new Set([...KINDS, ...SHARED, ...SURROUNDINGS, ...SETTLING]);

/** The subjects of an array of the model. */
export function itemsOf(model: Model, kind: string): readonly unknown[] {
  return (model as unknown as Record<string, readonly unknown[] | undefined>)[kind] ?? [];
}

/**
 * Takes a model apart: its components, or undefined where it holds anything that this does not know, or that rules
 * may see from everywhere, or a position that leads nowhere.
 */
export function componentsOf(model: Model): Component[] | undefined {
  for (const [name, value] of Object.entries(model))
    if (!KNOWN.has(name) && (!Array.isArray(value) || value.length > 0)) return undefined;
  const starts: Record<string, number> = {};
  let count = 0;
  for (const kind of KINDS) {
    starts[kind] = count;
    count += itemsOf(model, kind).length;
  }
  const leaders = new Leaders(count);
  const astray: string[] = [];
  for (const kind of KINDS) {
    const start = starts[kind] ?? 0;
    itemsOf(model, kind).forEach((item, at) => {
      eachPosition(item, SUBJECTS[kind], (to, position) => {
        const other = starts[to];
        if (position >= itemsOf(model, to).length) astray.push(to);
        else if (other !== undefined) leaders.join(start + at, other + position);
      });
    });
  }
  if (astray.length > 0) return undefined;
  const components = new Map<number, Record<string, number[]>>();
  for (const kind of KINDS) {
    const start = starts[kind] ?? 0;
    itemsOf(model, kind).forEach((_, at) => {
      const leader = leaders.of(start + at);
      let component = components.get(leader);
      if (component === undefined) {
        component = {};
        components.set(leader, component);
      }
      (component[kind] ??= []).push(at);
    });
  }
  return [...components.values()];
}

function eachPosition(
  value: unknown,
  tie: Tie | undefined,
  visit: (to: string, position: number) => void,
): void {
  if (typeof tie !== "object") return;
  if (Array.isArray(value)) for (const each of value) eachPosition(each, tie, visit);
  else if (isPosition(tie)) {
    if (typeof value === "number" && value >= 0) visit(tie.to, value);
  } else if (typeof value === "object" && value !== null)
    for (const field in tie) eachPosition((value as Record<string, unknown>)[field], tie[field], visit);
}
