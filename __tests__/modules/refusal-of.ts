import type { TerraformStack } from "cdktf";
import { InvalidPropsError } from "../../modules";
import { unsynthesized } from "./synthesize";

/** What a construct says to props that no type has checked, without its path; a line a problem. */
export function refusalOf(build: (stack: TerraformStack) => void): string {
  try {
    build(unsynthesized());
  } catch (error) {
    if (!(error instanceof InvalidPropsError)) throw error;
    return error.problems.map(({ prop, message }) => `${prop} ${message}`).join("\n");
  }
  throw new Error("the props were accepted");
}
