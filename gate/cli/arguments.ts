import { parseArgs, type ParseArgsConfig } from "node:util";

import { CI_HOSTS, type CiHost } from "../init/starter-files";
import { nearest } from "../nearest";
import type { Fault } from "../read/document";
import type { Pair } from "../read/pair/pair";
import { FORMATS, type Format } from "../report/format/formats";
import type { FailOn } from "../settings/settings";
import { dayFaults } from "../settings/today";
import { readReportFiles, type ReportFile } from "./report-file";

/** What a person may ask for. */
export const VERBS = ["check", "model", "settings", "rules", "explain", "cost", "init"] as const;
export type Verb = (typeof VERBS)[number];

/** A command line that can be carried out. */
export interface Arguments {
  readonly verb: Verb;
  /** Paths, or the rule to explain. */
  readonly operands: readonly string[];
  readonly format: Format;
  /** Written beside what is printed. */
  readonly reports: readonly ReportFile[];
  /** An earlier JSON report, whose findings are known and do not fail. */
  readonly baseline?: string;
  readonly config?: string;
  readonly strict?: boolean;
  readonly failOn?: FailOn;
  /** The day of the run: YYYY-MM-DD. */
  readonly today?: string;
  /** Plans and the sources that they come from. */
  readonly pairs: readonly Pair[];
  /** Whose recipe `init` writes. */
  readonly ci?: CiHost;
  /** `init` shows what it would write. */
  readonly isDryRun?: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
  /** Asked for instead of the verb's work. */
  readonly ask?: "help" | "version";
}

const FAIL_ON: readonly FailOn[] = ["error", "warning", "never"];

const OPTIONS = {
  format: { type: "string" },
  report: { type: "string", multiple: true },
  baseline: { type: "string" },
  config: { type: "string", short: "c" },
  "fail-on": { type: "string" },
  source: { type: "string", multiple: true },
  today: { type: "string" },
  ci: { type: "string" },
  "dry-run": { type: "boolean" },
  strict: { type: "boolean" },
  quiet: { type: "boolean" },
  "no-color": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const satisfies ParseArgsConfig["options"];

/** Options that a verb takes beside --help, --version and --no-color. */
const TAKES: Readonly<Record<Verb, readonly string[]>> = {
  check: ["format", "report", "baseline", "config", "fail-on", "source", "strict", "today", "quiet"],
  model: ["source", "today"],
  settings: ["config"],
  rules: [],
  explain: [],
  // It reads its own: gate/cli/cost-arguments.ts.
  cost: [],
  init: ["ci", "dry-run"],
};
const EVERYWHERE = ["no-color", "help", "version"];

/** Reads a command line; `isPath` tells a path from a misspelt verb. All faults at once. */
export function readArguments(
  args: readonly string[],
  isPath: (word: string) => boolean,
): { arguments: Arguments } | { faults: readonly Fault[] } {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const asksHelp = positionals[0] === "help";
  const words = asksHelp ? positionals.slice(1) : positionals;
  const verb = verbOf(words[0], asksHelp ? () => false : isPath);
  const { format, config, today, baseline, ci, "fail-on": failOn } = values;
  const reports = readReportFiles((values.report ?? []).filter((word) => typeof word === "string"));
  const sources = (values.source ?? []).filter((word) => typeof word === "string");
  const pairs = sources.flatMap((word) => pairOf(word) ?? []);
  const faults = [
    ...(verb.fault ? [verb.fault] : []),
    ...tokens.flatMap((token) => (token.kind === "option" ? optionFaults(token, verb.name) : [])),
    ...repeatFaults(tokens),
    ...choiceFaults("--format", format, FORMATS),
    ...choiceFaults("--fail-on", failOn, FAIL_ON),
    ...choiceFaults("--ci", ci, CI_HOSTS),
    ...reports.faults,
    ...(typeof today === "string" && !today.startsWith("-") ? dayFaults(today, "--today") : []),
    ...sources.flatMap((word) => (pairOf(word) === undefined ? [noPair(word)] : [])),
  ];
  if (faults.length > 0) return { faults };
  const ask = values.help === true || asksHelp ? "help" : values.version === true ? "version" : undefined;
  return {
    arguments: {
      verb: verb.name,
      operands: [...(verb.given ? words.slice(1) : words), ...pairs.flatMap(pathsOf)],
      pairs,
      format: (format ?? "text") as Format,
      reports: reports.files,
      quiet: values.quiet === true,
      color: values["no-color"] !== true,
      ...(typeof config === "string" && { config }),
      ...(typeof baseline === "string" && { baseline }),
      ...(typeof today === "string" && { today }),
      ...(typeof ci === "string" && { ci: ci as CiHost }),
      ...(values["dry-run"] === true && { isDryRun: true }),
      ...(values.strict === true && { strict: true }),
      ...(failOn !== undefined && { failOn: failOn as FailOn }),
      ...(ask && { ask }),
    },
  };
}

/** What a command line that may be wrong asks to be answered in: its faults are a report too. */
export function formatAsked(args: readonly string[]): Format {
  const words = args.flatMap((word, at) =>
    word === "--format" ? [args[at + 1] ?? ""] : word.startsWith("--format=") ? [word.slice(9)] : [],
  );
  return FORMATS.find((format) => format === words.at(-1)) ?? "text";
}

function verbOf(
  word: string | undefined,
  isPath: (word: string) => boolean,
): { name: Verb; given: boolean; fault?: Fault } {
  const verb = VERBS.find((name) => name === word);
  if (verb !== undefined) return { name: verb, given: true };
  const meant = word === undefined || word === "-" || isPath(word) ? undefined : nearest(word, VERBS);
  if (meant === undefined) return { name: "check", given: false };
  const fault = {
    message: `there is no verb "${word ?? ""}", nor a file of that name`,
    fix: `write "${meant}"`,
  };
  return { name: meant as Verb, given: true, fault };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  /** `--config=x`, where what follows may start with a dash. */
  readonly inlineValue: boolean | undefined;
}

function optionFaults({ name, rawName, value, inlineValue }: OptionToken, verb: Verb): readonly Fault[] {
  const option = Object.hasOwn(OPTIONS, name) ? OPTIONS[name as keyof typeof OPTIONS] : undefined;
  const known = [...TAKES[verb], ...EVERYWHERE];
  if (option === undefined) {
    const meant = nearest(name, known);
    const fix =
      meant === undefined ? `list the options with \`flowgate ${verb} --help\`` : `write --${meant}`;
    return [{ message: `there is no option ${rawName}`, fix }];
  }
  if (!known.includes(name))
    return [{ message: `flowgate ${verb} takes no ${rawName}`, fix: "leave it out" }];
  if (option.type === "boolean" && value !== undefined) {
    return [{ message: `${rawName} takes no value`, fix: `write ${rawName} alone` }];
  }
  if (option.type === "string" && (value === undefined || (value.startsWith("-") && inlineValue !== true))) {
    return [{ message: `${rawName} needs a value`, fix: "give it one" }];
  }
  return [];
}

/** Of two values, one would be dropped without a word. */
function repeatFaults(
  tokens: readonly { readonly kind: string; readonly name?: string }[],
): readonly Fault[] {
  const names = tokens.flatMap(({ kind, name = "" }) => (kind === "option" && isSingle(name) ? [name] : []));
  const repeated = new Set(names.filter((name, at) => names.indexOf(name) < at));
  return [...repeated].map((name) => ({
    message: `--${name} is given twice`,
    fix: name === "format" ? "give it once, and further reports with --report FORMAT=FILE" : "give it once",
  }));
}

function isSingle(name: string): boolean {
  const option = Object.hasOwn(OPTIONS, name) ? OPTIONS[name as keyof typeof OPTIONS] : undefined;
  return option?.type === "string" && !("multiple" in option);
}

/** `PLAN=PATH`. */
function pairOf(word: string): Pair | undefined {
  const at = word.indexOf("=");
  return at > 0 && at < word.length - 1 ? { plan: word.slice(0, at), source: word.slice(at + 1) } : undefined;
}

/** What a pair names is judged, whether it is given once more or not. */
function pathsOf({ plan, source }: Pair): string[] {
  return [plan, source];
}

function noPair(word: string): Fault {
  return {
    message: `--source cannot be "${word}"`,
    fix: "write --source PLAN=PATH: a plan, and the stack or folder of .tf that it comes from",
  };
}

function choiceFaults(option: string, value: unknown, choices: readonly string[]): readonly Fault[] {
  if (typeof value !== "string" || choices.includes(value)) return [];
  const meant = nearest(value, choices);
  const fix =
    meant === undefined
      ? `write ${choices.join(", ").replace(/, ([^,]*)$/, " or $1")}`
      : `write ${option} ${meant}`;
  return [{ message: `${option} cannot be "${value}"`, fix }];
}
