import type { Resource } from "../../read/resource";
import type { FlowLogDraft } from "../flow-log/flow-log";
import { splitKey } from "../flow-log/bucket-destination";
import type { Objects } from "../policy/policy-context";
import type { Resolver } from "../reference/resolver";
import { placeOf } from "../subject";
import type { Own, Text } from "../text/text";
import { joinText, shownText } from "../text/text-parts";
import type { Buckets } from "./buckets";
import { deliveredKeys } from "./delivered-keys";

/** What a flow log writes into a bucket of the input. */
export interface Delivery {
  readonly flowLog: FlowLogDraft;
  /** Whose flow log it is. */
  readonly own: Own;
  /** Which instance of a counted bucket; "" for the only one. */
  readonly instance: string;
  /** Its keys; two forms where it is not known whether they are Hive-compatible. */
  readonly keys: readonly Objects[];
  /** `[PREFIX/]AWSLogs/ACCOUNT`, as text for people. */
  readonly shown: string;
}

/** Reads what a flow log writes into the bucket that it is linked to. */
export function readDelivery(resolver: Resolver, { directory }: Buckets, flowLog: FlowLogDraft): Delivery {
  const { resource, model } = flowLog;
  const raw = resource.attributes.log_destination;
  const named = directory.find(raw, placeOf(resource), ["arn"], (text) => splitKey(text)?.bucket);
  const own = resolver.owners.own(resource);
  const { hive } = model.options;
  const keys = deliveredKeys(
    prefixOf(resolver, resource, raw),
    own,
    hive.state === "absent" ? false : hive.value,
  );
  const shown = shownText(keys[0]?.prefix ?? []).replace(/\/(?:aws-service=)?vpcflowlogs\/.*$/s, "");
  return { flowLog, own, instance: named.state === "resolved" ? named.instance : "", keys, shown };
}

/** What stands behind the bucket in the destination, without slashes at its ends. */
function prefixOf(resolver: Resolver, flowLog: Resource, raw: unknown): Text {
  const { byReference, address, source } = flowLog;
  const unknown: Text = [{ key: `prefix of ${source} ${address}`, kind: "unknown", shown: "PREFIX" }];
  if (typeof raw !== "string" || byReference?.has("log_destination") === true) return unknown;
  const key = splitKey(resolver.text(raw, placeOf(flowLog)))?.key;
  if (key === undefined) return unknown;
  const trimmed = key.map((part, at) => {
    if (typeof part !== "string") return part;
    const start = at === 0 ? part.replace(/^\/+/, "") : part;
    return at === key.length - 1 ? start.replace(/\/+$/, "") : start;
  });
  return joinText(trimmed);
}
