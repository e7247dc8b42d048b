import { readModel } from "../check";
import { readWithModules } from "../read/called/find-modules";
import type { Arguments } from "./arguments";
import { findOperands } from "./default-path";
import { renderFaults } from "./render-report";
import type { Outcome } from "./outcome";

/** `flowgate model [PATH...]`. Like a check, it refuses what holds nothing to judge: a policy would call it a pass. */
export async function runModel(args: Arguments, stdin?: Uint8Array): Promise<Outcome> {
  const { documents, faults } = findOperands(args.operands, stdin);
  if (faults.length > 0) return renderFaults(faults, args);
  const read = readModel(await readWithModules(documents), args);
  if ("faults" in read) return renderFaults(read.faults, args);
  return { stdout: `${JSON.stringify(read.model, null, 2)}\n`, exitCode: 0 };
}
