import fc from "fast-check";
import {
  estimate,
  PRICE_NAMES,
  questionProblems,
  type AlternativeName,
  type CostQuestion,
  type PriceName,
} from "../../cost";
import { charge, priceOf } from "../../cost/price-table";

const MONTH = 365.25 / 12;

function totals(question: CostQuestion): Partial<Record<AlternativeName, number>> {
  return Object.fromEntries(
    estimate(question).alternatives.map(({ name, total }) => [name, Number(total.toFixed(2))]),
  );
}

function amount(question: CostQuestion, name: AlternativeName, price: PriceName): number | undefined {
  const lines = estimate(question).alternatives.find((alternative) => alternative.name === name)?.lines;
  const line = lines?.find((candidate) => candidate.price === price);
  return line && Number(line.amount.toFixed(4));
}

describe("the month of a bill", () => {
  test("100 GB kept for a month: 50 USD of ingestion and 3 of storage; half the ingestion in Infrequent Access", () => {
    expect(totals({ gigabytesPerMonth: 100, retentionDays: MONTH })).toEqual({
      standard: 53,
      "infrequent-access": 28,
      "s3-text": 27.34,
      "s3-parquet": 29.88,
    });
  });

  test.each<[AlternativeName, PriceName, number]>([
    ["standard", "vended-standard", 13414.4],
    ["infrequent-access", "vended-infrequent-access", 8294.4],
    ["s3-text", "vended-s3", 8294.4],
  ])("72 TB a month climb down the tiers: %s", (name, price, expected) => {
    expect(amount({ gigabytesPerMonth: 72 * 1024, retentionDays: 1 }, name, price)).toBe(expected);
  });

  test("storage costs the same in both classes of CloudWatch Logs, and so do queries: not what document 002 says", () => {
    const question: CostQuestion = {
      gigabytesPerMonth: 100,
      retentionDays: 365,
      queriedGigabytesPerMonth: 1000,
    };
    for (const price of ["logs-storage", "insights-scan"] as const) {
      expect(amount(question, "standard", price)).toBe(amount(question, "infrequent-access", price));
    }
    expect(amount(question, "standard", "logs-storage")).toBeCloseTo((100 * 365 * 0.03) / MONTH, 3);
    expect(amount(question, "standard", "insights-scan")).toBe(5);
  });

  test("a record a second of the usual length is 0.28 GB a month", () => {
    expect(estimate({ recordsPerSecond: 1 }).gigabytesPerMonth).toBeCloseTo((114 * 2_629_800) / 2 ** 30, 6);
    expect(estimate({ recordsPerSecond: 1, recordBytes: 228 }).gigabytesPerMonth).toBeCloseTo(0.5584, 3);
  });

  test("nothing recorded costs nothing", () => {
    expect(totals({ gigabytesPerMonth: 0 })).toEqual({
      standard: 0,
      "infrequent-access": 0,
      "s3-text": 0,
      "s3-parquet": 0,
    });
  });

  test("Athena charges for compressed bytes, and Parquet for the columns that are read", () => {
    const question: CostQuestion = {
      gigabytesPerMonth: 10,
      queriedGigabytesPerMonth: 10 * 1024,
      compressedTo: 0.25,
      parquetReadTo: 0.5,
    };
    expect(amount(question, "s3-text", "athena-scan")).toBe(12.5);
    expect(amount(question, "s3-parquet", "athena-scan")).toBe(5);
  });

  test("older records are charged in the class that they moved to", () => {
    const question: CostQuestion = {
      gigabytesPerMonth: 100,
      retentionDays: 10 * MONTH,
      transitions: [{ afterDays: 4 * MONTH, storageClass: "STANDARD_IA" }],
    };
    expect(amount(question, "s3-text", "s3-standard")).toBe(9.2);
    expect(amount(question, "s3-text", "s3-standard-ia")).toBe(7.5);
    expect(amount({ ...question, retentionDays: MONTH }, "s3-text", "s3-standard-ia")).toBeUndefined();
  });

  test("alarms and metrics are charged where metric filters work", () => {
    const question: CostQuestion = { gigabytesPerMonth: 1, alarms: 4, customMetrics: 2 };
    expect(amount(question, "standard", "alarm")).toBe(0.4);
    expect(amount(question, "standard", "custom-metric")).toBe(0.6);
    expect(amount(question, "infrequent-access", "alarm")).toBeUndefined();
  });

  test("a file every five minutes, more where 75 MB do not hold it all", () => {
    expect(amount({ gigabytesPerMonth: 1 }, "s3-text", "s3-put")).toBeCloseTo(0.0438, 4);
    expect(amount({ gigabytesPerMonth: 7500 }, "s3-text", "s3-put")).toBe(0.512);
  });
});

describe("the free 5 GB", () => {
  test("cover ingestion first, then storage, then queries, and CloudWatch Logs alone", () => {
    const question: CostQuestion = {
      gigabytesPerMonth: 2,
      retentionDays: MONTH,
      queriedGigabytesPerMonth: 10,
      freeTier: "unused",
    };
    expect(amount(question, "standard", "vended-standard")).toBe(0);
    expect(amount(question, "standard", "logs-storage")).toBe(0);
    expect(amount(question, "standard", "insights-scan")).toBe(0.045);
    expect(amount(question, "s3-text", "vended-s3")).toBe(0.5);
  });

  test("are not counted on unless the caller says that nothing else uses them", () => {
    expect(amount({ gigabytesPerMonth: 2 }, "standard", "vended-standard")).toBe(1);
  });
});

describe("prices", () => {
  test("have a source each, or say why there is none", () => {
    for (const name of PRICE_NAMES) {
      const { tiers, date, source = "", missing } = priceOf(name);
      if (tiers === undefined) expect([name, missing]).toEqual([name, expect.stringContaining("https://")]);
      else
        expect(`${date ?? ""} ${source}`).toMatch(
          /^(\d{4}-\d\d-\d\d|.*undated, read on \d{4}-).*(https:\/\/|Price List API)/,
        );
    }
  });

  test("that are missing leave that way out, with the price to give", () => {
    expect(estimate({ gigabytesPerMonth: 1 }).unpriced).toEqual([
      {
        name: "firehose",
        title: "Firehose, without what it delivers to",
        price: "firehose-ingestion",
        reason: expect.stringContaining("https://aws.amazon.com/firehose/pricing/") as string,
      },
    ]);
    const archived: CostQuestion = {
      gigabytesPerMonth: 1,
      transitions: [{ afterDays: 90, storageClass: "GLACIER_IR" }],
    };
    expect(estimate(archived).unpriced.map(({ name, price }) => [name, price])).toEqual([
      ["s3-text", "s3-glacier-ir"],
      ["s3-parquet", "s3-glacier-ir"],
      ["firehose", "firehose-ingestion"],
    ]);
  });

  test("of the caller replace the table's, as a number or as tiers, and say so", () => {
    const question: CostQuestion = {
      gigabytesPerMonth: 100,
      retentionDays: MONTH,
      prices: { "firehose-ingestion": 0.1, "vended-standard": [{ upTo: 50, price: 1 }, { price: 0.5 }] },
    };
    expect(totals(question)).toMatchObject({ firehose: 35, standard: 78 });
    expect(estimate(question).prices).toContainEqual({ name: "firehose-ingestion", source: "the caller" });
  });

  test("charge never falls as the volume grows, and tiers meet without a gap", () => {
    const { tiers = [] } = priceOf("vended-standard");
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        (a, b) => {
          const whole = charge(tiers, a + b);
          expect(whole).toBeGreaterThanOrEqual(charge(tiers, a) - 1e-6);
          expect(whole).toBeLessThanOrEqual(charge(tiers, a) + charge(tiers, b) + 1e-6);
        },
      ),
    );
  });
});

test.each<[Record<string, unknown>, string]>([
  [{}, "gigabytesPerMonth is missing; give it, or recordsPerSecond"],
  [
    { gigabytesPerMonth: 1, recordBytes: 2 },
    "gigabytesPerMonth is given beside records a second; leave one of them out",
  ],
  [{ gigabytesPerMonth: -1 }, "gigabytesPerMonth is -1; give a number from 0 on"],
  [{ gigabytesPerMonth: "1" }, 'gigabytesPerMonth is "1"; give a number from 0 on'],
  [{ gigabytesPerMonth: NaN }, "gigabytesPerMonth is NaN; give a number from 0 on"],
  [{ recordsPerSecond: Infinity }, "recordsPerSecond is Infinity; give a number from 0 on"],
  [{ recordsPerSecond: 1, recordBytes: 0 }, "recordBytes is 0; give a number above 0"],
  [{ gigabytesPerMonth: 1, retentionDays: 0 }, "retentionDays is 0; give a number above 0"],
  [{ gigabytesPerMonth: 1, compressedTo: 1.5 }, "compressedTo is 1.5; give a number above 0 and at most 1"],
  [{ gigabytesPerMonth: 1, freeTier: true }, 'freeTier is true; use "used" or "unused"'],
  [
    { gigabytesPerMonth: 1, transitions: "IA" },
    'transitions is "IA"; give a list such as [{ afterDays: 90, storageClass: "STANDARD_IA" }]',
  ],
  [
    { gigabytesPerMonth: 1, transitions: [{ afterDays: 7, storageClass: "STANDARD_IA" }] },
    "transitions[0].afterDays is 7; give a number from 30 on",
  ],
  [
    {
      gigabytesPerMonth: 1,
      transitions: [
        { afterDays: 90, storageClass: "STANDARD_IA" },
        { afterDays: 60, storageClass: "GLACIER_IR" },
      ],
    },
    "transitions[1].afterDays is 60, not after the transition before it",
  ],
  [
    { gigabytesPerMonth: 1, transitions: [{ afterDays: 90, storageClass: "GLACIER" }] },
    'transitions[0].storageClass is "GLACIER"; use "STANDARD_IA" or "GLACIER_IR"',
  ],
  [{ gigabytesPerMonth: 1, prices: 5 }, 'prices is 5; give an object such as { "athena-scan": 5 }'],
  [
    { gigabytesPerMonth: 1, prices: { "athena-scan": "5" } },
    'prices["athena-scan"] is "5"; give USD a unit, from 0 on',
  ],
  [
    { gigabytesPerMonth: 1, prices: { "athena-scan": [{ price: 1 }, { price: 2 }] } },
    'prices["athena-scan"] is an object; give USD a unit, from 0 on',
  ],
])("the question %j has no answer", (question, expected) => {
  expect(questionProblems(question).map(({ prop, message }) => `${prop} ${message}`)).toEqual([expected]);
});

test("a price of another name is refused with the names that there are", () => {
  const [problem] = questionProblems({ gigabytesPerMonth: 1, prices: { __proto__x: 1 } });
  expect(problem?.message).toBe(`is no price; there are ${PRICE_NAMES.join(", ")}`);
});
