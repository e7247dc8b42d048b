import { parseArgs, type ParseArgsConfig } from "node:util";

import { PRICE_NAMES, questionProblems, type CostQuestion, type PriceName } from "../../cost";
import { nearest } from "../nearest";
import type { Fault } from "../read/document";
import { unexpectedWord } from "./outcome";

const OPTIONS = {
  gigabytes: { type: "string" },
  records: { type: "string" },
  "record-bytes": { type: "string" },
  retention: { type: "string" },
  queried: { type: "string" },
  "compressed-to": { type: "string" },
  "parquet-read": { type: "string" },
  "standard-ia": { type: "string" },
  alarms: { type: "string" },
  metrics: { type: "string" },
  price: { type: "string", multiple: true },
  format: { type: "string" },
  "free-tier": { type: "boolean" },
  "no-color": { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const satisfies ParseArgsConfig["options"];

/** Options that are a number of the question, with its prop there. */
const NUMBERS = {
  gigabytes: "gigabytesPerMonth",
  records: "recordsPerSecond",
  "record-bytes": "recordBytes",
  retention: "retentionDays",
  queried: "queriedGigabytesPerMonth",
  "compressed-to": "compressedTo",
  "parquet-read": "parquetReadTo",
  alarms: "alarms",
  metrics: "customMetrics",
} as const;

/** The option that a prop of the question comes from. */
const OPTION_OF: ReadonlyMap<string, string> = new Map([
  ...Object.entries(NUMBERS).map(([option, prop]) => [prop, `--${option}`] as const),
  ["transitions[0].afterDays", "--standard-ia"],
]);

/** A question about cost as a person asks it. */
export interface CostArguments {
  readonly question: CostQuestion;
  readonly format: "text" | "json";
  readonly ask?: "help";
}

/** Texts that are no number stay texts, so that the question says what is wrong with them. */
function numberOf(text: string): number | string {
  return text.trim() === "" || Number.isNaN(Number(text)) ? text : Number(text);
}

function pricesOf(words: readonly string[]): { prices: Record<string, number | string>; faults: Fault[] } {
  const faults: Fault[] = [];
  const prices: [string, number | string][] = [];
  for (const word of words) {
    const [, name = "", value = ""] = /^([^=]+)=(.*)$/.exec(word) ?? [];
    if (PRICE_NAMES.includes(name as PriceName)) {
      prices.push([name, numberOf(value)]);
      continue;
    }
    const meant = nearest(name, PRICE_NAMES);
    const fix =
      meant === undefined ? `write NAME=USD with one of ${PRICE_NAMES.join(", ")}` : `write ${meant}=USD`;
    faults.push({ message: `--price cannot be "${word}"`, fix });
  }
  return { prices: Object.fromEntries(prices), faults };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
}

function optionFaults({ name, rawName, value }: OptionToken): Fault[] {
  const option = Object.hasOwn(OPTIONS, name) ? OPTIONS[name as keyof typeof OPTIONS] : undefined;
  if (option === undefined) {
    const meant = nearest(name, Object.keys(OPTIONS));
    const fix = meant === undefined ? "list the options with `flowgate cost --help`" : `write --${meant}`;
    return [{ message: `there is no option ${rawName}`, fix }];
  }
  if (option.type === "boolean" && value !== undefined)
    return [{ message: `${rawName} takes no value`, fix: `write ${rawName} alone` }];
  if (option.type === "string" && value === undefined)
    return [{ message: `${rawName} needs a value`, fix: "give it one" }];
  return [];
}

function questionFaults(question: Readonly<Record<string, unknown>>): Fault[] {
  return questionProblems(question).map(({ prop, message }) => {
    const [what = "", ...how] = message.split("; ");
    if (what === "is missing")
      return { message: "no volume is given", fix: "write --gigabytes N or --records N" };
    const option = OPTION_OF.get(prop) ?? `--price ${prop.replace(/^prices\["(.*)"\]$/, "$1")}`;
    return {
      message: `${option} ${what}`,
      fix: how.join("; "),
    };
  });
}

/** Reads what follows `flowgate cost`. All faults at once. */
export function readCostArguments(
  words: readonly string[],
): { arguments: CostArguments } | { faults: readonly Fault[] } {
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const faults = tokens.flatMap((token) => (token.kind === "option" ? optionFaults(token) : []));
  const [extra] = positionals;
  if (extra !== undefined) faults.push(unexpectedWord(extra, "see `flowgate cost --help`"));
  const { format = "text" } = values;
  if (format !== "text" && format !== "json" && faults.length === 0)
    faults.push({
      message: `--format cannot be "${String(format)}"`,
      fix: "write --format text or --format json",
    });
  if (faults.length > 0) return { faults };
  if (values.help === true)
    return { arguments: { question: { gigabytesPerMonth: 0 }, format: "text", ask: "help" } };
  return questionOf(values, format === "json" ? "json" : "text");
}

function questionOf(
  values: Readonly<Record<string, unknown>>,
  format: CostArguments["format"],
): { arguments: CostArguments } | { faults: readonly Fault[] } {
  const { prices, faults } = pricesOf((values["price"] as string[] | undefined) ?? []);
  const numbers = Object.entries(NUMBERS).flatMap(([option, prop]) => {
    const value = values[option];
    return typeof value === "string" ? [[prop, numberOf(value)] as const] : [];
  });
  const ia = values["standard-ia"];
  const question = {
    ...Object.fromEntries(numbers),
    ...(typeof ia === "string" && {
      transitions: [{ afterDays: numberOf(ia), storageClass: "STANDARD_IA" }],
    }),
    ...(values["free-tier"] === true && { freeTier: "unused" }),
    prices,
  };
  const all = [...faults, ...questionFaults(question)];
  return all.length > 0
    ? { faults: all }
    : { arguments: { question: question as unknown as CostQuestion, format } };
}
