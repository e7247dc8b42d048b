import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { Construct } from "constructs";
import { captureArguments, formatOf, tagArguments, type TrafficType } from "./capture/capture";
import { deliver, type Delivery, type DestinationType } from "./destination";
import type { Bucket } from "./destination/bucket/bucket";
import type { LogGroup } from "./destination/log-group/log-group";
import type { DeliveryRole } from "./destination/role/delivery-role";
import type { DeliveryStream } from "./destination/stream/delivery-stream";
import { checkProps, type FlowLogsProps } from "./flow-logs-props";
import { locate } from "./location/locate";
import { append } from "./placement/append";
import { Placement } from "./placement/placement";
import type { RecordFormat } from "./record";
import { watchedBy } from "./scope";
import { verificationOf, type Verification } from "./verification";

const DESTINATIONS: Record<DestinationType, string> = {
  "cloud-watch-logs": "CloudWatch Logs",
  s3: "S3",
  "kinesis-data-firehose": "Firehose",
};

/**
 * A flow log whose records arrive: with its destination, and whatever lets the service write there.
 *
 * Every default passes flowgate's own policies.
 *
 * @example new FlowLogs(this, "flow-logs", { vpcId: vpc.id })
 * @example new FlowLogs(this, "archive", { vpcId: vpc.id, bucket: { expireDays: 400 } })
 */
export class FlowLogs extends Construct {
  /** The real thing, for overrides and attributes. */
  readonly flowLog: FlowLog;
  /** What a record holds: the format that was given, or AWS's own. */
  readonly format: RecordFormat;
  /** Which traffic is recorded; undefined for a transit gateway, which neither accepts nor rejects. */
  readonly trafficType: TrafficType | undefined;
  private readonly delivery: Delivery;
  private readonly placement: Placement;

  /** @throws InvalidPropsError with everything that is wrong with the props; nothing is made then. */
  constructor(scope: Construct, id: string, props: FlowLogsProps) {
    checkProps(scope, id, props);
    super(scope, id);
    const location = this.node.tryGetContext("flowgate:location") === false ? undefined : locate(FlowLogs);
    this.placement = new Placement(this, props.provider, props.tags, location);
    const { argument, kind, resource } = watchedBy(props);
    this.format = formatOf(props, kind);
    this.trafficType = kind === "transit-gateway" ? undefined : (props.trafficType ?? "ALL");
    this.delivery = deliver(this.placement, props, resource);
    this.flowLog = this.placement.put(
      new FlowLog(this, "flow-log", {
        ...this.placement.tagged,
        ...argument,
        ...captureArguments(props, kind),
        ...this.delivery.arguments,
      }),
    );
    const tagFields = tagArguments(props);
    if (tagFields !== undefined) append(this.flowLog, tagFields);
  }

  /** Where records go, as `log_destination_type` calls it. */
  get destinationType(): DestinationType {
    return this.delivery.type;
  }

  /** Where records go. @throws Error where they do not go to CloudWatch Logs. */
  get logGroup(): LogGroup {
    return this.delivery.logGroup ?? this.none("log group");
  }

  /** What the service writes to CloudWatch Logs with. @throws Error where records do not go there. */
  get role(): DeliveryRole {
    return this.delivery.role ?? this.none("delivery role");
  }

  /** Where records go. @throws Error where they do not go to S3. */
  get bucket(): Bucket {
    return this.delivery.bucket ?? this.none("bucket");
  }

  /** Where records go. @throws Error where they do not go to Firehose. */
  get deliveryStream(): DeliveryStream {
    return this.delivery.deliveryStream ?? this.none("delivery stream");
  }

  /** How to see that records arrive: two commands, and on demand outputs of them. */
  get verification(): Verification {
    return verificationOf(this, this.flowLog.id, this.delivery, this.placement.own);
  }

  /** Never undefined: `logGroup: other.logGroup` would then make a new group in silence. */
  private none(what: string): never {
    throw new Error(
      `${this.node.path} has no ${what}: its records go to ${DESTINATIONS[this.delivery.type]}; ask another FlowLogs`,
    );
  }
}
