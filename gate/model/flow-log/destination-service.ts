import { splitArn } from "../policy/coverage/arn";
import type { FlowLog } from "../model";
import type { Place } from "../reference/trace";
import { trace } from "../reference/trace";
import type { Resolver } from "../reference/resolver";
import { parseTemplate } from "../text/template";
import type { Text } from "../text/text";
import { literalOf } from "../text/text-parts";

type Service = FlowLog["destination_service"];

/** What flow logs write to, by the service that ARNs name. */
const SERVICES = new Map<string, Service>([
  ["logs", "logs"],
  ["s3", "s3"],
  ["firehose", "firehose"],
]);
const TYPES = new Map<string, Service>([
  ["aws_cloudwatch_log_group", "logs"],
  ["aws_s3_bucket", "s3"],
  ["aws_kinesis_firehose_delivery_stream", "firehose"],
]);

/** What a destination is the ARN of, or which kind of resource it refers to. */
export function destinationService(resolver: Resolver, raw: unknown, place: Place): Service {
  if (raw === undefined || raw === null || raw === "") return "none";
  if (typeof raw !== "string") return "unknown";
  const arn = splitArn(resolver.text(raw, place));
  if (typeof arn === "object") {
    const service = literalOf(arn.service);
    if (service === undefined) return "unknown";
    return service === "logs" && !mayBeGroup(arn.resource) ? "other" : (SERVICES.get(service) ?? "other");
  }
  return (
    serviceReferredTo(resolver, raw, place) ??
    (arn === "malformed" && isTold(resolver.text(raw, place)) ? "other" : "unknown")
  );
}

/** Of the resource whose ARN the text starts with. */
function serviceReferredTo(resolver: Resolver, raw: string, place: Place): Service | undefined {
  const [first] = parseTemplate(raw);
  if (typeof first !== "object") return undefined;
  const origin = trace(resolver.index, first, place);
  if (origin?.resource === undefined) return undefined;
  const service = TYPES.get(origin.resource.type);
  if (origin.attribute === "arn") return service ?? "other";
  return service !== undefined && origin.attribute !== "" && origin.attribute !== "id" ? "other" : undefined;
}

/** `log-group:NAME`, with or without the `:*` that the API adds; a stream or another resource is none. */
function mayBeGroup(resource: Text): boolean {
  const outline = resource.map((part) => (typeof part === "string" ? part : "~")).join("");
  return outline.startsWith("~") || /^log-group:[^:]+(?::\*)?$/.test(outline);
}

/** Does the text start with something known, so that it is no ARN whatever the rest is? */
function isTold(text: Text): boolean {
  return typeof text[0] === "string";
}
