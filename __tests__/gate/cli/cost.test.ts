import type { Estimate } from "../../../cost";
import { workplace } from "./workplace";

const { flowgate } = workplace();

describe("flowgate cost", () => {
  test("is a table of the destinations side by side", () => {
    const { code, out, err } = flowgate([
      "cost",
      "--gigabytes",
      "100",
      "--retention",
      "365",
      "--queried",
      "500",
    ]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toBe(`100.00 GB of flow logs a month, kept for 365 days: USD a month in us-east-1

                                   delivery  storage  queries  other  total
CloudWatch Logs Standard              50.00    35.98     2.50   0.00  88.48
CloudWatch Logs Infrequent Access     25.00    35.98     2.50   0.00  63.48
S3, text                              25.00    27.58     2.44   0.04  55.07
S3, Parquet                           28.00    22.06     1.95   0.04  52.06

Firehose, without what it delivers to: no price for firehose-ingestion (it has a
price of its own for vended logs, which no publication that could be read names;
see https://aws.amazon.com/firehose/pricing/); give it with --price
firehose-ingestion=USD
Prices of 2020-10-15 to 2025-09-01; --format json names the source of each.
Taxes, transfer and KMS requests are not in it.
`);
  });

  test("takes records, habits and prices of one's own, and says whose prices they are", () => {
    const { code, out } = flowgate(
      "cost --records 1000 --record-bytes 200 --retention 90 --compressed-to 0.2 --parquet-read 0.3 --queried 100 --standard-ia 30 --alarms 4 --metrics 2 --free-tier --price firehose-ingestion=0.1".split(
        " ",
      ),
    );
    expect(code).toBe(0);
    expect(out).toContain("489.84 GB of flow logs a month, kept for 90 days");
    expect(out).toMatch(/^Firehose, without what it delivers to +\d/m);
    expect(out).toContain("; yours for firehose-ingestion;");
  });

  test("is every line and the source of each price as JSON", () => {
    const { code, out } = flowgate(["cost", "--gigabytes", "10", "--format", "json"]);
    const answer = JSON.parse(out) as Estimate;
    expect(code).toBe(0);
    expect(answer.alternatives.map(({ name }) => name)).toEqual([
      "standard",
      "infrequent-access",
      "s3-text",
      "s3-parquet",
    ]);
    expect(answer.prices.every(({ source }) => source !== "")).toBe(true);
  });

  test.each<[string, string, string]>([
    ["cost", "no volume is given", "write --gigabytes N or --records N"],
    ["cost --gigabytes ten", '--gigabytes is "ten"', "give a number from 0 on"],
    ["cost --gigabytes 1 --retention 0", "--retention is 0", "give a number above 0"],
    ["cost --gigabytes 1 --compressed-to 2", "--compressed-to is 2", "give a number above 0 and at most 1"],
    ["cost --gigabytes 1 --standard-ia 7", "--standard-ia is 7", "give a number from 30 on"],
    ["cost --gigabytes 1 --gigabyte 2", "there is no option --gigabyte", "write --gigabytes"],
    [
      "cost --gigabytes 1 --zzzzzzzz",
      "there is no option --zzzzzzzz",
      "list the options with `flowgate cost --help`",
    ],
    ["cost --gigabytes", "--gigabytes needs a value", "give it one"],
    ["cost --gigabytes 1 --free-tier=yes", "--free-tier takes no value", "write --free-tier alone"],
    ["cost --gigabytes 1 --price athena=5", '--price cannot be "athena=5"', "write athena-scan=USD"],
    [
      "cost --gigabytes 1 --price athena-scan=five",
      '--price athena-scan is "five"',
      "give USD a unit, from 0 on",
    ],
    ["cost --gigabytes 1 --format xml", '--format cannot be "xml"', "write --format text or --format json"],
    ["cost 100", '"100" is one word too many', "see `flowgate cost --help`"],
    ["cots", 'there is no verb "cots", nor a file of that name', 'write "cost"'],
  ])("%s is exit 2, with what would do", (words, message, fix) => {
    const { code, out, err } = flowgate(words.split(" "));
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(`error: ${message}\n`);
    expect(err.replace(/\n +/g, " ")).toContain(`= help: ${fix}`);
  });

  test("says both of two volumes are too many", () => {
    const { code, err } = flowgate(["cost", "--gigabytes", "1", "--records", "1"]);
    expect([code, err]).toEqual([
      2,
      expect.stringContaining("--gigabytes is given beside records a second") as string,
    ]);
  });

  test("has a help of its own, with two examples that work", () => {
    const { code, out } = flowgate(["cost", "--help"]);
    expect(code).toBe(0);
    const examples = [...(out.split("Examples\n")[1] ?? "").matchAll(/^ {2}flowgate (.*)$/gm)];
    expect(examples).toHaveLength(2);
    for (const [, words = ""] of examples) expect(flowgate(words.split(" ")).code).toBe(0);
  });
});
