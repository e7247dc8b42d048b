import type { Resource } from "../../read/resource";
import { Directory, type Named } from "../directory";
import type { Resolver } from "../reference/resolver";
import { placeOf } from "../subject";
import { joinText } from "../text/text-parts";
import type { Text } from "../text/text";

/** The roles of the input, to be found by reference, by ARN and by name. */
export class RoleDirectory {
  readonly #resolver: Resolver;
  readonly #directory: Directory;

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
    this.#directory = new Directory(resolver, "aws_iam_role");
    for (const role of resolver.index.ofType("aws_iam_role")) {
      this.#directory.add(resolver.attribute(role, "arn"), role);
      this.#directory.add(this.#nameKey(role, resolver.attribute(role, "name")), role);
    }
  }

  /** The role that an argument which takes an ARN names. */
  byArn(raw: unknown, from: Resource): Named {
    return this.#directory.find(raw, placeOf(from), ["arn"]);
  }

  /** The role that an argument which takes a name names. */
  byName(raw: unknown, from: Resource): Named {
    return this.#directory.find(raw, placeOf(from), ["name", "id"], (name) => this.#nameKey(from, name));
  }

  /** Names of roles are unique within an account. */
  #nameKey(owner: Resource, name: Text): Text {
    return joinText(["role of "], this.#resolver.owners.own(owner).account, [": "], name);
  }
}
