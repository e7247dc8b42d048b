import type { Resource } from "../../read/resource";
import { dnsSuffixOf } from "../own/partition";
import type { Resolver } from "./resolver";
import type { Text } from "../text/text";
import { joinText, literalOf } from "../text/text-parts";
import { identify, type Origin, type Place } from "./trace";

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
      if (attribute === "dns_suffix") return dnsSuffix(own.partition);
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
    case "aws_s3_bucket":
    case "data.aws_s3_bucket":
      if (attribute === "id") return resolver.attribute(resource, "bucket", place.instance);
      return attribute === "arn" ? bucketArn(resolver, resource, place.instance) : undefined;
    case "aws_kinesis_firehose_delivery_stream":
    case "data.aws_kinesis_firehose_delivery_stream":
      return attribute === "arn" || (attribute === "id" && resource.mode === "managed")
        ? deliveryStreamArn(resolver, resource, place.instance)
        : undefined;
    case "aws_kms_key":
      if (attribute === "id") return resolver.attribute(resource, "key_id", place.instance);
      return attribute === "arn" ? keyArn(resolver, resource, place.instance) : undefined;
    case "aws_kms_alias":
      if (attribute === "id") return resolver.attribute(resource, "name", place.instance);
      if (attribute === "target_key_arn") return targetKeyArn(resolver, resource, place);
      return attribute === "arn"
        ? namedKeyArn(resolver, resource, resolver.attribute(resource, "name", place.instance))
        : undefined;
    default:
      return undefined;
  }
}

/** The ARN of what is there already, which a plan and a state tell. Older providers leave `:*` behind that of a log group. */
function toldArn(resolver: Resolver, { source, attributes: { arn } }: Resource): Text | undefined {
  return typeof arn === "string"
    ? resolver.text(arn.replace(/:\*$/, ""), { source, instance: "" })
    : undefined;
}

function dnsSuffix(partition: Text): Text | undefined {
  const suffix = dnsSuffixOf(literalOf(partition) ?? "");
  return suffix === undefined ? undefined : [suffix];
}

/** `arn:PARTITION:kms:REGION:ACCOUNT:key/ID`. */
export function keyArn(resolver: Resolver, resource: Resource, instance = ""): Text {
  const told = toldArn(resolver, resource);
  if (told !== undefined) return told;
  return namedKeyArn(
    resolver,
    resource,
    joinText(["key/"], resolver.attribute(resource, "key_id", instance)),
  );
}

/** The ARN of `key/ID` or `alias/NAME` where `resource` is made. */
export function namedKeyArn(resolver: Resolver, resource: Resource, name: Text): Text {
  const { partition, region, account } = resolver.owners.own(resource);
  return joinText(["arn:"], partition, [":kms:"], region, [":"], account, [":"], name);
}

function targetKeyArn(resolver: Resolver, alias: Resource, place: Place): Text | undefined {
  const target = identify(resolver.index, alias.attributes.target_key_id, place);
  return target?.resource?.type === "aws_kms_key" && target.resource.mode === "managed"
    ? keyArn(resolver, target.resource, target.place.instance)
    : undefined;
}

/** `arn:PARTITION:s3:::NAME`: bucket names are unique within a partition. */
export function bucketArn(resolver: Resolver, resource: Resource, instance = ""): Text {
  const told = toldArn(resolver, resource);
  if (told !== undefined) return told;
  return namedBucketArn(resolver, resource, resolver.attribute(resource, "bucket", instance));
}

/** The ARN of the bucket of this name in the partition where `resource` is made. */
export function namedBucketArn(resolver: Resolver, resource: Resource, name: Text): Text {
  return joinText(["arn:"], resolver.owners.own(resource).partition, [":s3:::"], name);
}

/** `arn:PARTITION:firehose:REGION:ACCOUNT:deliverystream/NAME`. */
export function deliveryStreamArn(resolver: Resolver, resource: Resource, instance = ""): Text {
  const told = toldArn(resolver, resource);
  if (told !== undefined) return told;
  const { partition, region, account } = resolver.owners.own(resource);
  const name = resolver.attribute(resource, "name", instance);
  return joinText(["arn:"], partition, [":firehose:"], region, [":"], account, [":deliverystream/"], name);
}

/** `arn:PARTITION:logs:REGION:ACCOUNT:log-group:NAME`: the provider trims the `:*` that the API adds. */
export function logGroupArn(resolver: Resolver, resource: Resource, instance = ""): Text {
  const told = toldArn(resolver, resource);
  if (told !== undefined) return told;
  const name = resolver.attribute(resource, "name", instance);
  return namedLogGroupArn(resolver, resource, name);
}

/** The ARN of the log group of this name where `resource` is made. */
export function namedLogGroupArn(resolver: Resolver, resource: Resource, name: Text): Text {
  return joinText(resolver.owners.logGroupPrefix(resource), name);
}

function iamArn(resolver: Resolver, resource: Resource, instance: string): Text {
  const told = toldArn(resolver, resource);
  if (told !== undefined) return told;
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
