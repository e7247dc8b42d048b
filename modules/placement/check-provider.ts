import { shown, type Problems } from "../refusal/problems";
import { aliasOf, isAwsProvider } from "./own";

/**
 * A provider of AWS, or none.
 *
 * @returns its alias; "" for the default one
 */
export function checkProvider(provider: unknown, problems: Problems): string {
  if (provider === undefined) return "";
  if (isAwsProvider(provider)) return aliasOf(provider);
  problems.add("provider", `is ${shown(provider)}; give an AwsProvider`);
  return "";
}
