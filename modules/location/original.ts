import { readFileSync } from "node:fs";
import { findSourceMap, SourceMap, type SourceMapPayload } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** A place in a file: 1-based line and column. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

interface Mapped {
  readonly map: SourceMap;
  /** What the names of the sources are relative to. */
  readonly folder: string;
}

const maps = new Map<string, Mapped | undefined>();

/** Reads the map that the last `sourceMappingURL` comment of a file names, or holds. */
function readMap(file: string): Mapped | undefined {
  const url = /.*sourceMappingURL=([^\s'"]+)\s*$/s.exec(readFileSync(file, "utf8"))?.[1];
  if (url === undefined) return undefined;
  const inline = /^data:[^,]*;base64,(.*)$/.exec(url)?.[1];
  const path = resolve(dirname(file), decodeURI(url));
  const text =
    inline === undefined ? readFileSync(path, "utf8") : Buffer.from(inline, "base64").toString("utf8");
  const payload = JSON.parse(text) as Omit<SourceMapPayload, "sourceRoot"> & { sourceRoot?: string };
  const folder = inline === undefined ? dirname(path) : dirname(file);
  return {
    map: new SourceMap(payload as SourceMapPayload),
    folder: resolve(folder, payload.sourceRoot ?? ""),
  };
}

/** Once per file. A map that is missing or broken is no reason to refuse a synthesis: the compiled line stands in. */
function mapOf(file: string): Mapped | undefined {
  if (maps.has(file)) return maps.get(file);
  let mapped: Mapped | undefined;
  try {
    const loaded = findSourceMap(file);
    mapped = loaded === undefined ? readMap(file) : { map: loaded, folder: dirname(file) };
  } catch {
    mapped = undefined;
  }
  maps.set(file, mapped);
  return mapped;
}

/** Where compiled code was written: through its source map, or itself where it has none. */
export function original(compiled: Position): Position {
  const mapped = mapOf(compiled.file);
  if (mapped === undefined) return compiled;
  const entry = mapped.map.findEntry(compiled.line - 1, compiled.column - 1);
  if (!("originalSource" in entry) || /^(?!file:)[a-z][a-z0-9+.-]+:/i.test(entry.originalSource))
    return compiled;
  const { originalSource: source, originalLine, originalColumn } = entry;
  const file = source.startsWith("file:") ? fileURLToPath(source) : resolve(mapped.folder, source);
  return { file, line: originalLine + 1, column: originalColumn + 1 };
}
