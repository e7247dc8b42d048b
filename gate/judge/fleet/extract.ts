import type { Model } from "../../model/model";
import { type Component, itemsOf } from "./components";
import { isPosition, SETTLING, SHARED, SUBJECTS, SURROUNDINGS, type Tie } from "./links";

/** A model of some components alone: their subjects and what these share, with the positions that they have there. */
export function extract(model: Model, components: readonly Component[]): Model {
  const parts = new Parts(model, components);
  return parts.model as unknown as Model;
}

const AS_IT_IS = new Set([...SURROUNDINGS, ...SETTLING]);

class Parts {
  readonly model: Record<string, unknown> = {};
  readonly #positions: Record<string, Map<number, number>> = {};
  readonly #from: Model;

  constructor(from: Model, components: readonly Component[]) {
    this.#from = from;
    const whole = from as unknown as Record<string, unknown>;
    for (const name of Object.keys(whole)) this.model[name] = AS_IT_IS.has(name) ? whole[name] : [];
    for (const kind of [...Object.keys(SUBJECTS), ...SHARED]) this.#positions[kind] = new Map();
    for (const component of components)
      for (const kind in component)
        for (const position of component[kind] ?? [])
          this.#positions[kind]?.set(position, this.#positions[kind].size);
    for (const kind in SUBJECTS) {
      const items = itemsOf(from, kind);
      this.model[kind] = [...(this.#positions[kind]?.keys() ?? [])].map((position) =>
        this.#renumbered(items[position], SUBJECTS[kind]),
      );
    }
  }

  #renumbered(value: unknown, tie: Tie | undefined): unknown {
    if (typeof tie !== "object") return value;
    if (Array.isArray(value)) return value.map((each) => this.#renumbered(each, tie));
    if (isPosition(tie)) return typeof value === "number" && value >= 0 ? this.#at(tie.to, value) : value;
    if (typeof value !== "object" || value === null) return value;
    const copy: Record<string, unknown> = {};
    for (const [field, member] of Object.entries(value))
      if (tie[field] !== "unread") copy[field] = this.#renumbered(member, tie[field]);
    return copy;
  }

  /** Takes along what is shared when something leads to it. */
  #at(kind: string, position: number): number {
    const known = this.#positions[kind]?.get(position);
    if (known !== undefined) return known;
    const items = this.model[kind] as unknown[];
    const at = items.push(itemsOf(this.#from, kind)[position]) - 1;
    this.#positions[kind]?.set(position, at);
    return at;
  }
}
