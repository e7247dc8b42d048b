import { endOfRun, isWord } from "../../model/fleet/words";
import type { Model } from "../../model/model";
import { type Component, itemsOf } from "./components";
import { isPosition, SUBJECTS, type Tie } from "./links";
import { policiesNamingRoles } from "./named-roles";

/** Tells whether components are the same but for what their subjects are called. */
export class Likeness {
  readonly #model: Model;
  /** By array: the place of each subject among those of its component. */
  readonly #ranks: Readonly<Record<string, Int32Array>>;
  readonly #unlike: ReadonlySet<number>;

  constructor(model: Model, components: readonly Component[]) {
    this.#model = model;
    this.#unlike = policiesNamingRoles(model);
    this.#ranks = Object.fromEntries(
      Object.keys(SUBJECTS).map((kind) => [kind, new Int32Array(itemsOf(model, kind).length)]),
    );
    for (const component of components)
      for (const kind in component) {
        const ranks = this.#ranks[kind];
        component[kind]?.forEach((position, rank) => {
          if (ranks !== undefined) ranks[position] = rank;
        });
      }
  }

  areAlike(one: Component, other: Component): boolean {
    for (const kind in SUBJECTS) if (one[kind]?.length !== other[kind]?.length) return false;
    if (this.#unlike.size > 0 && one.policies?.some((at) => this.#unlike.has(at))) return false;
    for (const kind in SUBJECTS) {
      const items = itemsOf(this.#model, kind);
      const [ours, theirs] = [one[kind] ?? [], other[kind] ?? []];
      for (let at = 0; at < ours.length; at++)
        if (!this.#same(items[ours[at] ?? -1], items[theirs[at] ?? -1], SUBJECTS[kind])) return false;
    }
    return true;
  }

  #same(one: unknown, other: unknown, tie: Tie | undefined): boolean {
    if (one === other) return true;
    if (typeof one !== typeof other) return tie === "unread";
    if (typeof one === "string") return areAlike(one, other as string, tie);
    if (typeof one !== "object" || one === null || other === null)
      return isPosition(tie) && typeof one === "number" && this.#leadsAlike(one, other as number, tie.to);
    if (Array.isArray(one)) return Array.isArray(other) && this.#sameList(one, other, tie);
    return !Array.isArray(other) && this.#sameObject(one as Members, other as Members, tie);
  }

  #sameList(one: readonly unknown[], other: readonly unknown[], tie: Tie | undefined): boolean {
    if (one.length !== other.length) return false;
    for (let at = 0; at < one.length; at++) if (!this.#same(one[at], other[at], tie)) return false;
    return true;
  }

  #sameObject(one: Members, other: Members, tie: Tie | undefined): boolean {
    const ties = typeof tie === "object" && !isPosition(tie) ? tie : undefined;
    let members = 0;
    for (const name in one) {
      const nested = ties?.[name];
      if (nested === "unread") continue;
      members++;
      if (!this.#same(one[name], other[name], nested)) return false;
    }
    for (const name in other) if (ties?.[name] !== "unread") members--;
    return members === 0;
  }

  /** What a component shares with others is the same; what is its own has the same place in each. */
  #leadsAlike(one: number, other: number, to: string): boolean {
    const ranks = this.#ranks[to];
    if (ranks === undefined || one < 0 || other < 0) return false;
    return ranks[one] === ranks[other];
  }
}

type Members = Readonly<Record<string, unknown>>;

/**
 * Are two texts the same but for names? Those of resources may differ in any text (`${aws_iam_role.NAME.arn}`),
 * words and digits only where the tie says so; the signs between them never.
 */
export function areAlike(one: string, other: string, tie: Tie | undefined): boolean {
  if (one === "" || other === "") return one === other;
  if (tie === "printed") return true;
  const mayDiffer = tie === "name" ? isWord : tie === "id" ? isHexadecimal : undefined;
  let [at, to] = [0, 0];
  let dots = -1;
  while (at < one.length || to < other.length) {
    const code = one.charCodeAt(at);
    if (code === other.charCodeAt(to)) {
      if (code === BRACE && one.charCodeAt(at - 1) === DOLLAR) dots = 0;
      else if (code === CLOSING) dots = -1;
      else if (code === DOT && dots >= 0) dots++;
      at++;
      to++;
      continue;
    }
    const differs = dots === 1 ? isWord : mayDiffer;
    if (differs === undefined) return false;
    const [here, there] = [endOfRun(one, at, differs), endOfRun(other, to, differs)];
    if (here === at && there === to) return false;
    at = here;
    to = there;
  }
  return true;
}

const [DOLLAR, BRACE, CLOSING, DOT] = [0x24, 0x7b, 0x7d, 0x2e];

function isHexadecimal(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x66);
}
