/** What flow logs cost: pure arithmetic over a dated price table. Imports nothing, so that modules and gate both may. */
export { estimate } from "./estimate";
export type { Alternative, AlternativeName, CostLine, Estimate, Unpriced } from "./estimate";
export { PRICE_NAMES } from "./price-table";
export type { PriceName, PriceOverrides, Tier } from "./price-table";
export { QUESTION_PROPS, questionProblems } from "./question";
export type { CostQuestion, Habits, QuestionProblem, Transition, Volume } from "./question";
