import type { Configuration, Resource } from "../../read/resource";
import { type Group, groupsOf } from "./groups";
import { First } from "./first";
import { eachWord } from "./words";

/** Groups of resources that differ in names alone, by which nothing else in the input calls anything. */
export interface Fleet {
  /** The one that is modelled. */
  readonly first: Group;
  /** The others: each has at the same position what is made like it. */
  readonly others: readonly Group[];
}

/** More kinds than that are no fleet: looking for the right one then costs more than modelling each. */
const MOST_KINDS = 16;

/** The fleets of the input. Together they have at least `fewest` groups beside the first ones; else there are none. */
export function fleetsOf(configuration: Configuration, fewest: number): Fleet[] {
  if (configuration.resources.length <= fewest) return [];
  if (configuration.resources.some(({ waivers }) => waivers !== undefined)) return [];
  const groups = groupsOf(configuration);
  if (groups === undefined || groups.length <= fewest) return [];
  const kinds = sortByKind(groups, fewest);
  loseEntangled(configuration, kinds);
  const fleets = kinds
    .filter(({ isOut, others }) => !isOut && others.some((other) => !other.isOut))
    .map(({ first, others }) => ({
      first: first.group,
      others: others.filter(({ isOut }) => !isOut).map(({ group }) => group),
    }));
  return fleets.reduce((count, { others }) => count + others.length, 0) < fewest ? [] : fleets;
}

/** What is modelled of the input where the firsts of fleets stand for the others. */
export function withoutOthers(
  { sources, resources }: Configuration,
  fleets: readonly Fleet[],
): Configuration {
  const left = new Set<Resource>(fleets.flatMap(({ others }) => others.flat()));
  return { sources, resources: resources.filter((resource) => !left.has(resource)) };
}

interface Other {
  readonly group: Group;
  /** Its own words. */
  readonly words: readonly string[];
  isOut: boolean;
}

interface Kind {
  readonly first: First;
  readonly others: Other[];
  isOut: boolean;
}

function sortByKind(groups: readonly Group[], fewest: number): Kind[] {
  const kinds: Kind[] = [];
  let misfits = 0;
  for (const group of groups) {
    if (isFiled(group, kinds)) continue;
    if (kinds.length < MOST_KINDS) kinds.push({ first: new First(group), others: [], isOut: false });
    // Most have to be of a few kinds, or it is not worth the while to go on.
    else if (++misfits > Math.max(fewest, groups.length / 16)) return [];
  }
  return kinds.filter(({ others }) => others.length > 0);
}

/** Files a group with what it is like. */
function isFiled(group: Group, kinds: readonly Kind[]): boolean {
  for (const { first, others } of kinds) {
    const words = first.take(group);
    if (words === undefined) continue;
    others.push({ group, words, isOut: false });
    return true;
  }
  return false;
}

/** Takes out whatever has a word for its own that stands anywhere else in the input. Case makes no difference. */
function loseEntangled({ sources, resources }: Configuration, kinds: readonly Kind[]): void {
  const owners = new Map<string, Kind | Other>();
  const own = (words: Iterable<string>, owner: Kind | Other): void => {
    for (const word of words) {
      const folded = word.toLowerCase();
      const rival = owners.get(folded);
      if (rival === undefined) owners.set(folded, owner);
      else rival.isOut = owner.isOut = true;
    }
  };
  const owned = new Set<Resource>();
  for (const kind of kinds) {
    own(kind.first.ownWords, kind);
    for (const resource of kind.first.group) owned.add(resource);
    for (const other of kind.others) {
      own(other.words, other);
      for (const resource of other.group) owned.add(resource);
    }
  }
  const lose = (word: string): void => {
    const owner = owners.get(word.toLowerCase());
    if (owner !== undefined) owner.isOut = true;
  };
  for (const { first } of kinds) first.sharedWords.forEach(lose);
  // What a plan does to the members themselves is no mention of them.
  for (const source of sources) eachWord({ ...source, changes: [] }, lose);
  for (const resource of resources)
    if (!owned.has(resource)) {
      const { type, name, provider, dependsOn, attributes } = resource;
      eachWord([type, name, provider, dependsOn], lose);
      for (const argument in attributes)
        if (argument !== "//") eachWord([argument, attributes[argument]], lose);
    }
}
