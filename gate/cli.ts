#!/usr/bin/env node
import { existsSync } from "node:fs";
import { buffer } from "node:stream/consumers";

import { formatAsked, readArguments, type Arguments } from "./cli/arguments";
import { HELP } from "./cli/help";
import type { Faults, Outcome } from "./cli/outcome";

/** Verbs are loaded when asked for, so that --help starts as fast as Node does. */
async function run(args: Arguments): Promise<Outcome> {
  const { verb, operands, ask } = args;
  if (ask === "help") return { stdout: HELP[verb], exitCode: 0 };
  if (ask === "version") return { stdout: `${(await import("./package.js")).version()}\n`, exitCode: 0 };
  if (verb === "rules") return (await import("./cli/rule-commands.js")).runRules(args);
  if (verb === "explain") return (await import("./cli/rule-commands.js")).runExplain(args);
  if (verb === "settings") return (await import("./cli/settings-command.js")).runSettings(args);
  if (verb === "init") return (await import("./cli/init-command.js")).runInit(args);
  const stdin = operands.includes("-") ? await buffer(process.stdin) : undefined;
  if (verb === "model") return (await import("./cli/model-command.js")).runModel(args, stdin);
  return (await import("./cli/check-command.js")).runCheck(args, stdin);
}

async function refuse(faults: Faults, words: readonly string[]): Promise<Outcome> {
  const { renderFaults } = await import("./cli/render-report.js");
  return renderFaults(faults, { format: formatAsked(words), reports: [], color: true, quiet: false });
}

async function main(words: readonly string[]): Promise<Outcome> {
  try {
    // Its options are no other verb's.
    if (words[0] === "cost") return await (await import("./cli/cost-command.js")).runCost(words.slice(1));
    const read = readArguments(words, existsSync);
    return "faults" in read ? await refuse(read.faults, words) : await run(read.arguments);
  } catch (error) {
    const message = `flowgate failed inside: ${error instanceof Error ? error.message : String(error)}`;
    return refuse([{ message, fix: "report this, with the input if you may share it" }], words);
  }
}

function print({ stdout, stderr, exitCode }: Outcome): void {
  process.exitCode = exitCode;
  // `flowgate | head` closes the pipe early: the verdict still is the exit code.
  process.stderr.on("error", () => process.exit(exitCode));
  process.stdout.on("error", ({ code = "" }: NodeJS.ErrnoException) => {
    if (code === "EPIPE") process.exit(exitCode);
    process.stderr.write(`error: the output cannot be written (${code})\n   = help: make room for it\n`);
    process.exit(2);
  });
  if (stderr !== undefined) process.stderr.write(stderr);
  if (stdout !== undefined) process.stdout.write(stdout);
}

void main(process.argv.slice(2)).then(print);
