import type { Terraform } from "../../fleet/stamped";
import { sound } from "../../matrix/sound";

const LOGS = "arn:aws:logs:eu-west-1:123456789012";

/** A flow log whose group, role and policy are called after it. */
export function delivering(
  name: string,
  { group = {}, role = {}, flowLog = {}, ...more }: Parameters<typeof sound>[1] = {},
): Terraform {
  return sound(name, {
    group: { name: `/flow/${name}`, ...group },
    role: { name, ...role },
    grant: [{ Effect: "Allow", Action: "logs:PutLogEvents", Resource: `${LOGS}:log-group:/flow/${name}:*` }],
    flowLog,
    ...more,
  });
}
