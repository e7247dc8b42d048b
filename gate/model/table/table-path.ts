import type { Table } from "../model";
import type { Place } from "../reference/trace";
import type { Resolver } from "../reference/resolver";
import { parseTemplate } from "../text/template";
import type { OwnText } from "../own/own";
import type { Own, Text } from "../text/text";
import { joinText, textKey } from "../text/text-parts";

type Path = Table["path"];

/** A text that starts with `s3://`, at its parts. */
export interface S3Address {
  readonly bucket: Text;
  /**
   * What follows the bucket, with `${NAME}` for the variables of a template, and own account and region in marks where
   * they are references; undefined where it is not known.
   */
  readonly key: string | undefined;
}

/** Splits `s3://BUCKET/KEY`, as it is written where `own` is the own account and region. Undefined for anything else. */
export function splitAddress(
  resolver: Resolver,
  raw: unknown,
  place: Place,
  own: Own,
): S3Address | undefined {
  if (typeof raw !== "string") return undefined;
  const [head, ...rest] = resolver.text(raw, place);
  const scheme = typeof head === "string" ? /^s3[an]?:\/\//.exec(head)?.[0] : undefined;
  if (typeof head !== "string" || scheme === undefined) return undefined;
  const text = joinText([head.slice(scheme.length)], rest);
  const at = text.findIndex((part) => typeof part === "string" && part.includes("/"));
  const run = text[at];
  if (typeof run !== "string") return { bucket: text, key: "" };
  const slash = run.indexOf("/");
  return {
    bucket: joinText(text.slice(0, at), [run.slice(0, slash)]),
    key: keyOf(joinText([run.slice(slash + 1)], text.slice(at + 1)), own),
  };
}

const HOMES = ["account", "region"] as const;
/** Around what is put in last; it is in no key of S3's. */
const OWN = "\u0001";
const OWNED = /\u0001(account|region)\u0001/g;

function keyOf(text: Text, own: Own): string | undefined {
  let key = "";
  for (const part of text) {
    const home = typeof part === "object" && HOMES.find((each) => textKey(own[each]) === textKey([part]));
    if (typeof part === "string") key += part;
    else if (home) key += OWN + home + OWN;
    else return undefined;
  }
  return key;
}

/** Variables that are written `${name}` in Terraform's JSON, which takes them for references of its own. */
export function unescapedIn(raw: unknown): string[] {
  if (typeof raw !== "string") return [];
  return parseTemplate(raw).flatMap((part) =>
    typeof part === "object" && part.traversal?.length === 1 ? part.source : [],
  );
}

const VARIABLE = /\$\{([^}]*)\}/g;

/** What the projections of a table say of the variables of its template, by name. */
export interface Projected {
  /** Of type date: how it is written. */
  readonly formats: ReadonlyMap<string, string>;
  /** Of type enum: what it may be. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** Own account and region, as text for people. */
  readonly own: OwnText;
}

/** Stands for a variable whose values are listed until the folders are told apart; it is in no key of S3's. */
const MARK = "\0";
const MARKED = /\0([^\0]*)\0/g;

/**
 * The folders of a key, with `*` for each variable. A variable of type date stands for as many folders as its format
 * has: `yyyy/MM/dd/HH` for four.
 */
export function readFolders(
  key: string,
  { formats, values, own }: Projected,
): Pick<Path, "folders" | "listed" | "variables"> {
  const variables = [...key.matchAll(VARIABLE)].map(([, name = ""]) => name);
  const written = key.replace(VARIABLE, (_, name: string) => {
    const format = formats.get(name);
    if (format !== undefined) return foldersOf(format);
    return values.has(name) ? MARK + name + MARK : "*";
  });
  const folders = written.split("/").filter((folder) => folder !== "");
  return {
    folders: folders.map((folder) =>
      folder.replace(MARKED, "*").replace(OWNED, (_, home: "account" | "region") => own[home]),
    ),
    listed: folders.map((folder) => foldersListed(folder, values)),
    variables,
  };
}

/** `aws-region=${region}` for each region that is listed; none for a folder with another variable or several. */
function foldersListed(folder: string, values: Projected["values"]): string[] {
  const [first, ...others] = folder.matchAll(MARKED);
  const [marked, name = ""] = first ?? [""];
  if (first === undefined || others.length > 0) return [];
  return (values.get(name) ?? []).map((value) => folder.replace(marked, () => value));
}

/** In Java's date formats, letters stand for digits and what is in quotes for itself. */
function foldersOf(format: string): string {
  return format
    .split("'")
    .map((run, at) => (at % 2 === 1 ? run : run.replace(/[A-Za-z]+/g, "*")))
    .join("");
}
