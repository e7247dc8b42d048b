import type { Resource } from "../../read/resource";
import type { InputIndex } from "../reference/input-index";
import { resourcesIn } from "../reference/resources-in";

/** The roles of a source that a value names, at any depth and through locals, each with the name that leads to it. */
export function rolesIn(index: InputIndex, source: number, value: unknown): Map<Resource, string> {
  return resourcesIn(index, source, value, "aws_iam_role");
}
