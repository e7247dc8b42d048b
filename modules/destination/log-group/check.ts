import type { Home } from "../../placement/home";
import { neighbours } from "../../refusal/nearest";
import { isDeferred, shown, type Loose, type Problems } from "../../refusal/problems";
import { checkKeyReach } from "../check-sharing";
import { checkKey } from "../key/check";
import { Key } from "../key/key";
import { RETENTION_DAYS } from "./retention";

const NEW_GROUP = [
  "name",
  "retentionDays",
  "logGroupClass",
  "kmsKey",
  "skipDestroy",
  "deletionProtection",
] as const;
const GROUP_NAME = /^[A-Za-z0-9_./#-]{1,512}$/;
const GROUP_ARN = /^arn:[a-z-]+:logs:[a-z0-9-]+:[0-9]{12}:log-group:[A-Za-z0-9_./#-]{1,512}$/;
const GIVE_NAME = "1 to 512 letters, digits and _-/.#";
const GIVE_ARN = "the group's ARN, such as arn:aws:logs:eu-west-1:123456789012:log-group:NAME";

function checkName(prop: string, value: unknown, problems: Problems): void {
  problems.matching(prop, value, GROUP_NAME, GIVE_NAME);
  if (typeof value === "string" && value.startsWith("aws/")) {
    problems.add(
      prop,
      `is ${shown(value)}, and AWS keeps names that begin with aws/ for itself; use ${shown(`/${value}`)}`,
    );
  }
}

function checkRetention(days: unknown, problems: Problems): void {
  if (days === undefined || isDeferred(days) || RETENTION_DAYS.some((period) => period === days)) return;
  if (typeof days === "number" && Number.isFinite(days) && days > 0) {
    const periods = neighbours(days, RETENTION_DAYS).join(" or ");
    problems.add(
      "logGroup.retentionDays",
      `is ${days}, not a period that CloudWatch Logs accepts; use ${periods}`,
    );
  } else {
    const reason = days === 0 ? ", which keeps records for ever" : "";
    problems.add("logGroup.retentionDays", `is ${shown(days)}${reason}; give days, such as 30, 90 or 365`);
  }
}

function checkClass(value: unknown, problems: Problems): void {
  if (value === "DELIVERY") {
    problems.add(
      "logGroup.logGroupClass",
      'is "DELIVERY", which holds Lambda logs only; use "STANDARD" or "INFREQUENT_ACCESS"',
    );
  } else {
    problems.oneOf("logGroup.logGroupClass", value, ["STANDARD", "INFREQUENT_ACCESS"]);
  }
}

/** Options that CloudWatch Logs takes. */
export function checkNewGroup(group: Loose, problems: Problems, home: Home): void {
  problems.onlyKeys("logGroup.", group, [...NEW_GROUP, "existing"]);
  if (group["name"] !== undefined) checkName("logGroup.name", group["name"], problems);
  checkRetention(group["retentionDays"], problems);
  checkClass(group["logGroupClass"], problems);
  checkKey("logGroup.kmsKey", group["kmsKey"], home, problems);
  if (group["kmsKey"] instanceof Key) checkKeyReach(group["kmsKey"], group["name"], home, problems);
  problems.boolean("logGroup.skipDestroy", group["skipDestroy"]);
  problems.boolean("logGroup.deletionProtection", group["deletionProtection"]);
}

/** A log group that can be there, and nothing beside it. */
export function checkExistingGroup(group: Loose, problems: Problems): void {
  problems.alone("logGroup", group, [], "log group");
  const existing = problems.object(
    "logGroup.existing",
    group["existing"],
    '{ name: "..." } or { arn: "..." }',
  );
  if (existing === undefined) return;
  problems.onlyKeys("logGroup.existing.", existing, ["name", "arn"]);
  const { arn, name } = existing;
  if (!problems.either("logGroup.existing", existing, "name", "arn")) return;
  if (arn === undefined) {
    checkName("logGroup.existing.name", name, problems);
  } else if (typeof arn === "string" && arn.endsWith(":*")) {
    problems.add(
      "logGroup.existing.arn",
      `ends in :*, which replaces the flow log at every apply; use ${shown(arn.slice(0, -2))}`,
    );
  } else {
    problems.matching("logGroup.existing.arn", arn, GROUP_ARN, GIVE_ARN);
  }
}
