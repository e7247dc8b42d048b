import {
  estimate,
  PRICE_NAMES,
  QUESTION_PROPS,
  questionProblems,
  type CostQuestion,
  type Estimate,
} from "../cost";
import { nearest } from "./refusal/nearest";
import { Problems, shown, type Loose } from "./refusal/problems";

/** Names of prices that are a slip of the pen; `questionProblems` lists all names for any other. */
function misspeltPrices(prices: unknown): ReadonlyMap<string, string> {
  const names = typeof prices === "object" && prices !== null ? Object.keys(prices) : [];
  return new Map(
    names.flatMap((name) => {
      const meant = nearest(name, PRICE_NAMES);
      return meant === undefined || meant === name ? [] : [[`prices[${shown(name)}]`, meant]];
    }),
  );
}

/**
 * What flow logs cost a month, each destination beside the others: CloudWatch Logs Standard and Infrequent Access, S3 as
 * text and as Parquet, Firehose. From the dated prices of us-east-1 in `cost/prices.json`; `prices` overrides them.
 *
 * @example estimateCost({ gigabytesPerMonth: 100, retentionDays: 365, queriedGigabytesPerMonth: 500 })
 * @throws InvalidPropsError with everything that is wrong with the question
 */
export function estimateCost(question: CostQuestion): Estimate {
  const problems = new Problems();
  const given: Loose | undefined = problems.object("question", question, "at least { gigabytesPerMonth }");
  if (given !== undefined) {
    problems.onlyKeys("", given, QUESTION_PROPS);
    const misspelt = misspeltPrices(given["prices"]);
    for (const { prop, message } of questionProblems(given)) {
      const meant = misspelt.get(prop);
      problems.add(prop, meant === undefined ? message : `is no price; use ${shown(meant)}`);
    }
  }
  problems.refuse("estimateCost");
  return estimate(question);
}
