import { spawn } from "node:child_process";

import type { Environment } from "../enforcement";

/** Terraform itself: what `FLOWGATE_TERRAFORM` names, else `terraform` on the path. */
export function terraformName(environment: Environment): string {
  return environment.FLOWGATE_TERRAFORM || "terraform";
}

/** How a run of Terraform ended. */
export interface Ended {
  /** 128 and the signal's number, as a shell says it, where a signal ended it. */
  readonly exitCode: number;
  /** Empty unless asked for. */
  readonly stdout: string;
}

/** How Terraform is run. */
export interface Running {
  /** Keeps its standard output instead of showing it. Default false. */
  readonly captured?: boolean;
  /** Default: the caller's own. */
  readonly environment?: Environment;
}

/** Runs Terraform with the caller's own standard streams. Rejects where it cannot be started. */
export function runTerraform(
  program: string,
  words: readonly string[],
  { captured = false, environment = process.env }: Running = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      stdio: ["inherit", captured ? "pipe" : "inherit", "inherit"],
      env: { ...environment },
    });
    const parts: Buffer[] = [];
    child.stdout?.on("data", (part: Buffer) => parts.push(part));
    const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
    // The terminal's own interrupt reaches Terraform too, and it must not lose its state to our end.
    const ignore = (): void => undefined;
    process.on("SIGTERM", forward);
    process.on("SIGHUP", forward);
    process.on("SIGINT", ignore);
    child.on("error", (error) => {
      reject(new Error(`${program} cannot be started (${error.message})`));
    });
    child.on("close", (code, signal) => {
      process.off("SIGTERM", forward);
      process.off("SIGHUP", forward);
      process.off("SIGINT", ignore);
      resolve({
        exitCode: code ?? 128 + (SIGNALS.get(signal ?? "") ?? 1),
        stdout: Buffer.concat(parts).toString("utf8"),
      });
    });
  });
}

const SIGNALS: ReadonlyMap<string, number> = new Map([
  ["SIGHUP", 1],
  ["SIGINT", 2],
  ["SIGKILL", 9],
  ["SIGTERM", 15],
]);
