import { bodies } from "../../read/blocks";
import type { BucketEncryption, TextValue } from "../model";
import { readKeyName } from "../key/key-name";
import type { Keys } from "../key/keys";
import type { Named } from "../directory";
import type { Resolver } from "../reference/resolver";
import { placeOf } from "../subject";
import { readText } from "../value";
import type { BucketPart } from "./bucket-part";

/** How a bucket is encrypted, and the key that it names. */
export interface EncryptionDraft {
  readonly model: BucketEncryption;
  readonly named: Named;
}

const BLOCK = "server_side_encryption_configuration";
const NO_KEY: BucketEncryption["key"] = { state: "none", at: -1, given: "" };
const UNKNOWN_KEY: BucketEncryption["key"] = { state: "unknown", at: -1, given: "" };

/**
 * Reads `aws_s3_bucket_server_side_encryption_configuration`, or the block of the bucket itself. Undefined: the bucket
 * has no such block.
 */
export function readEncryption(
  resolver: Resolver,
  keys: Keys,
  part: BucketPart,
): EncryptionDraft | undefined {
  const { attributes, type } = part.resource;
  const isOwn = type === "aws_s3_bucket";
  const outer = isOwn ? bodies(attributes[BLOCK]) : [attributes];
  if (outer?.length === 0) return undefined;
  const rules = outer?.map(({ rule }) => bodies(rule)) ?? [undefined];
  const defaults = rules.map((each) =>
    each?.map((rule) => bodies(rule.apply_server_side_encryption_by_default)),
  );
  const blocks = defaults.flat(2);
  const [block, ...others] = blocks;
  if (rules.includes(undefined) || blocks.includes(undefined) || others.length > 0)
    return draftOf(part, UNKNOWN, unknownKey());
  if (block === undefined)
    return draftOf(part, { state: "absent" }, { link: NO_KEY, named: { state: "none" }, form: "none" });
  const algorithm = readText(resolver, block.sse_algorithm, placeOf(part.resource));
  const name = readKeyName(resolver, keys, block.kms_master_key_id, part.resource);
  const isManaged = name.form === "none" && algorithm.value?.startsWith("aws:kms") === true;
  return draftOf(part, algorithm, isManaged ? { ...name, form: "aws-managed" } : name);
}

const UNKNOWN: TextValue = { state: "unknown", given: "" };

function unknownKey() {
  return { link: UNKNOWN_KEY, named: { state: "unknown" }, form: "unknown" } as const;
}

function draftOf(
  { resource, certain }: BucketPart,
  algorithm: TextValue,
  { link, named, form }: { link: BucketEncryption["key"]; named: Named; form: BucketEncryption["form"] },
): EncryptionDraft {
  const { source, address } = resource;
  return { model: { source, address, certain, algorithm, key: link, form }, named };
}
