import type { Model } from "../model/model";
import type { Settings } from "../settings/settings";
import { ruleVerdict, settledVerdict } from "./answer";
import { startEvaluation } from "./evaluate";
import { loadPolicy, type Policy } from "./policy";
import type { Settled } from "./verdict";

export { JudgeFault } from "./fault";

/** What the policies make of a model, and which policies they were. */
export interface Judgement {
  readonly settled: Settled;
  /** sha256 of policy.wasm, hexadecimal. */
  readonly policyHash: string;
}

/**
 * Judges a model by every rule, then settles their verdicts under the settings. Throws a JudgeFault where a rule is
 * missing, answers nothing or answers something else: that is never a pass.
 */
export function judge(
  model: Model,
  settings: Settings | undefined,
  policy: Policy = loadPolicy(),
): Judgement {
  const evaluation = startEvaluation(
    policy.module,
    settings === undefined ? {} : { flowgate_settings: settings },
    model,
  );
  const verdicts = policy.rules.map((rule) => ruleVerdict(rule, evaluation.ask(rule)));
  evaluation.replaceInput({ version: 1, verdicts });
  const settled = settledVerdict(evaluation.ask("flowgate/settled"), verdicts.length);
  return { settled, policyHash: policy.hash };
}
