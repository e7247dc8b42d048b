import type { Objects } from "../policy/policy-context";
import type { Own, Text } from "../text/text";
import { joinText } from "../text/text-parts";

/** Names of two lengths, of a character that no pattern holds. */
export const FRESH: readonly string[] = ["\uF8FF".repeat(8), "\uF8FF".repeat(40)];

/**
 * Keys of the records of a flow log: `[PREFIX/]AWSLogs/ACCOUNT/vpcflowlogs/REGION/YEAR/MONTH/DAY/[HOUR/]FILE`, or the
 * Hive-compatible form of them. Undefined `hive`: which of them is not known.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-path.html
 */
export function deliveredKeys(
  prefix: Text,
  { account, region }: Own,
  hive: boolean | undefined,
): readonly Objects[] {
  const folder = joinText(prefix, [prefix.length === 0 ? "AWSLogs/" : "/AWSLogs/"]);
  const plain = joinText(folder, account, ["/vpcflowlogs/"], region, ["/"]);
  const parted = joinText(
    folder,
    ["aws-account-id="],
    account,
    ["/aws-service=vpcflowlogs/aws-region="],
    region,
    ["/"],
  );
  return [
    ...(hive === true ? [] : [keysIn(plain, ["", "", ""])]),
    ...(hive === false ? [] : [keysIn(parted, ["year=", "month=", "day="])]),
  ];
}

/** The objects with these keys in a bucket, by ARN. */
export function objectsIn(bucket: Text, keys: readonly Objects[]): Objects[] {
  const inBucket = (key: Text): Text => joinText(bucket, ["/"], key);
  return keys.map(({ prefix, samples }) => ({ prefix: inBucket(prefix), samples: samples.map(inBucket) }));
}

function keysIn(prefix: Text, labels: readonly string[]): Objects {
  const samples = FRESH.map((name) => {
    const day = labels.map((label) => `${label}${name.slice(0, 4)}/`).join("");
    return joinText(prefix, [day + name]);
  });
  return { prefix, samples };
}
