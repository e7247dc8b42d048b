import type { Problems } from "../refusal/problems";
import { homeOf } from "./home";

/** The provider's alias as a sentence names it. */
function named(alias: string): string {
  return alias === "" ? "the default provider" : `provider aws.${alias}`;
}

/** A log group can be asked and watched in its own region alone, which is its provider's. */
export function checkHome(handle: object, alias: string, problems: Problems): void {
  const its = homeOf(handle).alias;
  if (its === alias) return;
  problems.add("provider", `is ${named(alias)}, and the log group is of ${named(its)}; give that one`);
}
