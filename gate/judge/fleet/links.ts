/**
 * What ties the subjects of a model together, and what tells apart subjects that are made alike: for each array of
 * subjects, which fields are positions in which other array, and which texts are names. A test holds it against
 * `schemas/model.schema.json`: every number there is a position that stands here, or a plain number.
 */

/** How a field of a subject is compared with that of another, which may be the same but for its name. */
export type Tie =
  /** A position in that array of the model, or a list of them; negative for none. */
  | { readonly to: string }
  /** A text in which words may differ: what a thing is called. Rules print it and judge nothing by it. */
  | "name"
  /** A text in which hexadecimal digits may differ: an id that AWS gave. */
  | "id"
  /** A text for people, which rules print: any other is as good. */
  | "printed"
  /** Never sent to the policies: only people read it. */
  | "unread"
  | Ties;

export interface Ties {
  readonly [field: string]: Tie;
}

const ref: Ties = { address: "printed" };
const READINGS: Ties = {
  policy: { to: "resource_policies" },
  document: { to: "documents" },
  coverage: { to: "target_coverages" },
};
const subject: Ties = { address: "printed", construct_path: "unread", location: "unread" };

/** Each array whose items a fleet repeats. What is in none of these tables is compared as it stands. */
export const SUBJECTS: Readonly<Record<string, Ties>> = {
  flow_logs: {
    ...subject,
    destination: { value: "name" },
    log_group: { at: { to: "log_groups" } },
    log_group_arn: "printed",
    role: { at: { to: "roles" } },
    cross_account_role: { at: { to: "roles" } },
    bucket: { at: { to: "buckets" } },
    bucket_keys: "name",
    bucket_policies: READINGS,
    stream: { at: { to: "delivery_streams" } },
    scope: { at: { to: "scopes" }, given: { text: "id" } },
    permissions: { coverage: { to: "coverages" }, missing: ref },
    boundary_coverage: { to: "coverages" },
  },
  log_groups: {
    ...subject,
    name: { value: "name" },
    arn: "printed",
    key: { at: { to: "keys" } },
    flow_logs: { to: "flow_logs" },
    filters: ref,
  },
  buckets: {
    ...subject,
    name: { value: "name" },
    arn: "printed",
    flow_logs: { to: "flow_logs" },
    deliveries: "name",
    policies: READINGS,
    public_access: ref,
    lifecycle: ref,
    encryption: { ...ref, key: { at: { to: "keys" } } },
    told: ref,
    account_access: ref,
  },
  keys: {
    ...subject,
    arn: "printed",
    users: { log_group: { to: "log_groups" }, bucket: { to: "buckets" }, policies: READINGS },
    told: ref,
  },
  delivery_streams: {
    ...subject,
    name: { value: "name" },
    arn: "printed",
    flow_logs: { to: "flow_logs" },
  },
  resource_policies: { ...subject, resources: { resources: "printed", not_resources: "printed" } },
  roles: {
    ...subject,
    name: { value: "name" },
    trust: { document: { to: "documents" } },
    flow_logs: { to: "flow_logs" },
    permissions: {
      policy: { to: "policies" },
      coverage: { to: "coverages" },
      attachments: ref,
      contested_by: ref,
      detached_by: ref,
    },
    boundary_policy: { at: { to: "policies" } },
    foreign_policies: ref,
    other_users: ref,
  },
  policies: {
    ...subject,
    document: { to: "documents" },
    resources: { resources: "printed", not_resources: "printed" },
    name: "name",
  },
  scopes: { key: "printed", ref, flow_logs: { to: "flow_logs" }, within: { to: "scopes" } },
  vpcs: { ...subject, scope: { to: "scopes" }, subnets: { to: "scopes" } },
  changes: { ...subject, written_by: ref, scope: "printed", successors: ref },
};

/** Arrays that subjects share, and that lead to no subject. */
export const SHARED: readonly string[] = ["documents", "coverages", "target_coverages"];

/** What every subject may be judged by: it goes with each of them. */
export const SURROUNDINGS: readonly string[] = ["version", "sources"];

/** What no rule judges by: it changes how findings read, and what becomes of them. */
export const SETTLING: readonly string[] = ["today", "waivers", "sensitive", "assumptions", "lacking"];

export function isPosition(tie: Tie | undefined): tie is { readonly to: string } {
  return typeof tie === "object" && typeof tie.to === "string";
}
