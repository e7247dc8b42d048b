/** Tells what is joined with what: things that are, by position, have one leader. Nearly linear. */
export class Leaders {
  readonly #leaders: Int32Array;

  constructor(count: number) {
    this.#leaders = new Int32Array(count).map((_, at) => at);
  }

  of(at: number): number {
    let leader = at;
    for (;;) {
      const next = this.#leaders[leader] ?? leader;
      if (next === leader) return leader;
      this.#leaders[leader] = this.#leaders[next] ?? next;
      leader = next;
    }
  }

  /** The smaller leads, so that a long chain stays short. */
  join(one: number, other: number): void {
    const [a, b] = [this.of(one), this.of(other)];
    if (a !== b) this.#leaders[Math.max(a, b)] = Math.min(a, b);
  }
}
