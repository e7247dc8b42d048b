import type { Resource } from "../../read/resource";
import type { DeliveryStreams } from "../delivery-stream/delivery-streams";
import type { Link } from "../model";
import { placeOf } from "../subject";

/** The delivery stream that a flow log writes to. */
export function readStreamDestination(streams: DeliveryStreams, flowLog: Resource, raw: string): Link {
  const named = streams.directory.find(raw, placeOf(flowLog), ["arn", "id"]);
  const at = named.state === "resolved" ? (streams.positions.get(named.resource) ?? -1) : -1;
  return { state: named.state, at, given: raw };
}
