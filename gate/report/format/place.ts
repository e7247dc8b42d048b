import { posix } from "node:path";

import type { Finding, Report } from "../report";

/** A line of a file, for hosts that annotate files. */
export interface Place {
  /** Relative to the repository's root, with "/". */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column?: number;
}

/**
 * Where a host should show a finding: the line of code that made the resource, or else the first line of the document
 * that was judged. Hosts want a path inside the repository, so one that leads out of it is cut to what is inside.
 */
export function placeOf(finding: Finding, { sources }: Report): Place {
  const { location, source } = finding;
  if (location !== undefined)
    return {
      path: repositoryPath(location.path),
      line: location.line,
      ...(location.column !== undefined && { column: location.column }),
    };
  return { path: repositoryPath(sources[source ?? -1]?.path ?? ""), line: 1 };
}

/** A path as a URI reference (RFC 3986), each step escaped; half pairs, which no URI can hold, are replaced. */
export function uriOf(path: string): string {
  return path
    .replace(/\p{Cs}/gu, "\ufffd")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
}

/** A path cut to what is inside the repository. `-` is standard input, which no repository holds: it gets a name. */
export function repositoryPath(path: string): string {
  if (path === "-" || path === "") return "stdin";
  const normal = posix.normalize(path.replaceAll("\\", "/"));
  return normal.replace(/^(?:[A-Za-z]:)?(?:\.\.\/|\/)*/, "") || "stdin";
}
