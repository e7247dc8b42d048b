import type { Documents } from "../permission/documents";
import type { FlowLogDraft } from "./flow-log";
import type { FlowLogPermission } from "../model";
import type { Sequence } from "./order";
import type { RoleDraft } from "../role/role";
import { refOf } from "../subject";

/** What each permission of its role is to one flow log: what it covers of the own log group, and which is made first. */
export function readFlowLogPermissions(
  documents: Documents,
  sequence: Sequence,
  { resource, destination, streamPrefix }: FlowLogDraft,
  role: RoleDraft,
): FlowLogPermission[] {
  return role.permissions.map(({ grant, document }) => {
    const coverage =
      destination.arn === undefined
        ? -1
        : documents.coverage(document, { groups: [destination.arn], complete: true, streamPrefix });
    const awaited = [grant.site.resource, ...grant.attachments];
    const orders = awaited.map((target) => sequence.order(resource, target));
    const missing = awaited.filter((_, position) => orders[position] !== "after").map(refOf);
    const order = orders.includes("not-after")
      ? "not-after"
      : orders.includes("unknown")
        ? "unknown"
        : "after";
    return { coverage, order, missing };
  });
}
