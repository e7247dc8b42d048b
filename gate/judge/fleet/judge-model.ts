import type { Model } from "../../model/model";
import { ruleVerdict } from "../answer";
import { type Evaluation, startEvaluation } from "../evaluate";
import type { Policy } from "../policy";
import type { RuleVerdict } from "../verdict";
import type { Component } from "./components";
import { extract } from "./extract";
import { shapesOf } from "./shapes";

/**
 * Every rule's verdict on a model. Fleets stamp their flow logs out of one module, so components that differ in
 * nothing but names are judged once; where that one has a finding, each of them is judged, since a finding prints names.
 * `fewest`: components from which on it looks for such; for tests.
 */
export function judgeModel(
  model: Model,
  data: object,
  { module, rules }: Policy,
  fewest?: number,
): { verdicts: RuleVerdict[]; evaluation: Evaluation } {
  const shapes = shapesOf(model, fewest);
  if (shapes === undefined) {
    const evaluation = startEvaluation(module, data, model);
    return { verdicts: ask(evaluation, rules), evaluation };
  }
  const passed = new Array<number>(rules.length).fill(0);
  const rest: Component[] = [];
  let evaluation: Evaluation | undefined;
  for (const { components } of shapes) {
    const one = extract(model, components.slice(0, 1));
    if (evaluation === undefined) evaluation = startEvaluation(module, data, one);
    else evaluation.replaceInput(one);
    const verdicts = ask(evaluation, rules);
    if (verdicts.some(({ findings }) => findings.length > 0)) rest.push(...components);
    else verdicts.forEach(({ judged }, at) => (passed[at] = (passed[at] ?? 0) + judged * components.length));
  }
  const left = startEvaluation(module, data, extract(model, rest));
  const verdicts = ask(left, rules).map((verdict, at) =>
    Object.assign(verdict, { judged: verdict.judged + (passed[at] ?? 0) }),
  );
  return { verdicts, evaluation: left };
}

/** Every rule's verdict on the input of an evaluation. */
export function ask(evaluation: Evaluation, rules: readonly string[]): RuleVerdict[] {
  return rules.map((rule) => ruleVerdict(rule, evaluation.ask(rule)));
}
