import type { Resource } from "../../read/resource";
import type { Named } from "../directory";
import { readLogDestination, type LogDestination } from "./log-destination";
import { readLogFormat } from "./log-format";
import type { LogGroups } from "../log-group/log-group";
import type { FlowLog, Link } from "../model";
import type { Resolver } from "../reference/resolver";
import type { RoleDirectory } from "../role/role-directory";
import type { Scopes } from "../scope/scopes";
import { placeOf, subjectOf } from "../subject";
import { readNumber, readText } from "../value";

/** A flow log, and what the rest of the graph hangs on it. Its `role.at` and `permissions` are still to come. */
export interface FlowLogDraft {
  readonly resource: Resource;
  readonly model: FlowLog;
  readonly destination: LogDestination;
  readonly role: Named;
  /** What the names of its log streams start with. */
  readonly streamPrefix: "eni-" | "";
}

const OF_INTERFACES = new Set(["vpc_id", "subnet_id", "eni_id"]);

/** Models every flow log of the input and links it to its log group and its scope. */
export function readFlowLogs(
  resolver: Resolver,
  groups: LogGroups,
  roles: RoleDirectory,
  scopes: Scopes,
): FlowLogDraft[] {
  return resolver.index.ofType("aws_flow_log").map((resource, position) => {
    const draft = readFlowLog(resolver, groups, roles, scopes, resource, position);
    groups.list[draft.model.log_group.at]?.flow_logs.push(position);
    return draft;
  });
}

function readFlowLog(
  resolver: Resolver,
  groups: LogGroups,
  roles: RoleDirectory,
  scopes: Scopes,
  resource: Resource,
  position: number,
): FlowLogDraft {
  const { attributes } = resource;
  const place = placeOf(resource);
  const type = readText(resolver, attributes.log_destination_type, place);
  const destination = readLogDestination(resolver, groups, resource, type);
  const role = roles.byArn(attributes.iam_role_arn, resource);
  const scope = scopes.place(resource, position);
  const group =
    destination.named.state === "resolved" ? groups.positions.get(destination.named.resource) : undefined;
  const model: FlowLog = subjectOf(resource, {
    destination_type: type,
    destination: readText(resolver, attributes.log_destination, place),
    log_group: linkTo(destination.named, destination.given, group),
    log_group_arn: destination.shown,
    role: linkTo(role, typeof attributes.iam_role_arn === "string" ? attributes.iam_role_arn : "", undefined),
    traffic_type: readText(resolver, attributes.traffic_type, place),
    aggregation: readNumber(resolver, attributes.max_aggregation_interval, place),
    log_format: readLogFormat(resolver, attributes.log_format, place),
    scope,
    permissions: [],
  });
  const [only, ...others] = scope.given;
  const isOfInterfaces = only !== undefined && others.length === 0 && OF_INTERFACES.has(only.argument);
  return { resource, model, destination, role, streamPrefix: isOfInterfaces ? "eni-" : "" };
}

function linkTo(named: Named, given: string, at = -1): Link {
  return { state: named.state, at, given };
}
