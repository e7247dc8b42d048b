import type { Fault } from "../read/document";

/** `enforce`: what fails is not deployed. `warn`: it is told, and deployed. */
export type Enforcement = "enforce" | "warn";

/** Environment variables, as `process.env` holds them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment variable `FLOWGATE`: `warn` is the logged way out, for `cdktf destroy` of what does not pass.
 * Any other value is a fault, so that a misspelt one does not change what is enforced.
 */
export function enforcementOf(environment: Environment): { enforcement: Enforcement } | { fault: Fault } {
  const { FLOWGATE: given = "" } = environment;
  if (given === "") return { enforcement: "enforce" };
  if (given === "warn") return { enforcement: "warn" };
  return {
    fault: {
      message: `the environment variable FLOWGATE cannot be "${given}"`,
      fix: "write FLOWGATE=warn to go on in spite of findings, or leave it out",
    },
  };
}

/** What is logged where findings are let through. */
export const NOT_ENFORCED = "flowgate: FLOWGATE=warn is set, so this goes on in spite of what stands above";
