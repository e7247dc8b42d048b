/**
 * Who asks for what: the requests that policies of buckets and keys are read for.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
import type { Objects, ResourceRequest } from "../policy/policy-context";
import { FRESH } from "../bucket/delivered-keys";
import type { Own, Text } from "../text/text";
import { joinText, literalOf } from "../text/text-parts";

const DELIVERY: Text = ["delivery.logs.amazonaws.com"];

/** The delivery service writes records into a bucket. */
export function deliveryRequest(bucket: Text, owner: Own, objects: readonly Objects[]): ResourceRequest {
  return { services: [DELIVERY], perhaps: [], target: bucket, objects, owner, encrypts: [] };
}

/** Anybody asks for any object of a bucket. */
export function plainRequest(bucket: Text, owner: Own): ResourceRequest {
  const prefix = joinText(bucket, ["/"]);
  const samples = FRESH.map((name) => joinText(prefix, [name]));
  return { services: [], perhaps: [], target: bucket, objects: [{ prefix, samples }], owner, encrypts: [] };
}

/** CloudWatch Logs encrypts a log group that is made where `own` says. */
export function logGroupKeyRequest(key: Text, owner: Own, own: Own, logGroup: Text): ResourceRequest {
  return {
    services: logsServices(own),
    perhaps: [["logs.amazonaws.com"]],
    target: key,
    objects: [],
    owner,
    encrypts: [logGroup],
  };
}

/** The delivery service encrypts what it writes into a bucket. */
export function bucketKeyRequest(
  key: Text,
  owner: Own,
  bucket: Text,
  objects: readonly Objects[],
): ResourceRequest {
  const encrypts = [bucket, ...objects.flatMap(({ samples }) => samples)];
  return { services: [DELIVERY], perhaps: [], target: key, objects: [], owner, encrypts };
}

/** `logs.REGION.amazonaws.com`; in China with `.cn`, too. */
function logsServices({ region, partition }: Own): Text[] {
  const service = joinText(["logs."], region, [".amazonaws.com"]);
  return literalOf(partition) === "aws-cn" ? [service, joinText(service, [".cn"])] : [service];
}
