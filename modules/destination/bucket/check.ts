import type { Home } from "../../placement/home";
import { isDeferred, shown, type Loose, type Problems } from "../../refusal/problems";
import { checkKey } from "../key/check";

const STORAGE = [
  "name",
  "expireDays",
  "transitionDays",
  "transitionClass",
  "kmsKey",
  "forceDestroy",
  "preventDestroy",
] as const;
const LAYOUT = ["format", "hourly", "hivePartitions", "prefix"] as const;
const SENDERS = ["accounts", "organizationId", "aclCondition"] as const;
const CLASSES = [
  "STANDARD_IA",
  "ONEZONE_IA",
  "INTELLIGENT_TIERING",
  "GLACIER_IR",
  "GLACIER",
  "DEEP_ARCHIVE",
] as const;
/** S3 moves nothing into these two before. https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html */
const THIRTY_DAYS = ["STANDARD_IA", "ONEZONE_IA"];
const BUCKET_NAME = /^(?!xn--)(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9](?:[a-z0-9-]|\.(?!\.)){1,61}[a-z0-9]$/;
const BUCKET_ARN = /^arn:[a-z-]+:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const GIVE_NAME = "3 to 63 lower-case letters, digits, dots and hyphens";

function checkDays(prop: string, value: unknown, least: number, problems: Problems): void {
  if (value === undefined || isDeferred(value)) return;
  if (typeof value === "number" && Number.isInteger(value) && value >= least && value < 2 ** 31) return;
  problems.add(prop, `is ${shown(value)}; give whole days, at least ${least}`);
}

function checkTransition(prefix: string, props: Loose, problems: Problems): void {
  const { transitionDays: days, transitionClass: to, expireDays = 365 } = props;
  problems.oneOf(`${prefix}transitionClass`, to, CLASSES);
  if (days === undefined) {
    if (to === undefined) return;
    problems.add(
      `${prefix}transitionClass`,
      `is given without ${prefix}transitionDays; give both, or neither`,
    );
    return;
  }
  const least = THIRTY_DAYS.some((one) => one === (to ?? "STANDARD_IA")) ? 30 : 1;
  checkDays(`${prefix}transitionDays`, days, least, problems);
  if (typeof days === "number" && typeof expireDays === "number" && !isDeferred(days) && days >= expireDays) {
    problems.add(
      `${prefix}transitionDays`,
      `is ${days}, when records are already deleted after ${expireDays} days; give fewer, or keep them longer`,
    );
  }
}

/** How a bucket that is made keeps what it holds. */
export function checkStorage(prefix: string, props: Loose, home: Home, problems: Problems): void {
  if (props["name"] !== undefined) problems.matching(`${prefix}name`, props["name"], BUCKET_NAME, GIVE_NAME);
  checkDays(`${prefix}expireDays`, props["expireDays"], 1, problems);
  checkTransition(prefix, props, problems);
  checkKey(`${prefix}kmsKey`, props["kmsKey"], home, problems);
  problems.boolean(`${prefix}forceDestroy`, props["forceDestroy"]);
  problems.literalBoolean(`${prefix}preventDestroy`, props["preventDestroy"]);
  if (props["forceDestroy"] === true && props["preventDestroy"] === true) {
    problems.add(`${prefix}forceDestroy`, `is true beside ${prefix}preventDestroy; leave one out`);
  }
}

/** Props of a bucket that is made for a stream. */
export const STORAGE_PROPS: readonly string[] = STORAGE;

function checkPrefix(prefix: unknown, problems: Problems): void {
  if (prefix === undefined) return;
  const text = problems.text("bucket.prefix", prefix, 'a folder, such as "network/flow-logs"');
  if (text === undefined) return;
  const bare = text.replace(/^\/+|\/+$/g, "");
  if (bare.split("/").includes("AWSLogs")) {
    problems.add(
      "bucket.prefix",
      `is ${shown(text)}, and AWS keeps the folder AWSLogs for itself; leave it out`,
    );
  } else if (bare !== text) {
    problems.add("bucket.prefix", `is ${shown(text)}, with a slash at its end; use ${shown(bare)}`);
  } else if (!/^[A-Za-z0-9!_.*'()/=-]{1,512}$/.test(text) || text.includes("//")) {
    problems.add(
      "bucket.prefix",
      `is ${shown(text)}; give letters, digits and !_.*'()=- between single slashes`,
    );
  }
}

function checkLayout(props: Loose, problems: Problems): void {
  problems.oneOf("bucket.format", props["format"], ["parquet", "text"]);
  problems.literalBoolean("bucket.hourly", props["hourly"]);
  problems.literalBoolean("bucket.hivePartitions", props["hivePartitions"]);
  checkPrefix(props["prefix"], problems);
}

function checkAccounts(accounts: unknown, problems: Problems): void {
  if (accounts === undefined) return;
  if (!Array.isArray(accounts)) {
    problems.add("bucket.accounts", `is ${shown(accounts)}; give a list, such as ["123456789012"]`);
    return;
  }
  accounts.forEach((account: unknown, at) => {
    problems.matching(`bucket.accounts[${at}]`, account, /^\d{12}$/, "12 digits, as a text");
  });
  // Two ARNs and two conditions an account, in the 20 KB that a bucket policy may have.
  if (accounts.length > 40) {
    problems.add(
      "bucket.accounts",
      `are ${accounts.length}, more than a bucket policy can name; use bucket.organizationId`,
    );
  }
}

/** Options that S3 and the delivery service take. */
export function checkNewBucket(bucket: Loose, problems: Problems, home: Home): void {
  problems.onlyKeys("bucket.", bucket, [...STORAGE, ...LAYOUT, ...SENDERS, "existing"]);
  checkStorage("bucket.", bucket, home, problems);
  checkLayout(bucket, problems);
  checkAccounts(bucket["accounts"], problems);
  if (bucket["organizationId"] !== undefined) {
    const give = "the organization's id, such as o-a1b2c3d4e5";
    problems.matching("bucket.organizationId", bucket["organizationId"], /^o-[a-z0-9]{10,32}$/, give);
    if (bucket["accounts"] !== undefined) {
      problems.add("bucket.accounts", "is given beside organizationId, which holds them all; leave one out");
    }
  }
  problems.literalBoolean("bucket.aclCondition", bucket["aclCondition"]);
}

/** A bucket that can be there, and how records are to lie in it. */
export function checkExistingBucket(bucket: Loose, problems: Problems): void {
  problems.alone("bucket", bucket, LAYOUT, "bucket");
  checkLayout(bucket, problems);
  const existing = problems.object(
    "bucket.existing",
    bucket["existing"],
    '{ name: "..." } or { arn: "..." }',
  );
  if (existing === undefined) return;
  problems.onlyKeys("bucket.existing.", existing, ["name", "arn"]);
  if (!problems.either("bucket.existing", existing, "name", "arn")) return;
  const { arn, name } = existing;
  if (arn === undefined) {
    problems.matching("bucket.existing.name", name, BUCKET_NAME, GIVE_NAME);
  } else if (typeof arn === "string" && /^arn:[a-z-]+:s3:::[^/]+\//.test(arn)) {
    problems.add(
      "bucket.existing.arn",
      `is ${shown(arn)}, with a folder; give the bucket's ARN, and the folder as bucket.prefix`,
    );
  } else {
    problems.matching("bucket.existing.arn", arn, BUCKET_ARN, "the bucket's ARN, such as arn:aws:s3:::NAME");
  }
}
