import { readFileSync } from "node:fs";
import { join } from "node:path";

import { packageRoot, version } from "../package";
import { SETTINGS_FILE } from "../settings/find-settings";
import { FIRST_TEST } from "./first-test";
import type { Project } from "./project";

/** Hosts whose recipe `init` can write. */
export const CI_HOSTS = ["github", "gitlab", "azure", "none"] as const;
export type CiHost = (typeof CI_HOSTS)[number];

/** A file that a project starts with. */
export interface StarterFile {
  /** From the project's folder, with "/". */
  readonly path: string;
  readonly text: string;
}

/** The files that a project starts with: settings, a recipe for its pipeline, a first test. */
export function starterFiles(project: Project, ci: CiHost): StarterFile[] {
  return [
    { path: SETTINGS_FILE, text: settingsText(project) },
    ...(ci === "none" || !project.isRoot ? [] : [{ path: PIPELINES[ci], text: recipeText(project, ci) }]),
    ...(canTest(project) ? [{ path: "__tests__/flow-logs.test.ts", text: FIRST_TEST }] : []),
  ];
}

/** The first test makes a VPC: without the provider's package it would not compile. flowgate itself is named as the next step. */
function canTest({ hasJest, missing }: Project): boolean {
  return hasJest && missing.every((name) => name === "flowgate");
}

function settingsText({ isPackage }: Project): string {
  const schema = "schemas/settings.schema.json";
  const $schema = isPackage
    ? `./node_modules/flowgate/${schema}`
    : `https://unpkg.com/flowgate@${version()}/${schema}`;
  return `${JSON.stringify({ $schema, strict: true }, null, 2)}\n`;
}

/** Where each host looks for its pipeline. */
export const PIPELINES: Readonly<Record<Exclude<CiHost, "none">, string>> = {
  github: ".github/workflows/flowgate.yml",
  gitlab: ".gitlab-ci.yml",
  azure: "azure-pipelines.yml",
};

const RECIPES: Readonly<Record<Exclude<CiHost, "none">, string>> = {
  github: "github-actions",
  gitlab: "gitlab-ci",
  azure: "azure-pipelines",
};

/** The recipe that fits, in the package. */
export function recipeName(kind: Project["kind"], ci: Exclude<CiHost, "none">): string {
  return `examples/pipelines/${RECIPES[ci]}${kind === "cdktf" ? "-cdktf" : ""}.yml`;
}

/** Recipes of a plan say `infra` where the .tf files are. */
function recipeText({ kind, source }: Project, ci: Exclude<CiHost, "none">): string {
  const text = readFileSync(join(packageRoot(), recipeName(kind, ci)), "utf8");
  return text.replace(/(-chdir=|plan\.json |the folder )infra\b/g, `$1${source}`);
}
