import type { Configuration } from "../read/resource";
import type { Ref } from "./model";
import { refOf } from "./subject";

/** Tags are no fact that a rule reads. */
const UNREAD = new Set(["tags", "tags_all"]);

/** Resources of which Terraform marks an argument sensitive. */
export function readSensitive({ resources }: Configuration): Ref[] {
  return resources
    .filter(({ sensitive }) => sensitive !== undefined && [...sensitive].some((name) => !UNREAD.has(name)))
    .map(refOf);
}
