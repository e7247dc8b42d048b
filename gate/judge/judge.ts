import type { Model } from "../model/model";
import type { Place } from "../settings/read-settings";
import type { Settings, Waiver } from "../settings/settings";
import { settledVerdict } from "./answer";
import { judgeModel } from "./fleet/judge-model";
import { loadPolicy, type Policy } from "./policy";
import type { KnownFinding, Settled, Unsettled } from "./verdict";

export { JudgeFault } from "./fault";

/** What the policies make of a model, and which policies they were. */
export interface Judgement {
  readonly settled: Settled;
  /** sha256 of policy.wasm, hexadecimal. */
  readonly policyHash: string;
}

/** What verdicts are settled by beside the settings. */
export interface JudgeOptions {
  /** Where the waivers of the settings stand. */
  readonly places?: readonly Place[];
  /** What an earlier report found. */
  readonly known?: readonly KnownFinding[];
  /** How many subjects each rule judged beside those of the model, and found nothing; in the order of the policy's rules. Default: none. */
  readonly more?: readonly number[];
}

/**
 * Judges a model by every rule, then settles their verdicts under the settings and the waivers. Throws a JudgeFault where a rule is missing, answers nothing or answers something else:
 * that is never a pass.
 */
export function judge(
  model: Model,
  settings: Settings | undefined,
  policy: Policy = loadPolicy(),
  { places = [], known = [], more = [] }: JudgeOptions = {},
): Judgement {
  const { verdicts: found, evaluation } = judgeModel(model, dataOf(settings), policy);
  const verdicts = found.map((verdict, at) =>
    Object.assign(verdict, { judged: verdict.judged + (more[at] ?? 0) }),
  );
  const unsettled: Unsettled = {
    version: 1,
    today: model.today,
    sources: model.sources.map(({ path }) => ({ path })),
    waivers: [...model.waivers, ...placed(settings?.waivers ?? [], places)],
    verdicts,
    known,
  };
  evaluation.replaceInput(unsettled);
  const settled = settledVerdict(evaluation.ask("flowgate/settled"), verdicts.length);
  return { settled, policyHash: policy.hash };
}

/** What the policies know beside their input. */
export function dataOf(settings: Settings | undefined): object {
  return settings === undefined ? {} : { flowgate_settings: settings };
}

function placed(waivers: readonly Waiver[], places: readonly Place[]): Unsettled["waivers"] {
  return waivers.map((waiver, at) => {
    const location = places[at];
    return location === undefined ? waiver : { ...waiver, location };
  });
}
