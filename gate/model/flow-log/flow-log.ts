import type { Resource } from "../../read/resource";
import type { Buckets } from "../bucket/buckets";
import type { DeliveryStreams } from "../delivery-stream/delivery-streams";
import type { Named } from "../directory";
import type { LogGroups } from "../log-group/log-group";
import type { FlowLog, Link } from "../model";
import type { Resolver } from "../reference/resolver";
import type { RoleDirectory } from "../role/role-directory";
import type { Scopes } from "../scope/scopes";
import { placeOf, subjectOf } from "../subject";
import { readNumber, readText } from "../value";
import { readCrossAccountRole } from "./cross-account-role";
import { readDestination } from "./destination";
import { readDestinationOptions } from "./destination-options";
import type { LogDestination } from "./log-destination";
import { readLogFormat } from "./log-format";
import { readTagFields } from "./tag-fields";

/** A flow log, and what the rest of the graph hangs on it. Links to roles, and `permissions`, are still to come. */
export interface FlowLogDraft {
  readonly resource: Resource;
  readonly model: FlowLog;
  readonly destination: LogDestination;
  readonly role: Named;
  readonly crossAccountRole: Named;
  /** What the names of its log streams start with. */
  readonly streamPrefix: "eni-" | "";
}

/** What flow logs write to and are on. */
export interface Surroundings {
  readonly groups: LogGroups;
  readonly buckets: Buckets;
  readonly streams: DeliveryStreams;
  readonly roles: RoleDirectory;
  readonly scopes: Scopes;
}

const OF_INTERFACES = new Set(["vpc_id", "subnet_id", "eni_id"]);

/** Models every flow log of the input and links it to where it writes and what it is on. */
export function readFlowLogs(resolver: Resolver, around: Surroundings): FlowLogDraft[] {
  return resolver.index.ofType("aws_flow_log").map((resource, position) => {
    const draft = readFlowLog(resolver, around, resource, position);
    const { log_group: group, bucket, stream } = draft.model;
    around.groups.list[group.at]?.flow_logs.push(position);
    around.buckets.list[bucket.at]?.flow_logs.push(position);
    around.streams.list[stream.at]?.flow_logs.push(position);
    return draft;
  });
}

function readFlowLog(
  resolver: Resolver,
  around: Surroundings,
  resource: Resource,
  position: number,
): FlowLogDraft {
  const { attributes } = resource;
  const place = placeOf(resource);
  const type = readText(resolver, attributes.log_destination_type, place);
  const destination = readDestination(resolver, around, resource, type);
  const role = around.roles.byArn(attributes.iam_role_arn, resource);
  const crossAccount = readCrossAccountRole(resolver, around.roles, resource);
  const scope = around.scopes.place(resource, position);
  const model: FlowLog = subjectOf(resource, {
    destination_type: type,
    destination: destination.text,
    destination_service: destination.service,
    destination_ending: destination.ending,
    log_group: destination.logGroup,
    log_group_arn: destination.log.shown,
    destination_home: destination.home,
    bucket: destination.bucket,
    prefix: destination.prefix,
    stream: destination.stream,
    options: readDestinationOptions(resolver, resource),
    role: linkTo(role, attributes.iam_role_arn),
    cross_account_role: linkTo(crossAccount.named, attributes.deliver_cross_account_role),
    cross_account_role_name: crossAccount.name,
    traffic_type: readText(resolver, attributes.traffic_type, place),
    aggregation: readNumber(resolver, attributes.max_aggregation_interval, place),
    log_format: readLogFormat(resolver, attributes.log_format, place),
    tag_fields: readTagFields(resolver, resource),
    scope,
    permissions: [],
    boundary_coverage: -1,
    own: resolver.owners.shown(resource),
    bucket_keys: "",
    bucket_policies: [],
  });
  return {
    resource,
    model,
    destination: destination.log,
    role,
    crossAccountRole: crossAccount.named,
    streamPrefix: streamPrefixOn(scope),
  };
}

function streamPrefixOn({ given: [only, ...others] }: FlowLog["scope"]): "eni-" | "" {
  return only !== undefined && others.length === 0 && OF_INTERFACES.has(only.argument) ? "eni-" : "";
}

function linkTo(named: Named, raw: unknown): Link {
  return { state: named.state, at: -1, given: typeof raw === "string" ? raw : "" };
}
