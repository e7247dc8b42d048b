import type { Loose, Problems } from "../refusal/problems";
import { checkExistingGroup, checkNewGroup } from "./check-log-group";
import { checkAlias, checkReach, type Home } from "./check-sharing";
import { DeliveryRole } from "./delivery-role";
import { LogGroup } from "./log-group";

/** Props that say where records go. */
export const DESTINATION_PROPS = ["logGroup", "role"] as const;

const ROLE_ARN = /^arn:[a-z-]+:iam::[0-9]{12}:role\/[\w+=,.@/-]+$/;

function checkGroup(group: unknown, home: Home, problems: Problems): void {
  if (group === undefined) return;
  if (group instanceof LogGroup) {
    checkAlias("logGroup", group, home, problems);
    return;
  }
  const object = problems.object(
    "logGroup",
    group,
    "its options, { existing: { arn } }, or the logGroup of another FlowLogs",
  );
  if (object === undefined) return;
  if (object["existing"] === undefined) checkNewGroup(object, problems);
  else checkExistingGroup(object, problems);
}

function checkRole(role: unknown, group: unknown, home: Home, problems: Problems): void {
  if (role === undefined) return;
  if (role instanceof DeliveryRole) {
    checkAlias("role", role, home, problems);
    checkReach(role, group, home, problems);
    return;
  }
  const object = problems.object("role", role, "{ existing: { arn } }, or the role of another FlowLogs");
  if (object === undefined) return;
  problems.onlyKeys("role.", object, ["existing"]);
  const existing = problems.object("role.existing", object["existing"], '{ arn: "..." }');
  if (existing === undefined) return;
  problems.onlyKeys("role.existing.", existing, ["arn"]);
  problems.matching(
    "role.existing.arn",
    existing["arn"],
    ROLE_ARN,
    "the role's ARN, such as arn:aws:iam::123456789012:role/NAME",
  );
}

/** A log group and a role that can be made, or that can be there. */
export function checkDestination(props: Loose, home: Home, problems: Problems): void {
  checkGroup(props["logGroup"], home, problems);
  checkRole(props["role"], props["logGroup"], home, problems);
}
