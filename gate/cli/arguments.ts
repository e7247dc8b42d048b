import { parseArgs, type ParseArgsConfig } from "node:util";

import { nearest } from "../nearest";
import type { Fault } from "../read/document";
import type { FailOn } from "../settings/settings";

/** What a person may ask for. */
export const VERBS = ["check", "model", "rules", "explain"] as const;
export type Verb = (typeof VERBS)[number];
export type Format = "text" | "json";

/** A command line that can be carried out. */
export interface Arguments {
  readonly verb: Verb;
  /** Paths, or the rule to explain. */
  readonly operands: readonly string[];
  readonly format: Format;
  readonly config?: string;
  readonly strict?: boolean;
  readonly failOn?: FailOn;
  readonly quiet: boolean;
  readonly color: boolean;
  /** Asked for instead of the verb's work. */
  readonly ask?: "help" | "version";
}

const FORMATS: readonly Format[] = ["text", "json"];
const FAIL_ON: readonly FailOn[] = ["error", "warning", "never"];

const OPTIONS = {
  format: { type: "string" },
  config: { type: "string", short: "c" },
  "fail-on": { type: "string" },
  strict: { type: "boolean" },
  quiet: { type: "boolean" },
  "no-color": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const satisfies ParseArgsConfig["options"];

/** Options that a verb takes beside --help, --version and --no-color. */
const TAKES: Readonly<Record<Verb, readonly string[]>> = {
  check: ["format", "config", "fail-on", "strict", "quiet"],
  model: [],
  rules: [],
  explain: [],
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
  const verb = verbOf(positionals[0], isPath);
  const { format, config, "fail-on": failOn } = values;
  const faults = [
    ...(verb.fault ? [verb.fault] : []),
    ...tokens.flatMap((token) => (token.kind === "option" ? optionFaults(token, verb.name) : [])),
    ...choiceFaults("--format", format, FORMATS),
    ...choiceFaults("--fail-on", failOn, FAIL_ON),
  ];
  if (faults.length > 0) return { faults };
  const ask = values.help === true ? "help" : values.version === true ? "version" : undefined;
  return {
    arguments: {
      verb: verb.name,
      operands: verb.given ? positionals.slice(1) : positionals,
      format: (format ?? "text") as Format,
      quiet: values.quiet === true,
      color: values["no-color"] !== true,
      ...(typeof config === "string" && { config }),
      ...(values.strict === true && { strict: true }),
      ...(failOn !== undefined && { failOn: failOn as FailOn }),
      ...(ask && { ask }),
    },
  };
}

/** Does a command line that may be wrong ask for JSON? Then its faults are JSON too. */
export function asksForJson(args: readonly string[]): boolean {
  return (
    args.includes("--format=json") || args.some((word, at) => word === "--format" && args[at + 1] === "json")
  );
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

function choiceFaults(option: string, value: unknown, choices: readonly string[]): readonly Fault[] {
  if (typeof value !== "string" || choices.includes(value)) return [];
  const meant = nearest(value, choices);
  const fix =
    meant === undefined
      ? `write ${choices.join(", ").replace(/, ([^,]*)$/, " or $1")}`
      : `write ${option} ${meant}`;
  return [{ message: `${option} cannot be "${value}"`, fix }];
}
