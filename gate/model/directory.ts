import type { Resource } from "../read/resource";
import type { Resolver } from "./reference/resolver";
import type { Text } from "./text/text";
import { isSettled, textKey } from "./text/text-parts";
import { identify, type Place } from "./reference/trace";

/** What an argument names. `instance`: which one of a counted resource; "" for the only one. */
export type Named =
  | { readonly state: "resolved"; readonly resource: Resource; readonly instance: string }
  | { readonly state: "external" | "none" | "unknown" };

/** Finds the managed resources of one type by reference, and by what they are called in AWS. */
export class Directory {
  readonly #resolver: Resolver;
  readonly #type: string;
  readonly #byText = new Map<string, Resource[]>();

  constructor(resolver: Resolver, type: string) {
    this.#resolver = resolver;
    this.#type = type;
  }

  /** Files a resource under a name that is unique within an account: an ARN. */
  add(text: Text, resource: Resource): void {
    const key = textKey(text);
    const same = this.#byText.get(key);
    if (same === undefined) this.#byText.set(key, [resource]);
    else same.push(resource);
  }

  /**
   * What an argument names. `attributes` are those of the type that the argument takes; `asText` makes the text
   * that resources are filed under from what the argument holds.
   */
  find(
    raw: unknown,
    place: Place,
    attributes: readonly string[],
    asText: (given: Text) => Text | undefined = (given) => given,
  ): Named {
    if (raw === undefined || raw === null || raw === "") return { state: "none" };
    if (typeof raw !== "string") return { state: "unknown" };
    const origin = identify(this.#resolver.index, raw, place);
    if (origin?.resource?.type === this.#type) {
      if (!attributes.includes(origin.attribute)) return { state: "unknown" };
      if (origin.resource.mode === "managed")
        return { state: "resolved", resource: origin.resource, instance: origin.place.instance };
    }
    const given = this.#resolver.text(raw, place);
    const text = asText(given);
    if (text === undefined) return { state: "unknown" };
    const found = this.#byText.get(textKey(text));
    if (found !== undefined) return only(found, place.source);
    return origin?.resource?.type === this.#type || isSettled(text)
      ? { state: "external" }
      : { state: "unknown" };
  }
}

/** Of several with the same name, the one of the own source is meant. */
function only(found: readonly Resource[], source: number): Named {
  const resource =
    found.find((each) => each.source === source) ?? (found.length === 1 ? found[0] : undefined);
  return resource === undefined ? { state: "unknown" } : { state: "resolved", resource, instance: "" };
}
