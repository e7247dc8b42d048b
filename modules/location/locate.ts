import { dirname, isAbsolute, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { original, type Position } from "./original";

/** A line of the user's source. */
export interface Location {
  /** Relative to the working directory, with "/". */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

const MODULES = dirname(__dirname) + sep;
const FRAMES = 32;
const positions = new Map<string, Position>();

type Prepare = typeof Error.prepareStackTrace;

/** The stack above `below`, as `prepare` puts it; undefined leaves it to whoever is installed. */
function stackAbove(below: NewableFunction, frames: number, prepare?: Prepare): unknown {
  const errors = Error as { stackTraceLimit: number; prepareStackTrace?: Prepare };
  const { stackTraceLimit, prepareStackTrace } = errors;
  const holder: { stack?: unknown } = {};
  errors.stackTraceLimit = frames;
  if (prepare !== undefined) errors.prepareStackTrace = prepare;
  try {
    Error.captureStackTrace(holder, below);
    return holder.stack;
  } finally {
    errors.stackTraceLimit = stackTraceLimit;
    if (prepareStackTrace !== undefined) errors.prepareStackTrace = prepareStackTrace;
    else delete errors.prepareStackTrace;
  }
}

function absolute(name: string): string | undefined {
  const file = name.startsWith("file:") ? fileURLToPath(name) : name;
  return isAbsolute(file) ? file : undefined;
}

function isForeign(file: string): boolean {
  return file.startsWith(MODULES) || file.includes(`${sep}node_modules${sep}`);
}

/** The last frame of a stack as text. Compilers that work in memory (Jest, ts-node) hook in there, and alone know the lines. */
function lastFrame(stack: unknown): Position | undefined {
  if (typeof stack !== "string") return undefined;
  const frame = stack.slice(stack.lastIndexOf("\n") + 1);
  const [, name, line, column] = /^\s*at (?:.*\()?(.+?):(\d+):(\d+)\)?$/.exec(frame) ?? [];
  const file = name === undefined ? undefined : absolute(name);
  return file === undefined ? undefined : { file, line: Number(line), column: Number(column) };
}

/** Where the code of a frame was written. Once per place: a loop makes thousands of constructs on one line. */
function written(raw: Position, stack: () => unknown): Position {
  const key = `${raw.file}:${raw.line}:${raw.column}`;
  let position = positions.get(key);
  if (position === undefined) {
    const told = lastFrame(stack());
    const moved = told !== undefined && (told.file !== raw.file || told.line !== raw.line);
    position = moved ? told : original(raw);
    positions.set(key, position);
  }
  return position;
}

/**
 * The line of the user's code that called: the first above `below` that is neither in this package nor in an
 * installed one. Undefined where it is not under the working directory, which cdktf makes the project's root.
 */
export function locate(below: NewableFunction): Location | undefined {
  const sites = stackAbove(below, FRAMES, (_, all) => all) as NodeJS.CallSite[];
  for (const [at, site] of sites.entries()) {
    const file = absolute(site.getFileName() ?? "");
    if (file === undefined || isForeign(file)) continue;
    const raw = { file, line: site.getLineNumber() ?? 1, column: site.getColumnNumber() ?? 1 };
    const position = written(raw, () => stackAbove(below, at + 1));
    const path = relative(process.cwd(), position.file);
    if (path === "" || path.startsWith(`..${sep}`) || isAbsolute(path)) return undefined;
    return { path: path.split(sep).join("/"), line: position.line };
  }
  return undefined;
}
