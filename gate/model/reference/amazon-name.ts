import type { Resource } from "../../read/resource";
import type { Resolver } from "./resolver";
import type { Text } from "../text/text";
import { joinText } from "../text/text-parts";
import type { Origin } from "./trace";

/**
 * The attributes of a resource that AWS or the provider derives from its other arguments: ARNs, ids that are names,
 * and what the data sources of the caller tell. Undefined: none of those.
 */
export function amazonName(
  resolver: Resolver,
  resource: Resource,
  { attribute, place }: Origin,
): Text | undefined {
  const own = resolver.owners.own(resource);
  switch (resource.mode === "data" ? `data.${resource.type}` : resource.type) {
    case "data.aws_caller_identity":
      return attribute === "account_id" || attribute === "id" ? own.account : undefined;
    case "data.aws_partition":
      return attribute === "partition" || attribute === "id" ? own.partition : undefined;
    case "data.aws_region":
      return isRegion(attribute) ? regionOf(resolver, resource) : undefined;
    case "aws_cloudwatch_log_group":
    case "data.aws_cloudwatch_log_group":
      if (attribute === "id") return resolver.attribute(resource, "name", place.instance);
      return attribute === "arn" ? logGroupArn(resolver, resource, place.instance) : undefined;
    case "aws_iam_role":
    case "aws_iam_policy":
      if (attribute === "arn") return iamArn(resolver, resource, place.instance);
      if (attribute !== "id") return undefined;
      return resolver.attribute(resource, resource.type === "aws_iam_role" ? "name" : "arn", place.instance);
    default:
      return undefined;
  }
}

/** `arn:PARTITION:logs:REGION:ACCOUNT:log-group:NAME`: the provider trims the `:*` that the API adds. */
export function logGroupArn(resolver: Resolver, resource: Resource, instance = ""): Text {
  const name = resolver.attribute(resource, "name", instance);
  return namedLogGroupArn(resolver, resource, name);
}

/** The ARN of the log group of this name where `resource` is made. */
export function namedLogGroupArn(resolver: Resolver, resource: Resource, name: Text): Text {
  return joinText(resolver.owners.logGroupPrefix(resource), name);
}

function iamArn(resolver: Resolver, resource: Resource, instance: string): Text {
  const { partition, account } = resolver.owners.own(resource);
  const kind = resource.type === "aws_iam_role" ? "role" : "policy";
  const path = resource.attributes.path ?? "/";
  const place = { source: resource.source, instance };
  return joinText(
    ["arn:"],
    partition,
    [":iam::"],
    account,
    [`:${kind}`],
    typeof path === "string" ? resolver.text(path, place) : resolver.attribute(resource, "path", instance),
    resolver.attribute(resource, "name", instance),
  );
}

function isRegion(attribute: string): boolean {
  return attribute === "name" || attribute === "id" || attribute === "region";
}

/** A data source that is asked for a certain region answers that one. */
function regionOf(resolver: Resolver, resource: Resource): Text {
  const asked = resource.attributes.region ?? resource.attributes.name;
  return typeof asked === "string"
    ? resolver.text(asked, { source: resource.source, instance: "" })
    : resolver.owners.own(resource).region;
}
