import { charge, priceOf, PRICE_NAMES, REGION, type PriceName, type PriceOverrides } from "./price-table";
import { usageOf, type Usage } from "./usage";
import type { CostQuestion } from "./question";

/** A line of the bill. */
export interface CostLine {
  readonly price: PriceName;
  readonly what: string;
  /** In units of the price; what the free tier gives is taken off. */
  readonly quantity: number;
  readonly unit: string;
  /** USD a month. */
  readonly amount: number;
}

/** One way to keep and read the records. */
export interface Alternative {
  readonly name: AlternativeName;
  readonly title: string;
  readonly lines: readonly CostLine[];
  /** USD a month. */
  readonly total: number;
}

/** A way that could not be reckoned, for want of a price. */
export interface Unpriced {
  readonly name: AlternativeName;
  readonly title: string;
  /** The price to give. */
  readonly price: PriceName;
  /** Why the table has none, and where to look. */
  readonly reason: string;
}

/** What a month costs, side by side. */
export interface Estimate {
  readonly region: string;
  readonly currency: "USD";
  /** GB a month as delivered. */
  readonly gigabytesPerMonth: number;
  readonly alternatives: readonly Alternative[];
  readonly unpriced: readonly Unpriced[];
  /** The prices that were used, each with its day and source. */
  readonly prices: readonly { name: PriceName; date?: string; source: string }[];
}

/** Where records go, and how they are kept there. */
export type AlternativeName = keyof typeof TITLES;

const TITLES = {
  standard: "CloudWatch Logs Standard",
  "infrequent-access": "CloudWatch Logs Infrequent Access",
  "s3-text": "S3, text",
  "s3-parquet": "S3, Parquet",
  firehose: "Firehose, without what it delivers to",
} as const;

/** GB that CloudWatch Logs gives away a month: ingestion, storage and scanning together. */
const FREE_GIGABYTES = 5;

type Wanted = readonly (readonly [PriceName, number])[];

function wanted(name: AlternativeName, usage: Usage): Wanted {
  const { gigabytes, stored, files, queried } = usage;
  const cloudwatch: Wanted = [
    ["logs-storage", stored.logs],
    ["insights-scan", queried.insights],
  ];
  const s3 = (kind: "text" | "parquet"): Wanted => [
    ...stored.s3[kind],
    ["s3-put", files[kind] / 1000],
    ["athena-scan", queried.athena[kind] / 1024],
  ];
  const wants: Readonly<Record<AlternativeName, Wanted>> = {
    standard: [
      ["vended-standard", gigabytes],
      ...cloudwatch,
      ["alarm", usage.alarms],
      ["custom-metric", usage.customMetrics],
    ],
    "infrequent-access": [["vended-infrequent-access", gigabytes], ...cloudwatch],
    "s3-text": [["vended-s3", gigabytes], ...s3("text")],
    "s3-parquet": [["vended-s3", gigabytes], ["parquet-conversion", gigabytes], ...s3("parquet")],
    firehose: [
      ["vended-firehose", gigabytes],
      ["firehose-ingestion", gigabytes],
    ],
  };
  return wants[name];
}

/** Takes the free gigabytes off what CloudWatch Logs charges by the gigabyte, in the order of the lines. */
function withoutFree(lines: Wanted, gigabytes: number): Wanted {
  let left = gigabytes;
  return lines.map(([price, quantity]) => {
    if (!/^(vended-standard|vended-infrequent-access|logs-storage|insights-scan)$/.test(price))
      return [price, quantity];
    const free = Math.min(left, quantity);
    left -= free;
    return [price, quantity - free];
  });
}

function linesOf(lines: Wanted, overrides: PriceOverrides): CostLine[] | PriceName {
  const bill: CostLine[] = [];
  for (const [price, quantity] of lines) {
    const { what, unit, tiers } = priceOf(price, overrides);
    if (tiers === undefined) return price;
    bill.push({ price, what, quantity, unit, amount: charge(tiers, quantity) });
  }
  return bill;
}

/**
 * What flow logs cost a month, side by side: each destination with its ingestion, storage and queries.
 *
 * Storage is what has gathered once the oldest records are deleted as new ones come. Not in it: requests and retrieval
 * that queries and lifecycle transitions cause in S3, KMS requests, and transfer out of the region.
 *
 * @param question One without problems (`questionProblems`).
 */
export function estimate(question: CostQuestion): Estimate {
  const usage = usageOf(question);
  const overrides = question.prices ?? {};
  const free = question.freeTier === "unused" ? FREE_GIGABYTES : 0;
  const alternatives: Alternative[] = [];
  const unpriced: Unpriced[] = [];
  for (const name of Object.keys(TITLES) as AlternativeName[]) {
    const title = TITLES[name];
    const lines = linesOf(withoutFree(wanted(name, usage), free), overrides);
    if (typeof lines === "string") {
      unpriced.push({ name, title, price: lines, reason: priceOf(lines).missing ?? "" });
    } else {
      alternatives.push({ name, title, lines, total: lines.reduce((sum, { amount }) => sum + amount, 0) });
    }
  }
  const used = new Set(alternatives.flatMap(({ lines }) => lines.map(({ price }) => price)));
  return {
    region: REGION,
    currency: "USD",
    gigabytesPerMonth: usage.gigabytes,
    alternatives,
    unpriced,
    prices: PRICE_NAMES.filter((name) => used.has(name)).map((name) => {
      const { date, source = "" } = priceOf(name, overrides);
      return { name, source, ...(date !== undefined && { date }) };
    }),
  };
}
