/** A Terraform command line, as far as the gate must understand it. */
export interface CommandLine {
  /** Options before the subcommand: `-chdir=DIR`. */
  readonly globals: readonly string[];
  /** `apply`, `destroy`, ...; undefined when there is none. */
  readonly subcommand?: string;
  /** What follows the subcommand. */
  readonly rest: readonly string[];
}

/** Splits a command line at its subcommand: Terraform's global options all start with a dash and hold their value. */
export function splitCommandLine(words: readonly string[]): CommandLine {
  const at = words.findIndex((word) => !word.startsWith("-"));
  if (at < 0) return { globals: words, rest: [] };
  const subcommand = words[at];
  return {
    globals: words.slice(0, at),
    ...(subcommand !== undefined && { subcommand }),
    rest: words.slice(at + 1),
  };
}

/** The folder that Terraform works in, from `-chdir`; "." without. */
export function workingFolder({ globals }: CommandLine): string {
  const option = globals.findLast((word) => /^--?chdir=/.test(word));
  return option === undefined ? "." : option.slice(option.indexOf("=") + 1);
}

/** An `apply`, taken apart into what planning takes and what applying a saved plan takes. */
export interface ApplyCommand {
  /** The saved plan that it was given. */
  readonly planFile?: string;
  readonly isApproved: boolean;
  /** `-destroy`: an apply that destroys, or help. */
  readonly isUngated?: "destroy" | "help";
  readonly planOptions: readonly string[];
  readonly applyOptions: readonly string[];
}

/** Options that may have their value in the next word: `-var x=y`. https://developer.hashicorp.com/terraform/cli/commands/apply */
const WITH_VALUE = new Set([
  "backup",
  "exclude",
  "exclude-file",
  "invoke",
  "lock-timeout",
  "parallelism",
  "replace",
  "state",
  "state-out",
  "target",
  "target-file",
  "var",
  "var-file",
]);

/** Options of planning alone, which `terraform apply PLANFILE` refuses. */
const OF_PLANNING = new Set([
  "destroy",
  "exclude",
  "exclude-file",
  "invoke",
  "refresh",
  "refresh-only",
  "replace",
  "target",
  "target-file",
  "var",
  "var-file",
]);

/** Options of applying alone, which `terraform plan` refuses. */
const OF_APPLYING = new Set(["auto-approve", "backup", "state-out"]);

/**
 * Takes the words after `apply` apart, as Go's flag package reads them: one dash or two, `-a=b` or `-a b`, the last of
 * several wins, and options end at the first word that is none.
 */
export function readApply(words: readonly string[]): ApplyCommand {
  const planOptions: string[] = [];
  const applyOptions: string[] = [];
  let [isApproved, isDestroy, isHelp] = [false, false, false];
  let at = 0;
  for (; at < words.length; at++) {
    const word = words[at] ?? "";
    const [, name, value] = /^--?([a-z][a-z-]*)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === undefined) break;
    const isSplit = value === undefined && WITH_VALUE.has(name);
    const option = isSplit ? [word, words[++at] ?? ""] : [word];
    if (name === "help" || name === "h") isHelp = true;
    if (name === "destroy") isDestroy = isTrue(value);
    if (name === "auto-approve") isApproved = isTrue(value);
    if (!OF_APPLYING.has(name)) planOptions.push(...option);
    if (!OF_PLANNING.has(name) && name !== "auto-approve") applyOptions.push(...option);
  }
  const planFile = words[words[at] === "--" ? at + 1 : at];
  return {
    ...(planFile !== undefined && { planFile }),
    isApproved,
    ...(isHelp ? { isUngated: "help" } : isDestroy && { isUngated: "destroy" }),
    planOptions,
    applyOptions,
  };
}

/** As Go's strconv.ParseBool. */
function isTrue(value: string | undefined): boolean {
  return value === undefined || /^(1|t|true)$/i.test(value);
}
