import type { Resource } from "../../read/resource";
import { logGroupArn, namedLogGroupArn } from "../reference/amazon-name";
import { Directory } from "../directory";
import { readKeyName } from "../key/key-name";
import type { Keys } from "../key/keys";
import type { LogGroup } from "../model";
import type { Resolver } from "../reference/resolver";
import { placeOf, refOf, subjectOf } from "../subject";
import { literalOf } from "../text/text-parts";
import { readNumber, readText } from "../value";

/** The log groups of the input, to be found by reference, ARN or name. */
export interface LogGroups {
  readonly list: LogGroup[];
  readonly directory: Directory;
  readonly positions: ReadonlyMap<Resource, number>;
}

const FILTERS = ["aws_cloudwatch_log_metric_filter", "aws_cloudwatch_log_subscription_filter"];

/** Models every log group of the input and the filters on it. */
export function readLogGroups(resolver: Resolver, keys: Keys): LogGroups {
  const directory = new Directory(resolver, "aws_cloudwatch_log_group");
  const positions = new Map<Resource, number>();
  const list = resolver.index.ofType("aws_cloudwatch_log_group").map((resource, position) => {
    positions.set(resource, position);
    directory.add(logGroupArn(resolver, resource), resource);
    return readLogGroup(resolver, keys, resource);
  });
  for (const filter of FILTERS.flatMap((type) => resolver.index.ofType(type))) {
    const group = findByName(resolver, directory, filter);
    const position = group === undefined ? undefined : positions.get(group);
    if (position !== undefined) list[position]?.filters.push(refOf(filter));
  }
  return { list, directory, positions };
}

function readLogGroup(resolver: Resolver, keys: Keys, resource: Resource): LogGroup {
  const { name, retention_in_days: retention, log_group_class: logClass } = resource.attributes;
  const place = placeOf(resource);
  return subjectOf(resource, {
    name: readText(resolver, name, place),
    retention: readNumber(resolver, retention, place),
    log_class: readText(resolver, logClass, place),
    arn: literalOf(logGroupArn(resolver, resource)) ?? `\${${resource.address}.arn}`,
    key: readKeyName(resolver, keys, resource.attributes.kms_key_id, resource).link,
    flow_logs: [],
    filters: [],
  });
}

function findByName(resolver: Resolver, directory: Directory, filter: Resource): Resource | undefined {
  const named = directory.find(filter.attributes.log_group_name, placeOf(filter), ["name", "id"], (name) =>
    namedLogGroupArn(resolver, filter, name),
  );
  return named.state === "resolved" ? named.resource : undefined;
}
