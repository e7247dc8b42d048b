import type { Resource } from "../../read/resource";
import type { Named } from "../directory";
import type { TextValue } from "../model";
import type { Resolver } from "../reference/resolver";
import type { RoleDirectory } from "../role/role-directory";
import { placeOf } from "../subject";
import { literalOf } from "../text/text-parts";

/** The role of the destination's account, with which a delivery stream of another account is written to. */
export interface CrossAccountRole {
  readonly named: Named;
  readonly name: TextValue;
}

/** Reads `deliver_cross_account_role`. */
export function readCrossAccountRole(
  resolver: Resolver,
  roles: RoleDirectory,
  flowLog: Resource,
): CrossAccountRole {
  const raw = flowLog.attributes.deliver_cross_account_role;
  const named = roles.byArn(raw, flowLog);
  if (named.state === "none") return { named, name: { state: "absent" } };
  const given = typeof raw === "string" ? raw : "";
  const name =
    named.state === "resolved"
      ? nameOf(resolver, named.resource, named.instance)
      : lastStep(literalOf(resolver.text(given, placeOf(flowLog))));
  return { named, name: name === undefined ? { state: "unknown", given } : { state: "known", value: name } };
}

function nameOf(resolver: Resolver, role: Resource, instance: string): string | undefined {
  const given = role.attributes.name ?? role.attributes.name_prefix;
  if (typeof given !== "string") return undefined;
  const text = resolver.text(given, { source: role.source, instance });
  const [start] = text;
  return literalOf(text) ?? (typeof start === "string" ? start : undefined);
}

function lastStep(arn: string | undefined): string | undefined {
  return arn?.slice(arn.lastIndexOf("/") + 1);
}
