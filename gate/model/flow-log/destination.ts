import type { Resource } from "../../read/resource";
import type { FlowLog, Link, TextValue } from "../model";
import type { Resolver } from "../reference/resolver";
import { identify } from "../reference/trace";
import { placeOf } from "../subject";
import { readText } from "../value";
import { NO_BUCKET, readBucketDestination } from "./bucket-destination";
import { destinationService } from "./destination-service";
import type { Surroundings } from "./flow-log";
import { type LogDestination, readLogDestination } from "./log-destination";
import { destinationHome } from "./destination-home";
import { readStreamDestination } from "./stream-destination";

/** Where a flow log writes, whichever service that is. */
export interface Destination {
  readonly text: TextValue;
  readonly service: FlowLog["destination_service"];
  readonly ending: FlowLog["destination_ending"];
  readonly log: LogDestination;
  readonly logGroup: Link;
  readonly home: FlowLog["destination_home"];
  readonly bucket: Link;
  readonly prefix: TextValue;
  readonly stream: Link;
}

const NO_LINK: Link = { state: "none", at: -1, given: "" };

/** Reads `log_destination`, or `log_group_name` of providers before 6.0. */
export function readDestination(
  resolver: Resolver,
  { groups, buckets, streams }: Surroundings,
  flowLog: Resource,
  type: TextValue,
): Destination {
  const { log_destination: raw = null, log_group_name: groupName = null } = flowLog.attributes;
  const place = placeOf(flowLog);
  const service = raw === null && groupName !== null ? "logs" : destinationService(resolver, raw, place);
  const log = readLogDestination(resolver, groups, flowLog, type);
  const group = log.named.state === "resolved" ? groups.positions.get(log.named.resource) : undefined;
  const arn = typeof raw === "string" ? raw : "";
  const isByReference = flowLog.byReference?.has("log_destination") ?? false;
  const { bucket, prefix } =
    service === "s3" ? readBucketDestination(resolver, buckets, flowLog, arn) : NO_BUCKET;
  const home = (): Destination["home"] => {
    if (service !== "logs" && service !== "firehose") return "none";
    const own = resolver.owners.own(flowLog);
    return destinationHome(service === "logs" ? log.arn : resolver.text(arn, place), own);
  };
  return {
    text: isByReference ? { state: "unknown", given: String(raw) } : readText(resolver, raw, place),
    service,
    ending: isByReference ? "by-reference" : endingOf(resolver, flowLog, raw, service),
    log,
    logGroup: { state: log.named.state, at: group ?? -1, given: log.given },
    home: home(),
    bucket,
    prefix,
    stream: service === "firehose" ? readStreamDestination(streams, flowLog, arn) : NO_LINK,
  };
}

/** Whose ARNs end in a name that holds no colon, or are refused for another reason. */
const WITHOUT_COLON = new Set<Destination["service"]>(["s3", "firehose", "other"]);
/** A reference to what identifies a resource, in the input or not. */
const NAMES_RESOURCE = /^\$\{(?:data\.)?aws_\w+\..*\b(?:arn|name|bucket|id)\}$/;

/** A reference to a resource's ARN ends in no `:*`: the provider trims it. */
function endingOf(
  resolver: Resolver,
  flowLog: Resource,
  raw: unknown,
  service: Destination["service"],
): Destination["ending"] {
  if (raw === null || raw === "") return "none";
  if (typeof raw !== "string") return "unknown";
  const last = resolver.text(raw, placeOf(flowLog)).at(-1);
  if (typeof last === "string") return last.endsWith(":*") ? "all-streams" : "other";
  const isTold = WITHOUT_COLON.has(service) || last?.kind !== "unknown" || NAMES_RESOURCE.test(last.shown);
  return isTold || isWholeArn(resolver, flowLog, raw) ? "other" : "unknown";
}

function isWholeArn(resolver: Resolver, flowLog: Resource, raw: string): boolean {
  return identify(resolver.index, raw, placeOf(flowLog))?.attribute === "arn";
}
