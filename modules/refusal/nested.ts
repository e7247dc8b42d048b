import { Problems } from "./problems";

/** Problems of an object inside the props: a check that knows the object alone names its props, and this their place. */
export class Nested extends Problems {
  /** @param place Such as `scopes[0].`. */
  constructor(
    private readonly place: string,
    private readonly outer: Problems,
  ) {
    super();
  }

  override add(prop: string, message: string): void {
    this.outer.add(`${this.place}${prop}`, message);
  }
}
