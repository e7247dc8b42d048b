import { FlowLogs, InvalidPropsError, type FlowLogsProps } from "../../modules";
import { unsynthesized } from "./synthesize";

/** What the construct says to props that no type has checked, as a caller from JavaScript may pass them. */
export function refusal(props: unknown, stack = unsynthesized()): InvalidPropsError {
  try {
    new FlowLogs(stack, "flow-logs", props as FlowLogsProps);
  } catch (error) {
    if (error instanceof InvalidPropsError) return error;
    throw error;
  }
  throw new Error("the props were accepted");
}
