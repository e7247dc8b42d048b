import type { Placement } from "../placement/placement";
import { DeliveryRole, type ExistingRole } from "./delivery-role";
import { LogGroup, type ExistingLogGroup, type NewLogGroup } from "./log-group";

/** Records go to CloudWatch Logs. */
export interface CloudWatchDestination {
  /**
   * Options for a new log group, an existing one, or the one of another FlowLogs (`logGroup: other.logGroup`).
   * @default a new one, with the defaults of `NewLogGroup`
   */
  readonly logGroup?: NewLogGroup | ExistingLogGroup | LogGroup;
  /**
   * An existing role, or the one of another FlowLogs (`role: other.role`), whose policy then grants this log group too.
   * @default a new one, which may deliver to this log group and do nothing else
   */
  readonly role?: ExistingRole | DeliveryRole;
}

/** Where records go. */
export type Destination = CloudWatchDestination;

/** The log group of the props. Only for props that were checked. */
export function logGroupOf(placement: Placement, { logGroup = {} }: Destination): LogGroup {
  return logGroup instanceof LogGroup ? logGroup : LogGroup.from(placement, logGroup);
}

/** The role of the props. Only for props that were checked. */
export function roleOf(placement: Placement, { role }: Destination): DeliveryRole {
  if (role === undefined) return DeliveryRole.make(placement);
  return role instanceof DeliveryRole ? role : DeliveryRole.given(placement, role);
}
