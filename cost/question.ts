import { PRICE_NAMES, type PriceName, type PriceOverrides } from "./price-table";

/** How much is recorded, as delivered: text, not compressed. */
export type Volume =
  | {
      /** GB of records a month. */
      readonly gigabytesPerMonth: number;
      readonly recordsPerSecond?: never;
      readonly recordBytes?: never;
    }
  | {
      readonly gigabytesPerMonth?: never;
      /** Records a second, averaged over the month. */
      readonly recordsPerSecond: number;
      /** @default 114: the example record of AWS's 14 fields. More fields make it longer. */
      readonly recordBytes?: number;
    };

/** From some age on, records lie in a cheaper class of S3. */
export interface Transition {
  /** Days after delivery. S3 asks for at least 30. */
  readonly afterDays: number;
  readonly storageClass: "STANDARD_IA" | "GLACIER_IR";
}

/** What the estimate needs to know beside the volume. */
export interface Habits {
  /** Days that records are kept. @default 365, as FlowLogs keeps them */
  readonly retentionDays?: number;
  /** GB of records, as delivered, that the queries of a month look through. @default 0 */
  readonly queriedGigabytesPerMonth?: number;
  /** What compression leaves of a GB, above 0 and at most 1. @default 1: no less is promised, so storage is at most this */
  readonly compressedTo?: number;
  /** What a query reads of a Parquet file, above 0 and at most 1: its columns among all. @default 1 */
  readonly parquetReadTo?: number;
  /** Where S3 moves older records. @default nowhere */
  readonly transitions?: readonly Transition[];
  /** Alarms on the log group; Infrequent Access takes none that count records. @default 0 */
  readonly alarms?: number;
  /** Metrics that metric filters write. @default 0 */
  readonly customMetrics?: number;
  /** `"unused"`: nothing else of the account uses the 5 GB that CloudWatch Logs gives away a month. @default "used" */
  readonly freeTier?: "used" | "unused";
  /** Prices that differ from the table's: another region's, a contract's, or one that the table lacks. */
  readonly prices?: PriceOverrides;
}

/** A month of flow logs, long enough after the start that the oldest records are deleted as new ones come. */
export type CostQuestion = Volume & Habits;

/** What the table of numbers allows. */
interface Bounds {
  readonly least?: number;
  readonly above?: number;
  readonly most?: number;
}

/** Something in a question that has no answer. */
export interface QuestionProblem {
  readonly prop: string;
  /** Without full stop: what was given, what is allowed. */
  readonly message: string;
}

const NUMBERS: Readonly<Record<string, Bounds>> = {
  gigabytesPerMonth: { least: 0 },
  recordsPerSecond: { least: 0 },
  recordBytes: { above: 0 },
  retentionDays: { above: 0 },
  queriedGigabytesPerMonth: { least: 0 },
  compressedTo: { above: 0, most: 1 },
  parquetReadTo: { above: 0, most: 1 },
  alarms: { least: 0 },
  customMetrics: { least: 0 },
};

/** Everything that a question may hold. */
export const QUESTION_PROPS = [...Object.keys(NUMBERS), "transitions", "freeTier", "prices"] as const;

function bounds({ least, above, most }: Bounds): string {
  const from = above === undefined ? `a number from ${least ?? 0} on` : `a number above ${above}`;
  return most === undefined ? from : `${from} and at most ${most}`;
}

function fits(value: unknown, { least = -Infinity, above = -Infinity, most = Infinity }: Bounds): boolean {
  return (
    typeof value === "number" && Number.isFinite(value) && value >= least && value > above && value <= most
  );
}

function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  return typeof value === "object" && value !== null ? "an object" : String(value);
}

function volumeProblems(question: Readonly<Record<string, unknown>>): QuestionProblem[] {
  const { gigabytesPerMonth, recordsPerSecond, recordBytes } = question;
  if (gigabytesPerMonth === undefined && recordsPerSecond === undefined)
    return [{ prop: "gigabytesPerMonth", message: "is missing; give it, or recordsPerSecond" }];
  if (gigabytesPerMonth !== undefined && (recordsPerSecond ?? recordBytes) !== undefined)
    return [
      { prop: "gigabytesPerMonth", message: "is given beside records a second; leave one of them out" },
    ];
  return [];
}

function transitionProblems(transitions: unknown): QuestionProblem[] {
  if (transitions === undefined) return [];
  const give = 'give a list such as [{ afterDays: 90, storageClass: "STANDARD_IA" }]';
  if (!Array.isArray(transitions))
    return [{ prop: "transitions", message: `is ${shown(transitions)}; ${give}` }];
  let before = 0;
  return transitions.flatMap((transition: unknown, at) => {
    const { afterDays, storageClass } = (transition ?? {}) as Record<string, unknown>;
    const prop = `transitions[${at}]`;
    const problems: QuestionProblem[] = [];
    if (!fits(afterDays, { least: 30 }))
      problems.push({
        prop: `${prop}.afterDays`,
        message: `is ${shown(afterDays)}; give a number from 30 on`,
      });
    else if (Number(afterDays) <= before)
      problems.push({
        prop: `${prop}.afterDays`,
        message: `is ${Number(afterDays)}, not after the transition before it`,
      });
    else before = Number(afterDays);
    if (storageClass !== "STANDARD_IA" && storageClass !== "GLACIER_IR")
      problems.push({
        prop: `${prop}.storageClass`,
        message: `is ${shown(storageClass)}; use "STANDARD_IA" or "GLACIER_IR"`,
      });
    return problems;
  });
}

function isTier(value: unknown, isLast: boolean): boolean {
  const { price, upTo } = (value ?? {}) as Record<string, unknown>;
  return fits(price, { least: 0 }) && (isLast || fits(upTo, { above: 0 }));
}

function isPrice(value: unknown): boolean {
  if (!Array.isArray(value)) return fits(value, { least: 0 });
  return value.length > 0 && value.every((tier, at) => isTier(tier, at === value.length - 1));
}

function priceProblems(prices: unknown): QuestionProblem[] {
  if (prices === undefined) return [];
  if (typeof prices !== "object" || prices === null)
    return [{ prop: "prices", message: `is ${shown(prices)}; give an object such as { "athena-scan": 5 }` }];
  return Object.entries(prices).flatMap(([name, value]) => {
    if (!PRICE_NAMES.includes(name as PriceName))
      return [
        { prop: `prices[${shown(name)}]`, message: `is no price; there are ${PRICE_NAMES.join(", ")}` },
      ];
    if (isPrice(value)) return [];
    return [{ prop: `prices[${shown(name)}]`, message: `is ${shown(value)}; give USD a unit, from 0 on` }];
  });
}

/** Everything that is wrong with a question's values; none where it can be answered. */
export function questionProblems(question: Readonly<Record<string, unknown>>): QuestionProblem[] {
  const numbers = Object.entries(NUMBERS).flatMap(([prop, allowed]) => {
    const value = question[prop];
    if (value === undefined || fits(value, allowed)) return [];
    return [{ prop, message: `is ${shown(value)}; give ${bounds(allowed)}` }];
  });
  const { freeTier } = question;
  const free =
    freeTier === undefined || freeTier === "used" || freeTier === "unused"
      ? []
      : [{ prop: "freeTier", message: `is ${shown(freeTier)}; use "used" or "unused"` }];
  return [
    ...volumeProblems(question),
    ...numbers,
    ...transitionProblems(question["transitions"]),
    ...free,
    ...priceProblems(question["prices"]),
  ];
}
