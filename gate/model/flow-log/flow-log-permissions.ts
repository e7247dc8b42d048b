import type { Documents } from "../permission/documents";
import type { FlowLogDraft } from "./flow-log";
import type { FlowLogPermission } from "../model";
import type { DecodedDocument } from "../policy/read-policy";
import type { Text } from "../text/text";
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
    const coverage = coverageOf(documents, document, destination.arn, streamPrefix);
    const { site, attachments } = grant;
    // What hangs twice on the role is there once the first of its attachments is.
    const hangs = attachments.some((by) => by.exists === "yes" && sequence.order(resource, by) === "after");
    const awaited = [site.resource, ...(hangs ? [] : attachments)];
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

/** What the permissions boundary of its role covers of a flow log's own log group; -1 where there is none to read. */
export function readBoundaryCoverage(
  documents: Documents,
  { destination, streamPrefix }: FlowLogDraft,
  { boundary }: RoleDraft,
): number {
  return boundary === undefined
    ? -1
    : coverageOf(documents, boundary.document, destination.arn, streamPrefix);
}

function coverageOf(
  documents: Documents,
  document: DecodedDocument | undefined,
  group: Text | undefined,
  streamPrefix: "eni-" | "",
): number {
  return group === undefined
    ? -1
    : documents.coverage(document, { groups: [group], complete: true, streamPrefix });
}
