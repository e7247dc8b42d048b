import type { Home } from "../../placement/home";
import type { Problems } from "../../refusal/problems";
import { checkAlias } from "../check-sharing";
import { Key } from "./key";

const KEY_ARN = /^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key\/[A-Za-z0-9-]+$/;
const GIVE = "the key's ARN, such as arn:aws:kms:eu-west-1:123456789012:key/ID";

/** A key that can be made, or can be there. By ARN: S3 delivery refuses ids and aliases. */
export function checkKey(prop: string, key: unknown, home: Home, problems: Problems): void {
  if (key === undefined || key === "create") return;
  if (key instanceof Key) {
    checkAlias(prop, key, home, problems);
  } else if (typeof key === "string") {
    problems.matching(prop, key, KEY_ARN, GIVE);
  } else {
    const object = problems.object(
      prop,
      key,
      '"create", its ARN, { existing: { arn } }, or the key of a FlowLogs',
    );
    if (object === undefined) return;
    problems.onlyKeys(`${prop}.`, object, ["existing"]);
    const existing = problems.object(`${prop}.existing`, object["existing"], '{ arn: "..." }');
    if (existing === undefined) return;
    problems.onlyKeys(`${prop}.existing.`, existing, ["arn"]);
    problems.matching(`${prop}.existing.arn`, existing["arn"], KEY_ARN, GIVE);
  }
}
