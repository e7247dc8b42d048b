import { bodies, isObject } from "../../read/blocks";
import type { Resource } from "../../read/resource";
import { Directory } from "../directory";
import { isDynamic } from "../flow-log/destination-options";
import type { DeliveryStream, TextValue } from "../model";
import { deliveryStreamArn } from "../reference/amazon-name";
import type { Resolver } from "../reference/resolver";
import { placeOf, subjectOf } from "../subject";
import { literalOf } from "../text/text-parts";
import { readText } from "../value";

/** The Firehose delivery streams of the input, to be found by reference or ARN. */
export interface DeliveryStreams {
  readonly list: DeliveryStream[];
  readonly directory: Directory;
  readonly positions: ReadonlyMap<Resource, number>;
}

/** The service-linked role of log delivery writes to streams with this tag alone. */
const TAG = "LogDeliveryEnabled";

/** Models every delivery stream of the input. */
export function readDeliveryStreams(resolver: Resolver): DeliveryStreams {
  const directory = new Directory(resolver, "aws_kinesis_firehose_delivery_stream");
  const positions = new Map<Resource, number>();
  const list = resolver.index.ofType("aws_kinesis_firehose_delivery_stream").map((resource, position) => {
    positions.set(resource, position);
    directory.add(deliveryStreamArn(resolver, resource), resource);
    return readDeliveryStream(resolver, resource);
  });
  return { list, directory, positions };
}

function readDeliveryStream(resolver: Resolver, resource: Resource): DeliveryStream {
  return subjectOf(resource, {
    name: readText(resolver, resource.attributes.name, placeOf(resource)),
    arn: literalOf(deliveryStreamArn(resolver, resource)) ?? `\${${resource.address}.arn}`,
    feed: readFeed(resource),
    delivery_tag: readTag(resolver, resource),
    flow_logs: [],
  });
}

/** A stream without a source is put to directly. */
function readFeed({ attributes }: Resource): DeliveryStream["feed"] {
  const feeds = (["kinesis", "msk"] as const).map((feed) => {
    const block = `${feed}_source_configuration`;
    const blocks = bodies(attributes[block]);
    if (blocks === undefined || isDynamic(attributes.dynamic, block)) return "unknown";
    return blocks.length > 0 ? feed : "direct-put";
  });
  return (
    feeds.find((feed) => feed !== "direct-put" && feed !== "unknown") ??
    feeds.find((feed) => feed === "unknown") ??
    "direct-put"
  );
}

/** Of the resource, of all its tags as a plan shows them, or of the provider's default tags, in that order. */
function readTag(resolver: Resolver, resource: Resource): TextValue {
  const { tags, tags_all: all } = resource.attributes;
  const provider = resolver.index.sources[resource.source]?.providers.get(resource.provider);
  const defaults = bodies(provider?.default_tags)?.map((block) => block.tags) ?? [provider?.default_tags];
  for (const given of [tags, all, ...defaults]) {
    if (given === undefined || given === null) continue;
    if (!isObject(given)) return { state: "unknown", given: typeof given === "string" ? given : "" };
    if (Object.hasOwn(given, TAG)) return readText(resolver, given[TAG], placeOf(resource));
  }
  return { state: "absent" };
}
