import { judgedOf } from "./judge/fleet/stand-in";
import type { Policy } from "./judge/policy";
import { type Fleet, fleetsOf, withoutOthers } from "./model/fleet/fleet";
import type { Model } from "./model/model";
import type { Configuration } from "./read/resource";

/** A model in which the first one of each fleet stands for the others. */
export interface FleetModel {
  readonly model: Model;
  /** Of none of them is there any finding. */
  readonly fleets: readonly Fleet[];
  /** How many subjects each rule judges beside those of the model, in the order of `Policy.rules`. */
  readonly more: readonly number[];
}

/** Groups beside the first ones from which on fleets are looked for: fewer are modelled sooner than compared. */
export const FEWEST = 200;

/**
 * Models the input; of groups of resources that differ in names alone, only the first. One of which there is a finding
 * stands for none: findings print names. `fewest`: as in `fleetsOf`.
 */
export function modelFleets(
  configuration: Configuration,
  build: (configuration: Configuration) => Model,
  { policy, data, fewest = FEWEST }: { policy: Policy; data: object; fewest?: number | undefined },
): FleetModel {
  let fleets: readonly Fleet[] = fleetsOf(configuration, fewest);
  while (fleets.length > 0) {
    const model = build(withoutOthers(configuration, fleets));
    const judged = judgedOf(
      model,
      data,
      policy,
      fleets.map(({ first }) => first),
    );
    const sound = fleets.filter((_, at) => judged[at] !== undefined);
    if (sound.length === fleets.length) {
      const more = policy.rules.map((_, rule) =>
        fleets.reduce((sum, { others }, at) => sum + (judged[at]?.[rule] ?? 0) * others.length, 0),
      );
      return { model, fleets, more };
    }
    fleets = sound;
  }
  return { model: build(configuration), fleets, more: policy.rules.map(() => 0) };
}
