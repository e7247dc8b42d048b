/** The constructs: `new FlowLogs(scope, id, props)`, the types of its props, and `record.format` for what is recorded. */
export { FlowLogs } from "./flow-logs";
export type { FlowLogsProps, Region } from "./flow-logs-props";
export type { InterfaceScope, Scope, SubnetScope, VpcScope } from "./scope";
export type { AggregationSeconds, Capture, TrafficType } from "./capture";
export type { CloudWatchDestination, Destination } from "./destination";
export type { ExistingLogGroup, LogGroup, LogGroupClass, NewLogGroup } from "./destination/log-group";
export type { DeliveryRole, ExistingRole } from "./destination/delivery-role";
export type { RetentionDays } from "./destination/retention";
export { InvalidPropsError, type Problem } from "./refusal/invalid-props";
export { record, type Field, type RecordFormat } from "./record";
