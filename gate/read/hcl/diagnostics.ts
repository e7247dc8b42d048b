import type { Document, Fault } from "../document";

/** `main.tf:30,12-13: Invalid expression; Expected the start of an expression, ...` */
const DIAGNOSTIC = /:(\d+),(\d+)-(?:\d+,)?\d+: ([^;]+); (.+)$/;
/** A heredoc's opening line with white space behind the marker, which is how many guides print it. */
const LOOSE_HEREDOC = /<<-?[\w-]+[ \t]+\r?$/;

/** What the HCL parser says of a text, as faults: file, line, column and cause, as Terraform prints them. */
export function faultsOf({ path, text }: Document, message: string): readonly Fault[] {
  if (/call stack|stack overflow/i.test(message))
    return [{ path, message: "the HCL is nested too deeply", fix: "give a file that Terraform reads" }];
  const lines = text.split("\n");
  const diagnostics = /\[([^]*)\]\s*$/.exec(message)?.[1] ?? "";
  const start = new RegExp(`${escapeRegExp(path)}:(?=\\d+,\\d+-(?:\\d+,)?\\d+: )`, "g");
  const starts = [...diagnostics.matchAll(start)].map(({ index }) => index);
  const faults = starts.flatMap((at, position) => {
    const [, line, column, summary = "", detail = ""] =
      DIAGNOSTIC.exec(diagnostics.slice(at, starts[position + 1]).trim()) ?? [];
    if (line === undefined || column === undefined) return [];
    return [faultOf(path, Number(line), Number(column), summary, detail, lines[Number(line) - 1] ?? "")];
  });
  const [first] = faults;
  if (first === undefined) return [{ path, message: `the HCL is malformed: ${message}`, fix: CORRECT }];
  // What follows an unread heredoc is its text, taken for HCL.
  return first.fix === TIGHTEN ? [first] : faults.slice(0, MOST);
}

/** Faults of one file that are told. */
const MOST = 5;
const TIGHTEN = "take out the white space behind the heredoc marker";
const CORRECT = "correct it, as `terraform validate` would ask";

function faultOf(
  path: string,
  line: number,
  column: number,
  summary: string,
  detail: string,
  written: string,
): Fault {
  const isLoose = LOOSE_HEREDOC.test(written);
  return {
    path,
    line,
    column,
    message: `the HCL is malformed: ${lowerFirst(summary)}: ${lowerFirst(detail).replace(/\.(?:\s.*)?$/, "")}`,
    fix: isLoose ? TIGHTEN : CORRECT,
  };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
