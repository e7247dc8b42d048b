import { createHash } from "node:crypto";

/**
 * What alarms, metric filters and the dashboard of nobody's naming are called by: the construct's path, and its hash
 * where the path holds what a dashboard cannot be called.
 *
 * FIXED: a change here replaces everything that was made with it.
 */
export function defaultAlarmName(path: string): string {
  const name = path.replace(/[^A-Za-z0-9_-]/g, "-").slice(0, 180);
  if (name === path.replaceAll("/", "-")) return name;
  return `${name}-${createHash("sha256").update(path).digest("hex").slice(0, 8)}`;
}
