import { existsSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

import { readProject, type Project } from "../init/project";
import { PIPELINES, recipeName, starterFiles, type CiHost, type StarterFile } from "../init/starter-files";
import { writeFiles } from "../init/write-files";
import { packageRoot } from "../package";
import type { Arguments } from "./arguments";
import { unexpectedWord, type Outcome } from "./outcome";
import { renderFaults } from "./render-report";

/** `flowgate init`: shows what a project starts with, and writes what is not there yet. */
export function runInit(args: Arguments): Outcome | Promise<Outcome> {
  const { operands, ci = "github", isDryRun = false } = args;
  const [extra] = operands;
  if (extra !== undefined)
    return renderFaults([unexpectedWord(extra, "run `flowgate init` at the root of the project")], args);
  const project = readProject(".");
  if ("fault" in project) return renderFaults([project.fault], args);
  const files = starterFiles(project, ci);
  const missing = files.filter(({ path }) => !existsSync(path));
  const fault = isDryRun ? undefined : writeFiles(".", missing);
  if (fault !== undefined) return renderFaults([fault], args);
  const shown = files.map((file) => (missing.includes(file) ? written(file) : left(file)));
  return {
    stdout: `${[...shown, answer(files, missing, isDryRun), nextSteps(project, ci)].join("\n\n")}\n`,
    exitCode: 0,
  };
}

/** Lines of a file that are shown. */
const SHOWN = 12;

function written({ path, text }: StarterFile): string {
  return [path, ...excerpt(text)].join("\n");
}

/** A pipeline that other jobs share needs the job that it has not. */
function left({ path, text }: StarterFile): string {
  const head = `${path}  is there already, and stays as it is`;
  const isShared = path === PIPELINES.gitlab || path === PIPELINES.azure;
  if (!isShared || readFileSync(path, "utf8").includes("flowgate")) return head;
  return [`${head}; what it needs is`, ...text.trimEnd().split("\n").map(indented)].join("\n");
}

function excerpt(text: string): string[] {
  const lines = text.trimEnd().split("\n");
  const rest = lines.length - SHOWN;
  return rest <= 1
    ? lines.map(indented)
    : [...lines.slice(0, SHOWN).map(indented), `  ... ${rest} more lines`];
}

function indented(line: string): string {
  return line === "" ? "" : `  ${line}`;
}

function answer(files: readonly StarterFile[], missing: readonly StarterFile[], isDryRun: boolean): string {
  const count = (of: readonly StarterFile[]): string => `${of.length} file${of.length === 1 ? "" : "s"}`;
  const stays = files.length - missing.length;
  const rest = stays === 0 ? "" : `, ${stays} left as ${stays === 1 ? "it was" : "they were"}`;
  return isDryRun ? `would write ${count(missing)}${rest}` : `wrote ${count(missing)}${rest}`;
}

function nextSteps({ kind, hasJest, isPackage, missing, source, isRoot }: Project, ci: CiHost): string {
  const wanted = missing.filter((name) => name === "flowgate" || hasJest);
  const recipe = isRoot || ci === "none" ? [] : [copyStep(kind, ci)];
  const steps = [
    ...(isPackage && wanted.length > 0 ? [`npm install --save-dev ${wanted.join(" ")}`] : []),
    ...(hasJest && missing.some((name) => name !== "flowgate")
      ? ["npx flowgate init, for the first test"]
      : []),
    ...recipe,
    ...(kind === "cdktf" ? ["npx cdktf synth", "npx flowgate"] : [`npx flowgate check ${source}`]),
  ];
  return ["next:", ...steps.map((step) => `  ${step}`)].join("\n");
}

/** A host looks for its pipeline at the root of the repository alone. */
function copyStep(kind: Project["kind"], ci: Exclude<CiHost, "none">): string {
  const recipe = join(packageRoot(), recipeName(kind, ci));
  const near = relative(process.cwd(), recipe);
  const path = (near.startsWith("..") ? recipe : near).replaceAll(sep, "/");
  return `copy ${path} to ${PIPELINES[ci]} at the root of the repository, and name this folder in its commands`;
}
