import { isObject } from "../../read/blocks";
import type { Attributes, Resource } from "../../read/resource";
import type { InputIndex } from "../reference/input-index";
import { wholeReference } from "../reference/trace";

/** Texts whose literals tell what the own partition, region and account are. */
export interface Evidence {
  /** ARNs of flow logs that are made already. */
  readonly made: string[];
  /** Arguments of flow logs. */
  readonly direct: string[];
  /** Policies about log delivery. */
  readonly written: string[];
  /** Policies of buckets and keys, which let in other accounts, too. */
  readonly shared: string[];
}

/** Gathers the evidence of each source, by provider configuration (`aws`, `aws.ALIAS`). */
export function gatherEvidence(index: InputIndex): Map<string, Evidence>[] {
  const evidence = index.sources.map(() => new Map<string, Evidence>());
  const read = (resource: Resource, kind: keyof Evidence, raw: unknown): void => {
    const text = literalText(index, resource.source, raw);
    const isSure = kind === "made" || kind === "direct";
    if (text === undefined || (!isSure && !text.includes("logs"))) return;
    entry(evidence[resource.source], resource.provider)[kind].push(text);
  };
  for (const resource of index.ofType("aws_flow_log")) {
    read(resource, "made", resource.attributes.arn);
    for (const raw of flowLogArns(resource.attributes)) read(resource, "direct", raw);
  }
  for (const resource of index.ofType("aws_iam_role")) {
    read(resource, "written", resource.attributes.assume_role_policy);
    read(resource, "written", resource.attributes.inline_policy);
  }
  for (const type of ["aws_iam_role_policy", "aws_iam_policy"])
    for (const resource of index.ofType(type)) read(resource, "written", resource.attributes.policy);
  for (const type of ["aws_s3_bucket_policy", "aws_kms_key", "aws_kms_key_policy"])
    for (const resource of index.ofType(type)) read(resource, "shared", resource.attributes.policy);
  for (const resource of index.ofType("data.aws_iam_policy_document"))
    read(resource, "written", resource.attributes.statement);
  index.sources.forEach(({ locals }, source) => {
    const text = JSON.stringify([...locals.values()]);
    for (const { written } of evidence[source]?.values() ?? []) written.push(text);
  });
  return evidence;
}

/** The accounts that stand in the texts. */
export function accountsIn(texts: readonly string[]): Set<string> {
  return collect(texts, /(?<![\w.-])\d{12}(?![\w.-])/g);
}

/** The regions of the ARNs in the texts. */
export function regionsIn(texts: readonly string[]): Set<string> {
  return collect(texts, /(?<=\barn:[^\s":]{1,100}:[a-z0-9-]+:)[a-z]+-[a-z0-9-]+(?=:)/g);
}

/** The partitions of the ARNs in the texts. */
export function partitionsIn(texts: readonly string[]): Set<string> {
  return collect(texts, /(?<=\barn:)aws[a-z-]*(?=:)/g);
}

function collect(texts: readonly string[], pattern: RegExp): Set<string> {
  return new Set(texts.flatMap((text) => text.match(pattern) ?? []));
}

/** A bucket or a delivery stream may be somebody else's, though not in another partition. */
function flowLogArns({ log_destination: destination, iam_role_arn: role }: Attributes): unknown[] {
  const [foreign] = /^arn:[^:]*:(?!logs:)/.exec(typeof destination === "string" ? destination : "") ?? [];
  return [foreign ?? destination, role];
}

function literalText(index: InputIndex, source: number, raw: unknown): string | undefined {
  const [head, name = "", ...rest] = wholeReference(raw)?.traversal ?? [];
  const value = head === "local" && rest.length === 0 ? index.sources[source]?.locals.get(name) : raw;
  if (typeof value === "string") return value;
  return Array.isArray(value) || isObject(value) ? JSON.stringify(value) : undefined;
}

function entry(byProvider: Map<string, Evidence> | undefined, provider: string): Evidence {
  const known = byProvider?.get(provider);
  if (known !== undefined) return known;
  const made = { made: [], direct: [], written: [], shared: [] };
  byProvider?.set(provider, made);
  return made;
}
