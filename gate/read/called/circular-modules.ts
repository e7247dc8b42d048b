import { cutList } from "../../cut-list";
import { circlesIn } from "../circles";
import type { Fault } from "../document";
import type { Part } from "../read-parts";
import { callsIn, folderOf, lineOf, localFolder, type ModuleCall } from "./calls";

/**
 * Modules that call each other without end, or themselves, each circle once. `terraform init` installs them one inside
 * the other until a path is longer than the disk allows.
 */
export function circularModules(modules: Iterable<readonly Part[]>): readonly Fault[] {
  const calls = new Map<string, Map<string, ModuleCall>>();
  for (const parts of modules) {
    const [first] = parts;
    if (first === undefined) continue;
    const folder = folderOf(first.document.path);
    const called = new Map<string, ModuleCall>();
    for (const call of callsIn(parts)) {
      const to = localFolder(folder, call.source);
      if (to !== undefined && !called.has(to)) called.set(to, call);
    }
    calls.set(folder, called);
  }
  return circlesIn(calls.keys(), (folder) => calls.get(folder)?.keys() ?? []).map((folders) => {
    const steps = folders.flatMap((folder, at) => {
      const to = folders[(at + 1) % folders.length] ?? "";
      const call = calls.get(folder)?.get(to);
      return call === undefined ? [] : [{ to, call, line: lineOf(call) }];
    });
    return circle(steps);
  });
}

interface Step {
  readonly to: string;
  readonly call: ModuleCall;
  readonly line: number | undefined;
}

/** Steps of a circle that a sentence can hold. */
const MOST_SHOWN = 8;

function circle(steps: readonly Step[]): Fault {
  const [first] = steps;
  const shown = steps.map(({ to, call: { name, document }, line }) => {
    const place = line === undefined ? document.path : `${document.path}:${line}`;
    return `module.${name} (${place}) calls ${to}`;
  });
  const chain = cutList(shown, MOST_SHOWN).join(", ");
  const what = steps.length === 1 ? "a module calls itself" : "modules call each other in a circle";
  return {
    ...(first !== undefined && { path: first.call.document.path }),
    ...(first?.line !== undefined && { line: first.line }),
    message: `${what}, which Terraform cannot install: ${chain}`,
    fix: `take ${steps.length === 1 ? "the call" : "one of the calls"} out`,
  };
}
