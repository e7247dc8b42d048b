import type { Environment } from "../enforcement";
import type { CommandLine } from "./command-line";

/** Where Terraform looks for more words of every command, and of one. */
const EVERY = "TF_CLI_ARGS";

/**
 * The command line as Terraform reads it: words of `TF_CLI_ARGS_apply`, then of `TF_CLI_ARGS`, stand right after the
 * subcommand (https://developer.hashicorp.com/terraform/cli/config/environment-variables#tf_cli_args-and-tf_cli_args_name).
 * Throws an Error with one sentence where they cannot be told apart.
 */
export function withEnvironmentWords(command: CommandLine, environment: Environment): CommandLine {
  const { subcommand, rest } = command;
  if (subcommand === undefined) return command;
  const names = [`${EVERY}_${subcommand.replaceAll("-", "_")}`, EVERY];
  const words = names.flatMap((name) => wordsOf(name, environment[name] ?? ""));
  return words.length === 0 ? command : { ...command, rest: [...words, ...rest] };
}

/**
 * The environment without such words. They are on the command line already; left here, those of `plan` would change
 * what is planned, and those of `apply` what is applied after it was judged.
 */
export function withoutWords(environment: Environment): Environment {
  const others = Object.entries(environment).filter(
    ([name]) => name !== EVERY && !name.startsWith(`${EVERY}_`),
  );
  return Object.fromEntries(others);
}

/** A word's parts: in single quotes, in double quotes, or bare, where a backslash takes the next character as it is. */
const PART = /'([^']*)'|"((?:[^"\\`]|\\[^])*)"|((?:[^\s'"\\;&|<>()`]|\\[^])+)/y;

/** As Terraform splits them (mattn/go-shellwords, without expansion). What it would cut off or refuse is refused. */
function wordsOf(name: string, text: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < text.length;) {
    PART.lastIndex = at;
    const match = PART.exec(text);
    if (match !== null) {
      const [whole, single, double, bare = ""] = match;
      word = (word ?? "") + (single ?? (double ?? bare).replace(/\\([^])/g, "$1"));
      at += whole.length;
    } else if (/\s/.test(text.charAt(at))) {
      if (word !== undefined) words.push(word);
      word = undefined;
      at++;
    } else {
      throw new Error(
        `the environment variable ${name} cannot be read at ${JSON.stringify(text.slice(at, at + 20))}: quote what is no separate word`,
      );
    }
  }
  return word === undefined ? words : [...words, word];
}
