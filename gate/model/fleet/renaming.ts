import type { Place } from "./places";
import { endOfWord, isWord } from "./words";

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

  /** Are two texts the same but for words that differ where `place`, or a reference, says they may? */
  follow(one: string, other: string, place: Place | undefined): boolean {
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
      if (!isNameInReference(one, start) && place?.mayDiffer(one, start) !== true) return false;
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
    if (this.to.includes(other)) return -1;
    this.times.push(0);
    this.to.push(other);
    return this.from.push(one) - 1;
  }
}

/** Is the word at `at` the name of a resource: `${aws_iam_role.NAME.arn}`? */
function isNameInReference(text: string, at: number): boolean {
  const open = text.lastIndexOf("${", at);
  return open >= 0 && /^aws_[a-z0-9_]+\.$/.test(text.slice(open + 2, at));
}
