import type { Place } from "./places";
import type { Renaming } from "./renaming";

type Members = Readonly<Record<string, unknown>>;

/**
 * Are the arguments of two resources the same but for words that may differ, and different where they tell resources
 * apart? What CDKTF notes under `//` makes no difference.
 */
export function isSameObject(
  one: Members,
  other: Members,
  argumentPlaces: ReadonlyMap<string, Place> | undefined,
  renaming: Renaming,
): boolean {
  let members = 0;
  for (const name in one) {
    if (name === "//") continue;
    members++;
    const place = argumentPlaces?.get(name);
    const [here, there] = [one[name], other[name]];
    if (place?.isIdentity === true && typeof here === "string" && here === there) return false;
    if (!isSame(here, there, place, renaming)) return false;
  }
  for (const name in other) if (name !== "//") members--;
  return members === 0;
}

function isSame(one: unknown, other: unknown, place: Place | undefined, renaming: Renaming): boolean {
  if (one === other) return true;
  if (typeof one === "string") return typeof other === "string" && renaming.follow(one, other, place);
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      (key) =>
        Object.hasOwn(other, key) && isSame((one as Members)[key], (other as Members)[key], place, renaming),
    )
  );
}
