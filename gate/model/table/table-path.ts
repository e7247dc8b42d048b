import type { Table } from "../model";
import type { Place } from "../reference/trace";
import type { Resolver } from "../reference/resolver";
import { parseTemplate } from "../text/template";
import type { Text } from "../text/text";
import { joinText, literalOf } from "../text/text-parts";

type Path = Table["path"];

/** A text that starts with `s3://`, at its parts. */
export interface S3Address {
  readonly bucket: Text;
  /** What follows the bucket, with `${NAME}` for the variables of a template; undefined where it is not known. */
  readonly key: string | undefined;
}

/** Splits `s3://BUCKET/KEY`. Undefined for anything else. */
export function splitAddress(resolver: Resolver, raw: unknown, place: Place): S3Address | undefined {
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
    key: literalOf(joinText([run.slice(slash + 1)], text.slice(at + 1))),
  };
}

/** Variables that are written `${name}` in Terraform's JSON, which takes them for references of its own. */
export function unescapedIn(raw: unknown): string[] {
  if (typeof raw !== "string") return [];
  return parseTemplate(raw).flatMap((part) =>
    typeof part === "object" && part.traversal?.length === 1 ? part.source : [],
  );
}

const VARIABLE = /\$\{([^}]*)\}/g;

/**
 * The folders of a key, with `*` for each variable. A variable of type date stands for as many folders as its format
 * has: `yyyy/MM/dd/HH` for four.
 */
export function readFolders(
  key: string,
  formats: ReadonlyMap<string, string>,
): Pick<Path, "folders" | "variables"> {
  const variables = [...key.matchAll(VARIABLE)].map(([, name = ""]) => name);
  const written = key.replace(VARIABLE, (_, name: string) => {
    const format = formats.get(name);
    return format === undefined ? "*" : foldersOf(format);
  });
  return { folders: written.split("/").filter((folder) => folder !== ""), variables };
}

/** In Java's date formats, letters stand for digits and what is in quotes for itself. */
function foldersOf(format: string): string {
  return format
    .split("'")
    .map((run, at) => (at % 2 === 1 ? run : run.replace(/[A-Za-z]+/g, "*")))
    .join("");
}
