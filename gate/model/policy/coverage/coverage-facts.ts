import type { ResourceCoverage } from "../../model";

/** `*`. */
export const ANYTHING: ResourceCoverage = { streams: "every", group: "yes", reach: "beyond", form: "any" };
/** The ARN of an own group, as it is. */
export const BARE_GROUP: ResourceCoverage = {
  streams: "none",
  group: "yes",
  reach: "own",
  form: "bare-group",
};
/** The ARN of an own group with `:*`. */
export const WHOLE_GROUP: ResourceCoverage = { streams: "every", group: "yes", reach: "own", form: "group" };
/** The ARN of an own group with `:log-stream:*`. */
export const EVERY_STREAM: ResourceCoverage = {
  streams: "every",
  group: "unknown",
  reach: "own",
  form: "streams",
};
/** No ARN that a resource has. */
export const NO_ARN: ResourceCoverage = {
  streams: "none",
  group: "no",
  reach: "malformed",
  form: "malformed",
};
/** Something that is no log group. */
export const OTHER_RESOURCE: ResourceCoverage = {
  streams: "none",
  group: "no",
  reach: "other",
  form: "other-service",
};
/** Nothing can be told. */
export const NOT_KNOWN: ResourceCoverage = {
  streams: "unknown",
  group: "unknown",
  reach: "unknown",
  form: "unknown",
};
