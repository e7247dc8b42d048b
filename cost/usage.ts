import type { PriceName } from "./price-table";
import type { CostQuestion } from "./question";

/** What a month uses, in the units that AWS counts. */
export interface Usage {
  /** GB delivered a month. */
  readonly gigabytes: number;
  readonly stored: {
    /** GB-months. */
    readonly logs: number;
    readonly s3: Readonly<Record<"text" | "parquet", readonly (readonly [PriceName, number])[]>>;
  };
  /** Files written to S3. */
  readonly files: Readonly<Record<"text" | "parquet", number>>;
  /** GB that queries scan. */
  readonly queried: {
    readonly insights: number;
    readonly athena: Readonly<Record<"text" | "parquet", number>>;
  };
  readonly alarms: number;
  readonly customMetrics: number;
}

const DAYS_A_MONTH = 365.25 / 12;
const SECONDS_A_MONTH = DAYS_A_MONTH * 24 * 60 * 60;

/** Bytes of the example record of https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-records-examples.html. */
const RECORD_BYTES = 114;

/** "Parquet format with Gzip compression takes 20 percent less storage space": .../userguide/flow-logs-s3-path.html */
const PARQUET = 0.8;

/** A file every five minutes, or as soon as it holds 75 MB: the same page. */
const FILES_A_MONTH = SECONDS_A_MONTH / 300;
const FILE_GIGABYTES = 75 / 1024;

const CLASS_PRICES = {
  STANDARD: "s3-standard",
  STANDARD_IA: "s3-standard-ia",
  GLACIER_IR: "s3-glacier-ir",
} as const;

function gigabytesOf({
  gigabytesPerMonth,
  recordsPerSecond,
  recordBytes = RECORD_BYTES,
}: CostQuestion): number {
  return gigabytesPerMonth ?? (recordsPerSecond * recordBytes * SECONDS_A_MONTH) / 2 ** 30;
}

/** GB-months in each class of S3, for a GB a month. */
function classesOf({
  transitions = [],
  retentionDays = 365,
}: CostQuestion): (readonly [PriceName, number])[] {
  const stages = [{ afterDays: 0, storageClass: "STANDARD" as const }, ...transitions];
  return stages.flatMap(({ afterDays, storageClass }, at) => {
    const until = Math.min(stages[at + 1]?.afterDays ?? Infinity, retentionDays);
    return until > afterDays
      ? [[CLASS_PRICES[storageClass], (until - afterDays) / DAYS_A_MONTH] as const]
      : [];
  });
}

/** What the records of a question use. */
export function usageOf(question: CostQuestion): Usage {
  const {
    retentionDays = 365,
    queriedGigabytesPerMonth: asked = 0,
    compressedTo = 1,
    parquetReadTo = 1,
  } = question;
  const gigabytes = gigabytesOf(question);
  const text = gigabytes * compressedTo;
  const classes = classesOf(question);
  const stored = (size: number) => classes.map(([price, months]) => [price, size * months] as const);
  const files = (size: number): number => (size === 0 ? 0 : Math.max(FILES_A_MONTH, size / FILE_GIGABYTES));
  return {
    gigabytes,
    stored: {
      logs: (text * retentionDays) / DAYS_A_MONTH,
      s3: { text: stored(text), parquet: stored(text * PARQUET) },
    },
    files: { text: files(text), parquet: files(text * PARQUET) },
    queried: {
      insights: asked,
      athena: { text: asked * compressedTo, parquet: asked * compressedTo * PARQUET * parquetReadTo },
    },
    alarms: question.alarms ?? 0,
    customMetrics: question.customMetrics ?? 0,
  };
}
