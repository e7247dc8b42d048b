import { instanceKey } from "../address";
import type { Fault } from "../document";
import { knownAttributes, sensitiveArguments } from "../plan/attributes";
import { objectOf } from "../plan/configuration";
import { dataDocumentArguments } from "../plan/data-document";
import { resourcesOfValues, type StateResource } from "../plan/values";
import type { Attributes, Resource } from "../resource";
import { Mirrors } from "./mirrors";
import { readOwners } from "./owners";

/** What a state holds: resources of which everything is known. */
export interface ReadState {
  readonly resources: readonly Resource[];
  readonly providers: ReadonlyMap<string, Attributes>;
}

const AGAIN = "write it again with `terraform show -json > state.json`";

/**
 * Reads what `terraform show -json` prints of a state; `source` is its position among the sources. A state does not
 * tell which provider configuration made what, so that is told from ARNs.
 */
export function readState(source: number, path: string, state: Attributes): ReadState | { fault: Fault } {
  const { format_version: version, values } = state;
  if (typeof version !== "string" || version.split(".")[0] !== "1") {
    const shown = typeof version === "string" ? version : JSON.stringify(version);
    return {
      fault: {
        path,
        message: `the state has the format version ${shown}, and flowgate reads 1.x`,
        fix: `${AGAIN}, with Terraform 1.1 or later`,
      },
    };
  }
  const found = resourcesOfValues(objectOf(values).root_module);
  if (found === undefined)
    return {
      fault: { path, message: "the values of the state are not as Terraform writes them", fix: AGAIN },
    };
  const live = found.filter(({ isDeposed }) => !isDeposed);
  const mirrors = new Mirrors(live);
  const { providers, providerOf } = readOwners(live);
  const resources = live.map((each) => readResource(source, each, providerOf(each), mirrors));
  return { resources, providers };
}

function readResource(source: number, state: StateResource, provider: string, mirrors: Mirrors): Resource {
  const { mode, type, name, address, values, dependsOn } = state;
  const known = knownAttributes(mirrors.without(state));
  const isDocument = mode === "data" && type === "aws_iam_policy_document";
  const resource: { -readonly [K in keyof Resource]: Resource[K] } = {
    source,
    mode,
    type,
    name,
    address:
      address.endsWith("]") || state.index === undefined ? address : `${address}${instanceKey(state.index)}`,
    attributes: isDocument ? dataDocumentArguments(known) : known,
    provider,
    dependsOn,
    exists: "yes",
  };
  const sensitive = sensitiveArguments(values, state.sensitive);
  if (sensitive.size > 0) resource.sensitive = sensitive;
  return resource;
}
