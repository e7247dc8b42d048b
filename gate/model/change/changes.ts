import type { Attributes, ResourceChange } from "../../read/resource";
import type { Change } from "../model";
import type { Resolver } from "../reference/resolver";
import { readFlag, readNumber } from "../value";
import { Places } from "./places";
import { actionOf, Writers } from "./writers";

const KINDS = new Map<string, Change["kind"]>([
  ["aws_flow_log", "flow-log"],
  ["aws_cloudwatch_log_group", "log-group"],
  ["aws_s3_bucket", "bucket"],
]);

/**
 * What plans do to flow logs, and to what flow logs wrote to before. Only what is there before a plan can be changed
 * by it: what it makes, and what it leaves alone, is not here.
 */
export function readChanges(resolver: Resolver): Change[] {
  const { sources } = resolver.index;
  if (sources.every(({ changes }) => changes.length === 0)) return [];
  const writers = new Writers(sources);
  const places = new Places(sources);
  return sources.flatMap(({ changes }, source) =>
    changes.flatMap((change) => readChange({ resolver, writers, places, source, change })),
  );
}

interface Seen {
  readonly resolver: Resolver;
  readonly writers: Writers;
  readonly places: Places;
  readonly source: number;
  readonly change: ResourceChange;
}

function readChange({ resolver, writers, places, source, change }: Seen): Change[] {
  const { type, address, before, after } = change;
  const kind = KINDS.get(type);
  const action = actionOf(change);
  if (kind === undefined || action === undefined || before === undefined) return [];
  const isFlowLog = kind === "flow-log";
  const writtenBy = isFlowLog ? [] : writers.of(type, before);
  if (!isFlowLog && writtenBy.length === 0) return [];
  const made = resolver.index.resource(source, address);
  return [
    {
      source,
      address,
      ...(made?.constructPath !== undefined && { construct_path: made.constructPath }),
      ...(made?.location && { location: { path: made.location.path, line: made.location.line } }),
      exists: "yes",
      kind,
      action,
      written_by: writtenBy,
      skip_destroy: readFlag(resolver, before.skip_destroy, { source, instance: "" }),
      retention: days(resolver, source, before),
      retention_after: days(resolver, source, after),
      scope: isFlowLog ? Places.scopeOf(before) : "",
      successors: isFlowLog ? places.successors(source, before) : [],
    },
  ];
}

function days(resolver: Resolver, source: number, values: Attributes | undefined): Change["retention"] {
  return readNumber(resolver, values?.retention_in_days, { source, instance: "" });
}
