/**
 * The constructs: `new FlowLogs(scope, id, props)`, the types of its props, and `record` for what is recorded.
 *
 * @module flowgate
 */
export { FlowLogs } from "./flow-logs";
export type { FlowLogsProps, Region } from "./flow-logs-props";
export type {
  InterfaceScope,
  RegionalNatGatewayScope,
  Scope,
  SubnetScope,
  TransitGatewayAttachmentScope,
  TransitGatewayScope,
  VpcScope,
} from "./scope";
export type { AggregationSeconds, Capture, TagKeys, TrafficType } from "./capture/capture";
export type {
  BucketDestination,
  CloudWatchDestination,
  Destination,
  DestinationType,
  StreamDestination,
} from "./destination";
export type {
  ExistingLogGroup,
  LogGroup,
  LogGroupClass,
  NewLogGroup,
} from "./destination/log-group/log-group";
export type { RetentionDays } from "./destination/log-group/retention";
export type { DeliveryRole, ExistingRole } from "./destination/role/delivery-role";
export type { Bucket, ExistingBucket, Layout, LayoutProps, NewBucket } from "./destination/bucket/bucket";
export type { Storage, TransitionClass } from "./destination/bucket/storage";
export type { ExistingKey, Key } from "./destination/key/key";
export type {
  DeliveryStream,
  ExistingDeliveryStream,
  NewDeliveryStream,
} from "./destination/stream/delivery-stream";
export type { Verification } from "./verification";
export { waive, type Waiver } from "./waive";
export { InvalidPropsError, type Problem } from "./refusal/invalid-props";
export {
  record,
  type Field,
  type FilterConditions,
  type FlowRecord,
  type GlueColumn,
  type Parsed,
  type RecordFormat,
  type TransitGatewayField,
  type VpcField,
} from "./record";
export { FlowLogQueries, type FlowLogQueriesProps } from "./query/flow-log-queries";
export type { AthenaArchive, AthenaArns, AthenaProps } from "./query/athena-archive";
export type { Omitted } from "./query/answers";
export type { QuestionId } from "./query/question";
export { FlowLogAlarms, type OmittedAlarm } from "./alarm/flow-log-alarms";
export type { FlowLogAlarmsProps, Rate } from "./alarm/alarm-props";
export type { PeriodSeconds, SignalName } from "./alarm/signals";
export { OperatorPolicy, type OperatorDestination, type OperatorPolicyProps } from "./access/operator-policy";
export { AnalystPolicy, type AnalystPolicyProps } from "./access/analyst-policy";
export type { PolicyName } from "./access/policy";
export type { WatchedScope } from "./access/watched";
export { ReachabilityPath, type ReachabilityPathProps } from "./analysis/reachability-path";
export { AccessScope, type AccessScopeProps } from "./analysis/access-scope";
export type { AccessEnd, AccessPath, ExcludedPath } from "./analysis/access-path";
export { TrafficMirror, type MirrorTarget, type TrafficMirrorProps } from "./analysis/traffic-mirror";
export type { MirrorRule, Ports } from "./analysis/mirror-rule";
export type { CompanionProps } from "./companion";
export { estimateCost } from "./cost";
export type {
  Alternative,
  AlternativeName,
  CostLine,
  CostQuestion,
  Estimate,
  Habits,
  PriceName,
  PriceOverrides,
  Tier,
  Transition,
  Unpriced,
  Volume,
} from "../cost";
