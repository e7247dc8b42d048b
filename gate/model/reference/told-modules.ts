import type { Resource } from "../../read/resource";
import type { Ref } from "../model";
import type { InputIndex } from "./input-index";
import { resourcesIn } from "./resources-in";

/** The module calls that are told of each resource of a type: what they hold is not read, and may set anything of it. */
export function toldModules(index: InputIndex, type: string): Map<Resource, Ref[]> {
  const told = new Map<Resource, Ref[]>();
  index.sources.forEach(({ modules }, source) => {
    for (const [address, body] of modules)
      for (const resource of resourcesIn(index, source, body, type).keys()) {
        const others = told.get(resource);
        if (others === undefined) told.set(resource, [{ source, address }]);
        else others.push({ source, address });
      }
  });
  return told;
}
