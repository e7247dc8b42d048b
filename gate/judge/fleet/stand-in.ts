import type { Group } from "../../model/fleet/groups";
import type { Model, Ref } from "../../model/model";
import { type Evaluation, startEvaluation } from "../evaluate";
import type { Policy } from "../policy";
import { type Component, componentsOf, itemsOf } from "./components";
import { extract } from "./extract";
import { ask } from "./judge-model";

/**
 * How many subjects each rule judges of groups that may stand for others, in the order of `policy.rules`. Undefined
 * for a group of which there is a finding, or which the model ties to anything else: it stands for itself alone.
 */
export function judgedOf(
  model: Model,
  data: object,
  { module, rules }: Policy,
  groups: readonly Group[],
): (readonly number[] | undefined)[] {
  const components = componentsOf(model);
  if (components === undefined || hasUnplaced(model)) return groups.map(() => undefined);
  let evaluation: Evaluation | undefined;
  return ownComponents(model, components, groups).map((own) => {
    if (own === undefined) return undefined;
    const part = extract(model, own);
    if (evaluation === undefined) evaluation = startEvaluation(module, data, part);
    else evaluation.replaceInput(part);
    const verdicts = ask(evaluation, rules);
    return verdicts.some(({ findings }) => findings.length > 0)
      ? undefined
      : verdicts.map(({ judged }) => judged);
  });
}

/** What cannot be placed may be anybody's. */
function hasUnplaced({ sources }: Model): boolean {
  return sources.some((source) =>
    Object.entries(source).some(
      ([name, list]) => name.startsWith("unplaced_") && (list as unknown[]).length > 0,
    ),
  );
}

/** The components that are of each group; undefined where one of them is of others, too. */
function ownComponents(
  model: Model,
  components: readonly Component[],
  groups: readonly Group[],
): (readonly Component[] | undefined)[] {
  const owners = new Map<string, number>();
  groups.forEach((group, at) => {
    for (const { source, address } of group) owners.set(`${source} ${address}`, at);
  });
  const own: (Component[] | undefined)[] = groups.map(() => []);
  for (const component of components) {
    const found = new Set<number>();
    for (const kind in component)
      for (const position of component[kind] ?? []) {
        const { source, address } = itemsOf(model, kind)[position] as Partial<Ref>;
        if (address !== undefined) found.add(owners.get(`${source} ${address}`) ?? -1);
      }
    const [only = -1, ...others] = found;
    if (others.length > 0) for (const at of found) own[at] = undefined;
    else own[only]?.push(component);
  }
  return own;
}
