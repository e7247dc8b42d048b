import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

export const ROOT = join(__dirname, "..", "..");

/** The files that a user copies, by their path below examples/pipelines. */
export const RECIPES: readonly string[] = readdirSync(join(ROOT, "examples", "pipelines"), {
  recursive: true,
  withFileTypes: true,
})
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name).slice(join(ROOT, "examples", "pipelines").length + 1))
  .sort();

export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

/** A step of a workflow or of a composite action. */
export interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Input {
  readonly description: string;
  readonly default: string;
}

/** action.yml. */
export interface Action {
  readonly inputs: Readonly<Record<string, Input>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export function readAction(): Action {
  return parse(textOf("action.yml")) as Action;
}

/** A recipe that is YAML. */
export function readRecipe(recipe: string): unknown {
  return parse(textOf(`examples/pipelines/${recipe}`));
}

/** What a job of GitLab runs, and what it leaves. */
export interface Job {
  readonly script: readonly string[];
  readonly artifacts: {
    readonly paths: readonly string[];
    readonly reports: { readonly codequality: string; readonly junit: string };
  };
}

export function jobOf(recipe: string, name: string): Job {
  const job = (readRecipe(recipe) as Record<string, Job>)[name];
  if (job === undefined) throw new Error(`${recipe} has no job ${name}`);
  return job;
}

/** What a step of Azure Pipelines runs, by its display name. */
export function bashOf(recipe: string, name: string): string {
  const { steps } = readRecipe(recipe) as { steps: readonly { bash?: string; displayName?: string }[] };
  const bash = steps.find(({ displayName }) => displayName === name)?.bash;
  if (bash === undefined) throw new Error(`${recipe} has no step ${name} that runs something`);
  return bash;
}

/** The steps of the one job of a workflow for GitHub Actions. */
export function workflowSteps(recipe: string): readonly Step[] {
  const { jobs } = readRecipe(recipe) as { jobs: Record<string, { steps: readonly Step[] }> };
  const [job, ...others] = Object.values(jobs);
  if (job === undefined || others.length > 0) throw new Error(`${recipe} has not one job`);
  return job.steps;
}

/** What a step of a workflow runs, by the step's name. */
export function runOf(recipe: string, name: string): string {
  const run = workflowSteps(recipe).find((step) => step.name === name)?.run;
  if (run === undefined) throw new Error(`${recipe} has no step ${name} that runs something`);
  return run;
}
