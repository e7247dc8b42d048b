import { UNKNOWN } from "../../../read/resource";
import { parseTemplate } from "../../text/template";
import type { WordingList } from "./draft";
import { NO_WORDINGS } from "./draft";
import type { PolicyContext } from "../policy-context";
import { Unreadable, notPolicy, quote } from "./unreadable";
import type { Wording } from "./wording";
import { plain, toWording } from "./wording";

/** References to lists are followed this far; further is a circle. */
const MOST_HOPS = 32;

/** A value and where it stands. */
export interface Placed {
  readonly raw: unknown;
  readonly context: PolicyContext;
}

/** Reads the arguments of a data source in Terraform's JSON syntax. Every method may throw `Unreadable`. */
export class ArgumentReader {
  constructor(private readonly context: PolicyContext) {}

  /** Arguments by name, in a Map: `__proto__` is a name like any other. */
  members(raw: unknown, place: string, allowed: readonly string[]): Map<string, unknown> {
    if (typeof raw !== "object" || raw === null || Array.isArray(raw))
      throw notPolicy(`${place} is not a block`);
    const members = new Map(Object.entries(raw));
    members.delete("//");
    for (const name of members.keys()) {
      if (allowed.includes(name)) continue;
      if (name === "dynamic") throw new Unreadable("expression", `${place} has dynamic blocks`);
      throw notPolicy(`${place} has the argument "${quote(name)}", which is not read`);
    }
    return members;
  }

  /** A block may stand alone or in a list. */
  blocks(raw: unknown, place: string): readonly unknown[] {
    if (raw === undefined || raw === null) return [];
    if (Array.isArray(raw)) return raw;
    if (typeof raw === "object") return [raw];
    throw new Unreadable("expression", `${place} is not written as blocks`);
  }

  string(raw: unknown, place: string): Wording | undefined {
    if (raw === undefined || raw === null) return undefined;
    if (typeof raw === "string")
      return toWording(parseTemplate(raw), (expression) => this.context.resolve(expression));
    if (typeof raw === "number" || typeof raw === "boolean") return plain(String(raw));
    if (raw === UNKNOWN) return KNOWN_AFTER_APPLY;
    throw notPolicy(`${place} is not a string`);
  }

  /** A list of strings; one that cannot be followed to its items is not complete. */
  list(raw: unknown, place: string): WordingList {
    const list = this.items(raw, place);
    if (list === undefined) return { items: [], complete: false };
    if (list.length === 0) return NO_WORDINGS;
    const items = list.map((item) => {
      const wording = new ArgumentReader(item.context).string(item.raw, place);
      if (wording === undefined) throw notPolicy(`${place} holds null`);
      return wording;
    });
    return { items, complete: true };
  }

  /** Policy texts that are merged in. */
  documents(raw: unknown, place: string): readonly Placed[] {
    const documents = this.items(raw, place);
    if (documents === undefined) throw new Unreadable("reference", `the list ${place} cannot be followed`);
    return documents.filter((document) => document.raw !== null);
  }

  /** Undefined where a reference to a list cannot be followed. */
  private items(raw: unknown, place: string): readonly Placed[] | undefined {
    let placed: Placed | undefined = { raw, context: this.context };
    for (let hop = 0; hop < MOST_HOPS; hop++) {
      if (placed === undefined || placed.raw === UNKNOWN) return undefined;
      const { raw: value, context }: Placed = placed;
      if (value === undefined || value === null) return [];
      if (Array.isArray(value)) return value.map((item: unknown) => ({ raw: item, context }));
      const [only, ...rest] = typeof value === "string" ? parseTemplate(value) : [];
      if (typeof only !== "object" || rest.length > 0) throw notPolicy(`${place} is not a list`);
      placed = context.follow(only);
    }
    return undefined;
  }
}

const KNOWN_AFTER_APPLY: Wording = {
  written: "(known after apply)",
  text: [{ key: "known after apply", kind: "unknown", shown: "(known after apply)" }],
};
