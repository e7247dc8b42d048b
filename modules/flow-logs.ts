import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { Construct } from "constructs";
import { captureArguments } from "./capture";
import { logGroupOf, roleOf } from "./destination";
import type { DeliveryRole } from "./destination/delivery-role";
import type { LogGroup } from "./destination/log-group";
import { checkProps, type FlowLogsProps } from "./flow-logs-props";
import { locate } from "./location/locate";
import { Placement } from "./placement/placement";
import { scopeArgument } from "./scope";

/**
 * A flow log whose records arrive: with its log group, and the role and policy that let the service write there.
 *
 * Every default passes flowgate's own policies.
 *
 * @example new FlowLogs(this, "flow-logs", { vpcId: vpc.id })
 */
export class FlowLogs extends Construct {
  /** Where records go. */
  readonly logGroup: LogGroup;
  /** What the service writes with. */
  readonly role: DeliveryRole;
  /** The real thing, for overrides and attributes. */
  readonly flowLog: FlowLog;

  /** @throws InvalidPropsError with everything that is wrong with the props; nothing is made then. */
  constructor(scope: Construct, id: string, props: FlowLogsProps) {
    checkProps(scope, id, props);
    super(scope, id);
    const location = this.node.tryGetContext("flowgate:location") === false ? undefined : locate(FlowLogs);
    const placement = new Placement(this, props.provider, props.tags, location);
    this.logGroup = logGroupOf(placement, props);
    this.role = roleOf(placement, props);
    const grant = this.role.grant(this.logGroup);
    this.flowLog = placement.put(
      new FlowLog(this, "flow-log", {
        ...placement.tagged,
        ...scopeArgument(props),
        ...captureArguments(props),
        logDestinationType: "cloud-watch-logs",
        logDestination: this.logGroup.destinationFor(placement),
        iamRoleArn: this.role.arn,
        // Another stack is applied before this one, and its resources cannot be named in depends_on.
        ...(grant === undefined || this.role.stack !== placement.stack ? {} : { dependsOn: [grant] }),
      }),
    );
  }
}
