import type { Resource } from "../../read/resource";
import { amazonName } from "./amazon-name";
import type { InputIndex } from "./input-index";
import { Owners } from "../own/own";
import { type Expression, parseTemplate } from "../text/template";
import type { Atom, Text } from "../text/text";
import { literalOf, joinText } from "../text/text-parts";
import { type Origin, type Place, trace, wholeReference } from "./trace";

/** References inside references that are followed before they count as a circle. */
const DEEPEST = 100;
/** Parts and characters of a resolved text beyond which it counts as not known. */
const LONGEST = { parts: 1_000, characters: 100_000 };

/** Turns templates into texts: what is known becomes literal, the rest atoms. */
export class Resolver {
  readonly index: InputIndex;
  readonly owners: Owners;
  readonly #texts: Map<string, Text>[];
  /** Texts that are a reference and nothing else: flow logs are asked for their destination many times. */
  readonly #references: Map<string, Text>[];
  #depth = 0;

  constructor(index: InputIndex) {
    this.index = index;
    this.#texts = index.sources.map(() => new Map<string, Text>());
    this.#references = index.sources.map(() => new Map<string, Text>());
    this.owners = new Owners(index, (raw, place) => this.text(raw, place));
    index.sources.forEach(({ providers }, source) => {
      for (const { region } of providers.values()) this.#declareRegion(region, source);
    });
  }

  /** Resolves a template. */
  text(raw: string, place: Place): Text {
    const references = place.instance === "" ? this.#references[place.source] : undefined;
    const known = references?.get(raw);
    if (known !== undefined) return known;
    const parts = parseTemplate(raw);
    const [first, ...others] = parts;
    if (others.length === 0) {
      if (typeof first !== "object") return parts as Text;
      const text = this.expression(first, place);
      // Inside another reference it may be cut off, where they form a circle.
      if (this.#depth === 0) references?.set(raw, text);
      return text;
    }
    return joinText(
      ...parts.map((part) => (typeof part === "string" ? [part] : this.expression(part, place))),
    );
  }

  /** Resolves one reference; what cannot be told is an atom. */
  expression(expression: Expression, place: Place): Text {
    const texts = this.#texts[place.source];
    const key = place.instance === "" ? expression.source : `${place.instance} ${expression.source}`;
    const known = texts?.get(key);
    if (known !== undefined) return known;
    const unknown: Text = [unknownAtom(`${place.source} ${key}`, expression.shown)];
    texts?.set(key, unknown);
    if (this.#depth >= DEEPEST) return unknown;
    this.#depth++;
    const text = this.#resolve(expression, place) ?? unknown;
    this.#depth--;
    const fit = isTooLong(text) ? unknown : text;
    texts?.set(key, fit);
    return fit;
  }

  /** An attribute of a resource, known or not. */
  attribute(resource: Resource, attribute: string, instance = ""): Text {
    const place = { source: resource.source, instance };
    const raw = Object.hasOwn(resource.attributes, attribute)
      ? (resource.attributes[attribute] ?? undefined)
      : undefined;
    const origin: Origin =
      raw === undefined ? { place, resource, attribute } : { raw, place, resource, attribute };
    return (
      this.#attribute(origin) ?? [
        unknownAtom(attributeKey(origin, attribute), shownAttribute(resource, attribute)),
      ]
    );
  }

  #resolve(expression: Expression, place: Place): Text | undefined {
    const [head = "", name = ""] = expression.traversal ?? [];
    if (head === "count" || head === "each") return instanceValue(head, name, place);
    const origin = trace(this.index, expression, place);
    if (origin === undefined) return undefined;
    const text = origin.resource === undefined ? this.#value(origin) : this.#attribute(origin);
    if (text !== undefined || origin.resource === undefined) return text;
    const path = expression.traversal?.slice(origin.resource.mode === "data" ? 3 : 2).join(".") ?? "";
    return [unknownAtom(attributeKey(origin, path), expression.shown)];
  }

  /** What a provider takes as its region is one wherever it stands, though its value is not known. */
  #declareRegion(raw: unknown, source: number): void {
    const expression = wholeReference(raw);
    if (expression === undefined) return;
    const [atom, ...rest] = this.expression(expression, { source, instance: "" });
    if (typeof atom === "object" && rest.length === 0)
      this.#texts[source]?.set(expression.source, [{ ...atom, kind: "region" }]);
  }

  #attribute(origin: Origin): Text | undefined {
    const { resource, attribute } = origin;
    const named = resource === undefined ? undefined : amazonName(this, resource, origin);
    // What an argument refers to is not all of its text.
    return named ?? (resource?.byReference?.has(attribute) === true ? undefined : this.#value(origin));
  }

  #value({ raw, place }: Origin): Text | undefined {
    if (typeof raw === "string") return this.text(raw, place);
    return typeof raw === "number" || typeof raw === "boolean" ? [String(raw)] : undefined;
  }
}

function unknownAtom(key: string, shown: string): Atom {
  return { key, kind: "unknown", shown };
}

function attributeKey({ resource, place }: Origin, path: string): string {
  const withoutIndex = path.startsWith("[") ? path.slice(path.indexOf(".") + 1) : path;
  return `${place.source} ${resource?.address ?? ""}${place.instance}.${withoutIndex}`;
}

function shownAttribute(resource: Resource, attribute: string): string {
  return `\${${resource.address}.${attribute}}`;
}

/** In a counted resource that a reference names by a literal index, `count.index` and `each.key` are known. */
function instanceValue(head: string, name: string, { instance }: Place): Text | undefined {
  const [, number, key] = /^\[(?:(\d+)|"(.*)")\]$/.exec(instance) ?? [];
  const value =
    head === "count" && name === "index" ? number : head === "each" && name === "key" ? key : undefined;
  return value === undefined ? undefined : [value];
}

function isTooLong(text: Text): boolean {
  return text.length > LONGEST.parts || (literalOf(text)?.length ?? 0) > LONGEST.characters;
}
