import { isName } from "./names";
import type { Place } from "./places";
import { endOfWord, isWord } from "./words";

/** UTF-16 code units: of much longer texts the resolver knows nothing. */
const LONGEST = 10_000;

/** Which words one group of resources has where another has others: one for one, and the same throughout. */
export class Renaming {
  readonly from: string[] = [];
  readonly to: string[] = [];
  /** How often each was found, in texts. */
  readonly times: number[] = [];

  /** Two things are called so. False where that contradicts what was found before. */
  rename(one: string, other: string): boolean {
    return one !== other && this.#at(one, other) >= 0;
  }

  /** Are two texts the same but for names that differ where `place` says they may? */
  follow(one: string, other: string, place: Place | undefined): boolean {
    if (place === undefined || one.length > LONGEST) return false;
    let [at, to, floor] = [0, 0, 0];
    while (at < one.length || to < other.length) {
      if (one.charCodeAt(at) === other.charCodeAt(to)) {
        at++;
        to++;
        continue;
      }
      let back = 0;
      while (at - back > floor && isWord(one.charCodeAt(at - back - 1))) back++;
      const start = at - back;
      const [word, there] = [
        one.slice(start, endOfWord(one, at)),
        other.slice(to - back, endOfWord(other, to)),
      ];
      if (word === "" || there === "") return false;
      if (!place.mayDiffer(one, start)) return false;
      const found = this.#at(word, there);
      if (found < 0) return false;
      this.times[found] = (this.times[found] ?? 0) + 1;
      at = start + word.length;
      to = to - back + there.length;
      floor = at;
    }
    return true;
  }

  #at(one: string, other: string): number {
    const known = this.from.indexOf(one);
    if (known >= 0) return this.to[known] === other ? known : -1;
    if (this.to.includes(other) || !isName(one.toLowerCase()) || !isName(other.toLowerCase())) return -1;
    this.times.push(0);
    this.to.push(other);
    return this.from.push(one) - 1;
  }
}
