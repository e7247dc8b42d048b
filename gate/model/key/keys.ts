import type { Resource } from "../../read/resource";
import { Directory } from "../directory";
import type { Key, TextValue } from "../model";
import { keyArn, namedKeyArn } from "../reference/amazon-name";
import type { Resolver } from "../reference/resolver";
import { identify } from "../reference/trace";
import { placeOf, subjectOf } from "../subject";
import { readFlag, readText } from "../value";

/** The KMS keys of the input, to be found by reference, ARN, id and alias. */
export interface Keys {
  readonly list: Key[];
  readonly directory: Directory;
  readonly positions: ReadonlyMap<Resource, number>;
}

/** Models every key of the input. What uses them is still to come. */
export function readKeys(resolver: Resolver): Keys {
  const directory = new Directory(resolver, "aws_kms_key");
  const positions = new Map<Resource, number>();
  const list = resolver.index.ofType("aws_kms_key").map((resource, position) => {
    positions.set(resource, position);
    directory.add(keyArn(resolver, resource), resource);
    directory.add(resolver.attribute(resource, "key_id"), resource);
    return readKey(resolver, resource);
  });
  for (const alias of resolver.index.ofType("aws_kms_alias")) {
    const target = identify(resolver.index, alias.attributes.target_key_id, placeOf(alias))?.resource;
    if (target !== undefined && positions.has(target))
      directory.add(namedKeyArn(resolver, alias, resolver.attribute(alias, "name")), target);
  }
  return { list, directory, positions };
}

function readKey(resolver: Resolver, resource: Resource): Key {
  return subjectOf(resource, {
    arn: `\${${resource.address}.arn}`,
    own: resolver.owners.shown(resource),
    fitness: fitnessOf(resolver, resource),
    users: [],
    told: [],
  });
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html: an enabled symmetric key. */
function fitnessOf(resolver: Resolver, resource: Resource): Key["fitness"] {
  const { attributes } = resource;
  const place = placeOf(resource);
  const enabled = readFlag(resolver, attributes.is_enabled, place);
  const usage = readText(resolver, attributes.key_usage, place);
  const spec = readText(resolver, attributes.customer_master_key_spec, place);
  if (enabled.value === false) return "disabled";
  if (isOther(usage, "ENCRYPT_DECRYPT") || isOther(spec, "SYMMETRIC_DEFAULT")) return "asymmetric";
  return [enabled, usage, spec].every(({ state }) => state === "known" || state === "absent")
    ? "fit"
    : "unknown";
}

function isOther({ state, value }: TextValue, fit: string): boolean {
  return state === "known" && value !== fit;
}
