import { knownNames } from "../check";
import type { Fault } from "../read/document";
import { readSettingsFile } from "../settings/settings-file";
import type { Arguments } from "./arguments";
import { renderFaults } from "./render-report";
import type { Outcome } from "./outcome";

/** `flowgate settings`: the settings file as OPA takes it for data (`opa eval -d`). */
export function runSettings(args: Arguments): Outcome | Promise<Outcome> {
  const [extra] = args.operands;
  if (extra !== undefined) return renderFaults([unexpected(extra)], args);
  const read = readSettingsFile(args.config, knownNames());
  if ("faults" in read) return renderFaults(read.faults, args);
  const found = read.path === undefined ? "no flowgate.json: the baseline holds" : `settings: ${read.path}`;
  return {
    stdout: `${JSON.stringify({ flowgate_settings: read.settings }, null, 2)}\n`,
    stderr: `${found}\n`,
    exitCode: 0,
  };
}

function unexpected(word: string): Fault {
  return { message: `"${word}" is one word too many`, fix: "write `flowgate settings -c FILE`" };
}
