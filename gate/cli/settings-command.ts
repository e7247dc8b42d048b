import { knownNames } from "../check";
import { readSettingsFile } from "../settings/settings-file";
import type { Arguments } from "./arguments";
import { renderFaults } from "./render-report";
import { unexpectedWord, type Outcome } from "./outcome";

/** `flowgate settings`: the settings file as OPA takes it for data (`opa eval -d`). */
export function runSettings(args: Arguments): Outcome | Promise<Outcome> {
  const [extra] = args.operands;
  if (extra !== undefined)
    return renderFaults([unexpectedWord(extra, "write `flowgate settings -c FILE`")], args);
  const read = readSettingsFile(args.config, knownNames());
  if ("faults" in read) return renderFaults(read.faults, args);
  const found = read.path === undefined ? "no flowgate.json: the baseline holds" : `settings: ${read.path}`;
  return {
    stdout: `${JSON.stringify({ flowgate_settings: read.settings }, null, 2)}\n`,
    stderr: `${found}\n`,
    exitCode: 0,
  };
}
