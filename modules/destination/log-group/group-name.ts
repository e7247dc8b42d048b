import { after } from "../../placement/after";
import type { LogGroup } from "./log-group";

/** The name of a log group, also of one that was given by its ARN; a reference, where a FlowLogs made it. */
export function groupName({ arn, name, resource }: LogGroup): string {
  return resource?.name ?? name ?? after(arn, ":log-group:");
}
