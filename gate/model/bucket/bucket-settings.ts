import type { Resource } from "../../read/resource";
import type { FlowLogDraft } from "../flow-log/flow-log";
import type { KeyUsers } from "../key/key-users";
import type { Keys } from "../key/keys";
import type { Bucket, PolicyReading } from "../model";
import { bucketArn } from "../reference/amazon-name";
import type { Resolver } from "../reference/resolver";
import { deliveryRequest, plainRequest } from "../resource-policy/requests";
import type { ResourcePolicies, ResourcePolicySite } from "../resource-policy/resource-policies";
import { textKey } from "../text/text-parts";
import { accessOf, readAccountAccess } from "./account-access";
import { readEncryption } from "./bucket-encryption";
import type { BucketPart } from "./bucket-part";
import type { BucketParts, PlacedPart } from "./bucket-parts";
import type { Buckets } from "./buckets";
import { objectsIn } from "./delivered-keys";
import { type Delivery, readDelivery } from "./delivery";
import { readLifecycle } from "./lifecycle";
import { readPublicAccess } from "./public-access";
import { readVersioned } from "./versioning";

/** What the settings of buckets are made from. */
export interface BucketSurroundings {
  readonly resolver: Resolver;
  readonly buckets: Buckets;
  readonly parts: BucketParts;
  readonly policies: ResourcePolicies;
  readonly keys: Keys;
  readonly keyUsers: KeyUsers;
}

/** Tells each bucket that flow logs write to what is set of it, and each of them what its policies say to the delivery. */
export function readBucketSettings(around: BucketSurroundings, flowLogs: readonly FlowLogDraft[]): void {
  const { resolver, buckets } = around;
  const access = readAccountAccess(resolver);
  for (const [resource, position] of buckets.positions) {
    const bucket = buckets.list[position];
    if (bucket === undefined || bucket.flow_logs.length === 0) continue;
    const deliveries = bucket.flow_logs
      .flatMap((at) => flowLogs[at] ?? [])
      .map((flowLog) => readDelivery(resolver, buckets, flowLog));
    readPolicies(around, resource, bucket, deliveries);
    readParts(around, resource, bucket, deliveries);
    readEncryptions(around, resource, position, bucket, deliveries);
    bucket.told.push(...around.parts.toldOf(resource));
    bucket.account_access.push(...accessOf(access, resolver.owners.own(resource).account));
  }
}

function readPolicies(
  { resolver, parts, policies }: BucketSurroundings,
  resource: Resource,
  bucket: Bucket,
  deliveries: readonly Delivery[],
): void {
  const owner = resolver.owners.own(resource);
  const placed = sitesOf(resource, parts);
  const plain = plainRequest(bucketArn(resolver, resource, deliveries[0]?.instance), owner);
  for (const { site, instance } of placed)
    bucket.policies.push(
      policies.read(site, isCertain(site.resource, instance, deliveries), "plain", owner, plain),
    );
  for (const delivery of deliveries) {
    const { flowLog, own, keys } = delivery;
    const arn = bucketArn(resolver, resource, delivery.instance);
    const request = deliveryRequest(arn, owner, objectsIn(arn, keys));
    flowLog.model.bucket_keys = delivery.shown;
    flowLog.model.bucket_policies = placed.map(({ site, instance }): PolicyReading => {
      return policies.read(site, isCertain(site.resource, instance, [delivery]), "bucket", own, request);
    });
  }
}

interface PlacedSite {
  readonly site: ResourcePolicySite;
  /** Undefined where it stands in the bucket itself. */
  readonly instance: string | undefined;
}

function sitesOf(bucket: Resource, parts: BucketParts): PlacedSite[] {
  const { policy: raw } = bucket.attributes;
  const own =
    raw === undefined || raw === null ? [] : [{ site: { resource: bucket, raw }, instance: undefined }];
  const placed = parts
    .of(bucket)
    .filter(({ sets }) => sets === "policy")
    .map(({ resource, instance }) => ({ site: { resource, raw: resource.attributes.policy }, instance }));
  return [...own, ...placed];
}

function isCertain(
  resource: Resource,
  instance: string | undefined,
  deliveries: readonly Delivery[],
): boolean {
  return (
    instance === undefined ||
    (resource.exists === "yes" && deliveries.every((delivery) => delivery.instance === instance))
  );
}

function readParts(
  { resolver, parts }: BucketSurroundings,
  resource: Resource,
  bucket: Bucket,
  deliveries: readonly Delivery[],
): void {
  const distinct = new Map(
    deliveries.map((each) => [each.keys.map(({ prefix }) => textKey(prefix)).join("\n"), each]),
  );
  bucket.deliveries = [...distinct.values()].map(({ shown }) => shown);
  const keys = [...distinct.values()].map((each) => each.keys);
  bucket.lifecycle.push(...readLifecycle(resolver, { resource, certain: true }, keys));
  const versioning: BucketPart[] = [];
  for (const { sets, ...part } of parts.of(resource)) {
    const made = { resource: part.resource, certain: isCertain(part.resource, part.instance, deliveries) };
    if (sets === "public-access") bucket.public_access.push(readPublicAccess(resolver, made));
    if (sets === "lifecycle") bucket.lifecycle.push(...readLifecycle(resolver, made, keys));
    if (sets === "versioning") versioning.push(made);
  }
  bucket.versioned = readVersioned(resolver, resource, versioning);
}

function readEncryptions(
  { resolver, parts, keys, keyUsers }: BucketSurroundings,
  resource: Resource,
  position: number,
  bucket: Bucket,
  deliveries: readonly Delivery[],
): void {
  const placed = parts.of(resource).filter(({ sets }) => sets === "encryption");
  const own: Omit<PlacedPart, "sets"> & { instance?: string } = { resource, instance: "" };
  for (const part of [own, ...placed]) {
    const certain = part === own || isCertain(part.resource, part.instance, deliveries);
    const encryption = readEncryption(resolver, keys, { resource: part.resource, certain });
    if (encryption === undefined) continue;
    bucket.encryption.push(encryption.model);
    for (const delivery of deliveries) keyUsers.addBucket(encryption.named, resource, position, delivery);
  }
}
