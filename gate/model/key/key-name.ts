import type { Resource } from "../../read/resource";
import type { Named } from "../directory";
import type { BucketEncryption, Link } from "../model";
import { namedKeyArn } from "../reference/amazon-name";
import type { Resolver } from "../reference/resolver";
import { identify } from "../reference/trace";
import { placeOf } from "../subject";
import type { Text } from "../text/text";
import { literalOf } from "../text/text-parts";
import type { Keys } from "./keys";

/** A key, and how it is named. */
export interface KeyName {
  readonly named: Named;
  readonly link: Link;
  readonly form: BucketEncryption["form"];
}

/** Reads an argument that takes a key: its ARN or id, or an alias of it. */
export function readKeyName(resolver: Resolver, keys: Keys, raw: unknown, from: Resource): KeyName {
  const place = placeOf(from);
  const found = keys.directory.find(raw, place, ["arn", "id", "key_id"], (text) =>
    isAlias(text) ? namedKeyArn(resolver, from, text) : text,
  );
  const form = formOf(resolver, raw, from, found);
  const named: Named =
    found.state === "unknown" && isForeign(resolver, raw, from) ? { state: "external" } : found;
  const at = named.state === "resolved" ? (keys.positions.get(named.resource) ?? -1) : -1;
  return { named, form, link: { state: named.state, at, given: typeof raw === "string" ? raw : "" } };
}

const BY_ARN = new Set(["arn", "target_key_arn"]);

/** Is it a data source, which tells of a key that somebody else made? */
function isForeign(resolver: Resolver, raw: unknown, from: Resource): boolean {
  const origin = identify(resolver.index, raw, placeOf(from))?.resource;
  return origin?.mode === "data" && (origin.type === "aws_kms_key" || origin.type === "aws_kms_alias");
}

function formOf(resolver: Resolver, raw: unknown, from: Resource, found: Named): KeyName["form"] {
  if (found.state === "none") return "none";
  if (typeof raw !== "string") return "unknown";
  const origin = identify(resolver.index, raw, placeOf(from));
  const { type = "", mode } = origin?.resource ?? {};
  if (origin !== undefined && mode === "data" && (type === "aws_kms_key" || type === "aws_kms_alias")) {
    const name = literalOf(resolver.attribute(origin.resource ?? from, "name"));
    if (type === "aws_kms_alias" && name !== undefined && AWS_MANAGED.test(name)) return "aws-managed";
    if (type === "aws_kms_alias" && (origin.attribute === "arn" || origin.attribute === "name"))
      return "alias";
    return BY_ARN.has(origin.attribute) ? "arn" : "id";
  }
  return formOfText(resolver.text(raw, placeOf(from)), found);
}

const AWS_MANAGED = /^(?:arn:[^:]*:kms:[^:]*:[^:]*:)?alias\/aws\//;
const ID = /^(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function formOfText(text: Text, found: Named): KeyName["form"] {
  const outline = text.map((part) => (typeof part === "string" ? part : "~")).join("");
  if (AWS_MANAGED.test(outline)) return "aws-managed";
  if (/^(?:arn:[^:]*:kms:[^:]*:[^:]*:)?alias\//.test(outline)) return "alias";
  if (/^arn:[^:]*:kms:[^:]*:[^:]*:key\//.test(outline)) return "arn";
  return found.state === "resolved" || ID.test(outline) ? "id" : "unknown";
}

function isAlias([head]: Text): boolean {
  return typeof head === "string" && head.startsWith("alias/");
}
