import type { Resource } from "../../read/resource";
import { Directory } from "../directory";
import type { Key } from "../model";
import { keyArn, namedKeyArn } from "../reference/amazon-name";
import type { Resolver } from "../reference/resolver";
import { identify } from "../reference/trace";
import { placeOf, subjectOf } from "../subject";

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
    users: [],
    told: [],
  });
}
