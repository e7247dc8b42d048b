import { estimate } from "../../cost";
import { estimateCost } from "../../modules/cost";
import { InvalidPropsError } from "../../modules";

function refusal(question: unknown): string {
  try {
    estimateCost(question as Parameters<typeof estimateCost>[0]);
  } catch (error) {
    if (error instanceof InvalidPropsError) return error.message;
    throw error;
  }
  throw new Error("the question was accepted");
}

test("estimateCost answers as the command line does", () => {
  const question = { gigabytesPerMonth: 100, retentionDays: 90 };
  expect(estimateCost(question)).toEqual(estimate(question));
});

test.each([
  [undefined, "estimateCost: question is undefined; give at least { gigabytesPerMonth }"],
  [
    { gigabytesPerMonth: 1, retention_days: 30 },
    "estimateCost: retention_days is not a prop; use retentionDays",
  ],
  [
    { gigabytesPerMonth: 1, prices: { athenaScan: 5 } },
    'estimateCost: prices["athenaScan"] is no price; use "athena-scan"',
  ],
  [
    { gigabytesPerMonth: -1, freeTier: "yes" },
    'estimateCost: 2 problems\n  - gigabytesPerMonth is -1; give a number from 0 on\n  - freeTier is "yes"; use "used" or "unused"',
  ],
])("estimateCost refuses %j", (question, expected) => {
  expect(refusal(question)).toBe(expected);
});
