import type { Resource } from "../../read/resource";
import { Directory } from "../directory";
import type { Bucket } from "../model";
import { bucketArn } from "../reference/amazon-name";
import type { Resolver } from "../reference/resolver";
import { placeOf, subjectOf } from "../subject";
import { literalOf } from "../text/text-parts";
import { readText } from "../value";

/** The buckets of the input, to be found by reference or ARN. */
export interface Buckets {
  readonly list: Bucket[];
  readonly directory: Directory;
  readonly positions: ReadonlyMap<Resource, number>;
}

/** Models every bucket of the input. */
export function readBuckets(resolver: Resolver): Buckets {
  const directory = new Directory(resolver, "aws_s3_bucket");
  const positions = new Map<Resource, number>();
  const list = resolver.index.ofType("aws_s3_bucket").map((resource, position) => {
    positions.set(resource, position);
    directory.add(bucketArn(resolver, resource), resource);
    return readBucket(resolver, resource);
  });
  return { list, directory, positions };
}

function readBucket(resolver: Resolver, resource: Resource): Bucket {
  return subjectOf(resource, {
    name: readText(resolver, resource.attributes.bucket, placeOf(resource)),
    arn: literalOf(bucketArn(resolver, resource)) ?? `\${${resource.address}.arn}`,
    own: resolver.owners.shown(resource),
    flow_logs: [],
    deliveries: [],
    policies: [],
    public_access: [],
    lifecycle: [],
    encryption: [],
    told: [],
    versioned: "no",
    account_access: [],
  });
}
