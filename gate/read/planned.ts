import { isObject } from "./blocks";
import type { Document, Fault } from "./document";
import { backgroundOf, type Origin } from "./pair/enrich";
import { disagreement } from "./pair/disagreement";
import type { Installed } from "./called/installed";
import { type Callable, type Modules, withModules } from "./pair/modules";
import { chooseOrigin, type Pair, strayPairs } from "./pair/pair";
import { plainBackground, readPlan } from "./plan/plan";
import { refusePlan } from "./plan/refusal";
import type { Part } from "./read-parts";
import type { Attributes, Resource, Source, SourceKind } from "./resource";
import { readState } from "./state/state";
import { hashOf } from "./text-hash";

/** A source that was read from a configuration, and how to read it again once the values of its variables are known. */
export interface Candidate extends Callable {
  again(variables: Attributes): Origin;
}

/** What plans and states come to. */
export interface Planned {
  readonly sources: Source[];
  readonly resources: Resource[];
  readonly faults: Fault[];
  /** The candidates that a plan was made from, and their modules: they are not judged a second time. */
  readonly paired: ReadonlySet<Source>;
  /** By candidate that a plan was made from: the modules that it calls and nobody gave. */
  readonly called: ReadonlyMap<Source, readonly Source[]>;
}

/** What plans may come from. */
export interface Sources {
  readonly candidates: readonly Candidate[];
  /** Modules that nobody gave, found because candidates call them. */
  readonly called: readonly Callable[];
  readonly installed: Installed;
}

/** Reads plans, each with the source that it comes from where there is one. `first`: the position of the next source. */
export function readPlans(
  plans: readonly Part[],
  { candidates, called, installed }: Sources,
  pairs: readonly Pair[],
  first: number,
): Planned {
  const paired = new Set<Source>();
  const calledBy = new Map<Source, readonly Source[]>();
  const sources: Source[] = [];
  const resources: Resource[] = [];
  const faults = [
    ...strayPairs(
      pairs,
      plans.map(({ document }) => document.path),
    ),
  ];
  for (const { document, value } of plans) {
    const plan = value as Attributes;
    const refused = refusePlan(document.path, plan);
    if (refused !== undefined) {
      faults.push(refused);
      continue;
    }
    const variables = variablesOf(plan);
    const origins = candidates.map((candidate) => ({ ...candidate.again(variables), of: candidate.source }));
    const origin = chooseOrigin(document.path, plan, origins, pairs);
    if (origin !== undefined && "fault" in origin) {
      faults.push(origin.fault);
      continue;
    }
    const whole = origin && wholeOf(plan, origin, { candidates, called, installed });
    if (whole?.differing !== undefined) {
      faults.push(changedSince(document.path, whole.origin.source.path, whole.differing));
      continue;
    }
    if (origin !== undefined && whole !== undefined) {
      for (const each of [origin.of, ...whole.modules]) paired.add(each);
      calledBy.set(
        origin.of,
        called.map(({ source }) => source).filter((each) => whole.modules.has(each)),
      );
    }
    const background = whole === undefined ? plainBackground(plan) : backgroundOf(plan, whole.origin);
    const read = readPlan(first + sources.length, plan, background);
    for (const resource of read.resources) resources.push(resource);
    sources.push({
      ...sourceOf(document, "plan"),
      ...(origin?.source.stack !== undefined && { stack: origin.source.stack }),
      providers: read.providers,
      changes: read.changes,
      ...(whole !== undefined && whole.missing.size > 0 && { notInstalled: [...whole.missing].sort() }),
    });
  }
  return { sources, resources, faults, paired, called: calledBy };
}

interface Whole {
  readonly origin: Origin;
  readonly modules: ReadonlySet<Source>;
  readonly missing: ReadonlySet<string>;
  readonly differing: string | undefined;
}

/**
 * The source of a plan with the modules that it calls. Modules that nobody gave are left out where the plan was made
 * from others: what stands on the disk then tells nothing of them.
 */
function wholeOf(plan: Attributes, origin: Origin, { candidates, called, installed }: Sources): Whole {
  const read = (callable: readonly Callable[]): Whole => {
    const modules: Modules = { callable, installed, read: new Set(), missing: new Set() };
    const whole = withModules(origin, modules);
    const differing = disagreement(plan, whole);
    return { origin: whole, modules: modules.read, missing: modules.missing, differing };
  };
  const whole = read([...candidates, ...called]);
  return whole.differing === undefined || called.length === 0 ? whole : read(candidates);
}

function changedSince(path: string, source: string, differing: string): Fault {
  return {
    path,
    message: `the plan was not made from ${source} as it is now: they differ in ${differing}`,
    fix: `make the plan again from ${source}, or give the source that it was made from`,
  };
}

/** Reads states. `first`: the position of the next source. */
export function readStates(
  states: readonly Part[],
  first: number,
): Pick<Planned, "sources" | "resources" | "faults"> {
  const sources: Source[] = [];
  const resources: Resource[] = [];
  const faults: Fault[] = [];
  for (const { document, value } of states) {
    const read = readState(first + sources.length, document.path, value as Attributes);
    if ("fault" in read) {
      faults.push(read.fault);
      continue;
    }
    for (const resource of read.resources) resources.push(resource);
    sources.push({ ...sourceOf(document, "state"), providers: read.providers });
  }
  return { sources, resources, faults };
}

function sourceOf({ path, text }: Document, kind: SourceKind): Source {
  return {
    path,
    kind,
    hash: hashOf([text]),
    providers: new Map(),
    locals: new Map(),
    outputs: new Map(),
    modules: new Map(),
    stackDependencies: [],
    changes: [],
  };
}

function variablesOf({ variables }: Attributes): Attributes {
  if (!isObject(variables)) return {};
  return Object.fromEntries(
    Object.entries(variables).map(([name, variable]) => [
      name,
      isObject(variable) ? variable.value : undefined,
    ]),
  );
}
