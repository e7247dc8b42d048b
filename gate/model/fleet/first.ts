import type { Resource } from "../../read/resource";
import { isSameObject } from "./alike";
import type { Group } from "./groups";
import { PLACES } from "./places";
import { Renaming } from "./renaming";
import { isSteady, type Shared } from "./steady";
import { eachWord } from "./words";

/** The first of a fleet, with which the others are compared. */
export class First {
  readonly group: Group;
  readonly #positions: ReadonlyMap<string, number>;
  /** How often each word stands in its arguments. */
  readonly #words = new Map<string, number>();
  /** The words that each other one has its own for. The first other one settles which. */
  #own: ReadonlySet<string> | undefined;
  #shared: Shared | undefined;

  constructor(group: Group) {
    this.group = group;
    this.#positions = new Map(group.map(({ address }, at) => [address, at]));
    const count = (word: string): void => {
      this.#words.set(word, (this.#words.get(word) ?? 0) + 1);
    };
    for (const { attributes } of group)
      for (const name in attributes) if (name !== "//") eachWord([name, attributes[name]], count);
  }

  /** Words that no other one has. */
  get ownWords(): Iterable<string> {
    return this.#own ?? [];
  }

  /** Words that every other one has, too. */
  get sharedWords(): readonly string[] {
    return [...this.#words.keys()].filter((word) => this.#own?.has(word) !== true);
  }

  /** Takes `other` for one of the fleet, and answers its own words; undefined where it is made otherwise. */
  take(other: Group): readonly string[] | undefined {
    if (other.length !== this.group.length) return undefined;
    const renaming = new Renaming();
    for (let at = 0; at < other.length; at++) {
      const [one, there] = [this.group[at], other[at]];
      if (one === undefined || there === undefined || !this.#isAlike(one, there, other, renaming))
        return undefined;
    }
    if (!this.#isWhole(renaming) || !isSteady(renaming.from, renaming.to, this.#sharedWith(renaming.from)))
      return undefined;
    this.#own ??= new Set(renaming.from);
    return renaming.to;
  }

  #isAlike(one: Resource, other: Resource, group: Group, renaming: Renaming): boolean {
    if (one.type !== other.type || one.provider !== other.provider || one.source !== other.source)
      return false;
    if (!renaming.rename(one.name, other.name) || !isSameSet(one.byReference, other.byReference))
      return false;
    if (!this.#awaitsAlike(one.dependsOn, other.dependsOn, group)) return false;
    return isSameObject(one.attributes, other.attributes, PLACES.get(one.type), renaming);
  }

  /** Addresses of the same places in both groups, and the same ones around them. */
  #awaitsAlike(one: readonly string[], other: readonly string[], group: Group): boolean {
    if (one.length !== other.length || new Set(one).size !== one.length) return false;
    return one.every((address) => {
      const at = this.#positions.get(address);
      return other.includes(at === undefined ? address : (group[at]?.address ?? ""));
    });
  }

  /** Are they the words that others have their own for, and does each of them differ wherever it stands? */
  #isWhole({ from, times }: Renaming): boolean {
    const own = this.#own;
    if (own !== undefined && (from.length !== own.size || !from.every((word) => own.has(word)))) return false;
    return from.every((word, at) => times[at] === (this.#words.get(word) ?? 0));
  }

  #sharedWith(own: readonly string[]): Shared {
    if (this.#shared !== undefined) return this.#shared;
    const kept = [...this.#words.keys()].filter((word) => !own.includes(word));
    const words = kept.map((word) => word.toLowerCase());
    const starts = words.flatMap((word) => Array.from(word, (_, at) => word.slice(0, at + 1)));
    const shared = { words: new Set(words), starts: new Set(starts) };
    if (this.#own !== undefined) this.#shared = shared;
    return shared;
  }
}

function isSameSet(one: ReadonlySet<string> | undefined, other: ReadonlySet<string> | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.size === other.size && [...one].every((each) => other.has(each));
}
