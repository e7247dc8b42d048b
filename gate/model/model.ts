/**
 * The model: what `gate` tells `policies`. `schemas/model.schema.json` is the contract, this file its TypeScript
 * face; a test holds them together.
 *
 * - Every array is flat and every link is a position in one, so that Rego neither searches nor walks.
 * - A value carries its state. `value` stands only where the state is `known`, so that a comparison in Rego with
 *   anything else is undefined instead of true (null orders below every number).
 * - Facts only: what is allowed, and how bad it is, is decided in `policies`.
 */

import type { SourceKind } from "../read/resource";
import type { Change, CodeWaiver } from "./change-facts";
import type { Merged } from "./merged";
import type { FlowLog } from "./flow-log-facts";
import type { Coverage, PolicyDocument, PolicyText, WrittenResources } from "./policy-facts";
import type { Bucket, DeliveryStream, Key, ResourcePolicy, Table, TargetCoverage } from "./storage-facts";

export type * from "./change-facts";
export type * from "./flow-log-facts";
export type * from "./policy-facts";
export type * from "./storage-facts";

/** `absent` is an argument that is not given, or given as null: Terraform treats both alike. */
export type State = "known" | "absent" | "unknown" | "wrong-type";

export interface Value<T> {
  state: State;
  /** Only with state `known`. */
  value?: T;
  /** What the source says, for messages. Only with state `unknown` or `wrong-type`. */
  given?: string;
}

export type TextValue = Value<string>;
export type NumberValue = Value<number>;
export type FlagValue = Value<boolean>;

/**
 * A link to another subject. `resolved`: at `at`. `external`: it names something that the input does not hold (a
 * literal ARN or id). `none`: the argument is absent. `unknown`: it cannot be told what it names.
 */
export interface Link {
  state: "resolved" | "external" | "none" | "unknown";
  /** Position in the array that the field names, -1 unless resolved. */
  at: number;
  /** What the source says, for messages; "" when absent. */
  given: string;
}

/** A resource by name: what findings print. */
export interface Ref {
  source: number;
  address: string;
}

/** `text` is a clause: `var.days is 7 (its default in variables.tf)`. */
export interface Assumption extends Ref {
  text: string;
}

/** A name that variables without a value leave open. */
export interface Lacking {
  source: number;
  /** `var.days`, `local.days`, or `aws_x.y` of which it is not known how many are made. */
  name: string;
  variables: string[];
}

/** What each subject starts with. */
export interface Subject extends Ref {
  construct_path?: string;
  location?: { path: string; line: number };
  /** `unknown`: it hangs on a count or for_each that is not a literal. */
  exists: "yes" | "unknown";
}

export interface LogGroup extends Subject {
  name: TextValue;
  retention: NumberValue;
  log_class: TextValue;
  /** The ARN without `:*`, as in `FlowLog.log_group_arn`. */
  arn: string;
  /** Into `keys`. */
  key: Link;
  /** Flow logs that write to it; positions. */
  flow_logs: number[];
  /** Metric and subscription filters on it. */
  filters: Ref[];
}

/** `aws_cloudwatch_log_account_policy` of type RETENTION_POLICY. */
export interface AccountRetention extends Subject {
  /** A selection criterion narrows it: whether it reaches a group is then not known. */
  selective: boolean;
}

export interface Role extends Subject {
  name: TextValue;
  trust: PolicyText;
  /** Flow logs that use it; positions. None: it is only the destination's role of some. */
  flow_logs: number[];
  /** Permission policies that hang on it, or were adopted. */
  permissions: RolePermission[];
  /** Managed policies on it that are not in the input. `known` false: a reference that cannot be followed. */
  foreign_policies: (Ref & { given: string; known: boolean })[];
  /** ARN of the permissions boundary, which takes back what it does not allow itself. */
  boundary: TextValue;
  /** Into `policies`: the boundary's document. `external`: a policy that the input does not hold. */
  boundary_policy: Link;
  /** What else in the input uses the role (instance profile, function, ...). */
  other_users: Ref[];
  /** Own account and region as text for messages and corrected policies: literals, or Terraform references; "" if not known. */
  own: { partition: string; region: string; account: string };
}

export interface RolePermission {
  /** Into `policies`. */
  policy: number;
  /** It hangs on no role and is judged as if on this one. */
  adopted: boolean;
  /** false: policy or attachment hang on a count or for_each that is not a literal. */
  certain: boolean;
  /** What may take it off the role or write over it: it grants for now, and may not later. */
  contested_by: Ref[];
  /** What attaches it; empty where the policy names the role itself. */
  attachments: Ref[];
  /** Of an adopted one: the exclusive list that takes it off the role; empty where nothing hangs it there. */
  detached_by: Ref[];
  /** Into `coverages`, relative to the log groups of all flow logs that use the role together. */
  coverage: number;
}

/** A place where a permission document stands: aws_iam_role_policy, aws_iam_policy, or the role itself for inline_policy. */
export interface Policy extends Subject, PolicyText {
  /** Parallel to the statements of its document; empty unless readable. */
  resources: WrittenResources[];
  kind: "role-policy" | "managed" | "inline";
  /** Name as given, for messages. */
  name: string;
}

/**
 * A policy that lets somebody make flow logs and hand them roles: it allows `ec2:CreateFlowLogs` and `iam:PassRole`,
 * neither by a bare `*`, and hangs on no delivery role.
 */
export interface Operator extends Subject {
  /** Its statements that allow `iam:PassRole`. */
  passes: {
    /** `any`: some resource stands for roles of any name. */
    roles: "named" | "any" | "unknown";
    /** Those resources, as written. */
    texts: string[];
    /** Does `iam:PassedToService` say to whom? */
    service: "named" | "any" | "unknown";
    /** That condition as written; "" without one. */
    given: string;
  }[];
}

/** What a flow log can be put on. Every VPC and subnet of the input has one, captured or not. */
export interface Scope {
  /** Identity within the input. */
  key: string;
  /** The resource of the input that it is; absent for a literal id. */
  ref?: Ref;
  kind:
    | "vpc"
    | "subnet"
    | "network-interface"
    | "transit-gateway"
    | "transit-gateway-attachment"
    | "regional-nat-gateway";
  /** Flow logs on it; positions. */
  flow_logs: number[];
  /** Scopes that contain this one: an interface's subnet and VPC, a subnet's VPC; positions. */
  within: number[];
}

export interface Vpc extends Subject {
  /** Into `scopes`. */
  scope: number;
  /** Scopes of its subnets in the input. */
  subnets: number[];
}

export interface ModelSource {
  path: string;
  kind: SourceKind;
  stack: string;
  /** Module calls, whose resources are not read. */
  modules: string[];
  /** Of a plan beside its source: addresses of calls whose module is not on the disk, and would be read. */
  not_installed: string[];
  /** Policies and attachments whose role cannot be told: any role of this source may have more than it shows. */
  unplaced_permissions: Ref[];
  /** Flow logs whose scope cannot be told: any VPC may be theirs. */
  unplaced_flow_logs: Ref[];
  /** Settings of buckets whose bucket cannot be told: they may be any bucket's. */
  unplaced_bucket_parts: (Ref & {
    sets: "policy" | "public-access" | "lifecycle" | "encryption" | "versioning";
  })[];
  /** Policies of keys whose key cannot be told. */
  unplaced_key_policies: Ref[];
}

export interface Model {
  version: 1;
  sources: ModelSource[];
  flow_logs: FlowLog[];
  log_groups: LogGroup[];
  buckets: Bucket[];
  delivery_streams: DeliveryStream[];
  tables: Table[];
  keys: Key[];
  /** Policies of buckets and keys. */
  resource_policies: ResourcePolicy[];
  target_coverages: TargetCoverage[];
  account_retentions: AccountRetention[];
  roles: Role[];
  policies: Policy[];
  operators: Operator[];
  /** Policies that grant log-delivery actions, hang on no role and were adopted by none; positions. */
  loose_policies: number[];
  documents: PolicyDocument[];
  coverages: Coverage[];
  scopes: Scope[];
  vpcs: Vpc[];
  /** What plans do to flow logs and to what they write to; empty for any other source. */
  changes: Change[];
  /** Resources of which Terraform marks an argument sensitive: judged, and no text of theirs is shown. */
  sensitive: Ref[];
  /** What the values of resources hang on that a person may still change (HCL's variables); findings say so. */
  assumptions: Assumption[];
  /** Names that variables without a value leave open (HCL); undecided findings that show one say so. */
  lacking: Lacking[];
  /** Waivers that stand in code. */
  waivers: CodeWaiver[];
  /** Constructs that became one resource. Only where the app itself was seen; the written files keep no trace of it. */
  merged: Merged[];
  /** The day of the run (YYYY-MM-DD, UTC), on which waivers hold or not. "" where nobody says: none holds. */
  today: string;
}
