import type { Resource } from "../../read/resource";
import type { ModelSource, Ref } from "../model";
import { namedBucketArn } from "../reference/amazon-name";
import type { Resolver } from "../reference/resolver";
import { toldModules } from "../reference/told-modules";
import { placeOf } from "../subject";
import type { Buckets } from "./buckets";

type Sets = ModelSource["unplaced_bucket_parts"][number]["sets"];

/** What AWS keeps in resources beside the bucket. */
const PARTS: readonly (readonly [string, Sets])[] = [
  ["aws_s3_bucket_policy", "policy"],
  ["aws_s3_bucket_public_access_block", "public-access"],
  ["aws_s3_bucket_lifecycle_configuration", "lifecycle"],
  ["aws_s3_bucket_versioning", "versioning"],
  ["aws_s3_bucket_server_side_encryption_configuration", "encryption"],
];

/** A resource that sets something of a bucket. */
export interface PlacedPart {
  readonly resource: Resource;
  readonly sets: Sets;
  /** Which instance of a counted bucket; "" for the only one. */
  readonly instance: string;
}

/** Gathers what belongs to each bucket of the input. */
export class BucketParts {
  /** Those whose bucket cannot be told. */
  readonly unplaced: PlacedPart[] = [];
  readonly #placed = new Map<Resource, PlacedPart[]>();
  readonly #told: ReadonlyMap<Resource, readonly Ref[]>;

  constructor(resolver: Resolver, buckets: Buckets) {
    for (const [type, sets] of PARTS)
      for (const resource of resolver.index.ofType(type)) this.#place(resolver, buckets, resource, sets);
    this.#told = toldModules(resolver.index, "aws_s3_bucket");
  }

  of(bucket: Resource): readonly PlacedPart[] {
    return this.#placed.get(bucket) ?? [];
  }

  /** The module calls that are told of a bucket. */
  toldOf(bucket: Resource): readonly Ref[] {
    return this.#told.get(bucket) ?? [];
  }

  #place(resolver: Resolver, { directory }: Buckets, resource: Resource, sets: Sets): void {
    const named = directory.find(resource.attributes.bucket, placeOf(resource), ["id", "bucket"], (name) =>
      namedBucketArn(resolver, resource, name),
    );
    if (named.state === "external") return;
    if (named.state !== "resolved") this.unplaced.push({ resource, sets, instance: "" });
    else {
      const part = { resource, sets, instance: named.instance };
      const others = this.#placed.get(named.resource);
      if (others === undefined) this.#placed.set(named.resource, [part]);
      else others.push(part);
    }
  }
}
