import type { Attributes } from "../resource";

const COMPUTED = new Set(["id", "json", "minified_json"]);

/** The arguments of an `aws_iam_policy_document`, without what the provider makes of them and what is not given. */
export function dataDocumentArguments(attributes: Attributes): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).filter(([name, value]) => !COMPUTED.has(name) && value !== null),
  );
}
