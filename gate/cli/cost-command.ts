import { estimate, type Alternative, type CostQuestion, type Estimate, type PriceName } from "../../cost";
import { wrap } from "../report/wrap";
import { formatAsked } from "./arguments";
import { renderFaults } from "./render-report";
import { readCostArguments } from "./cost-arguments";
import { COST } from "./cost-help";
import type { Outcome } from "./outcome";

/** Columns of the table, and the prices that each adds up. */
const COLUMNS = {
  delivery: /^vended-|^parquet-conversion$|^firehose-/,
  storage: /^logs-storage$|^s3-(standard|standard-ia|glacier-ir)$/,
  queries: /^insights-scan$|^athena-scan$/,
  other: /^s3-put$|^alarm$|^custom-metric$/,
} as const;

/** `flowgate cost`, with the words that follow it. */
export function runCost(words: readonly string[]): Outcome | Promise<Outcome> {
  const read = readCostArguments(words);
  if ("faults" in read) {
    const format = formatAsked(words);
    return renderFaults(read.faults, {
      format,
      reports: [],
      color: !words.includes("--no-color"),
      quiet: false,
    });
  }
  const { question, format, ask } = read.arguments;
  if (ask === "help") return { stdout: COST, exitCode: 0 };
  const answer = estimate(question);
  const stdout = format === "json" ? `${JSON.stringify(answer, null, 2)}\n` : table(answer, question);
  return { stdout, exitCode: 0 };
}

function amount({ lines }: Alternative, prices: RegExp): number {
  return lines.reduce((sum, line) => sum + (prices.test(line.price) ? line.amount : 0), 0);
}

/** Cells, the first column to the left and numbers to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  "),
  );
}

function table(answer: Estimate, { retentionDays = 365 }: CostQuestion): string {
  const { alternatives, unpriced, gigabytesPerMonth, region } = answer;
  const head = ["", ...Object.keys(COLUMNS), "total"];
  const rows = alternatives.map((alternative) => [
    alternative.title,
    ...Object.values(COLUMNS).map((prices) => amount(alternative, prices).toFixed(2)),
    alternative.total.toFixed(2),
  ]);
  return [
    `${gigabytesPerMonth.toFixed(2)} GB of flow logs a month, kept for ${retentionDays} days: USD a month in ${region}`,
    "",
    ...aligned([head, ...rows]),
    "",
    ...unpriced.flatMap(({ title, price, reason }) =>
      wrap(`${title}: no price for ${price} (${reason}); give it with --price ${price}=USD`, ""),
    ),
    ...wrap(days(answer), ""),
    "",
  ].join("\n");
}

/** How old the prices are. */
function days({ prices }: Estimate): string {
  const known = prices.flatMap(({ date }) => date ?? []).sort();
  const own: PriceName[] = prices.filter(({ source }) => source === "the caller").map(({ name }) => name);
  const given = own.length === 0 ? "" : `; yours for ${own.join(", ")}`;
  return `Prices of ${known[0] ?? "no day"} to ${known.at(-1) ?? "no day"}${given}; --format json names the source of each. Taxes, transfer and KMS requests are not in it.`;
}
