import { buildModel } from "../../../../gate/model/build";
import type { Change } from "../../../../gate/model/model";
import type { Attributes, ResourceChange, Source } from "../../../../gate/read/resource";

const empty = new Map<string, never>();

/** A plan, of which a test says only what it changes. */
export function plan(...changes: readonly ResourceChange[]): Source {
  return {
    path: "plan.json",
    kind: "plan",
    hash: "",
    providers: empty,
    locals: empty,
    outputs: empty,
    modules: empty,
    stackDependencies: [],
    changes,
  };
}

/** What a plan does to one resource: `before` and `after` as Terraform writes them. */
export function change(
  address: string,
  actions: readonly string[],
  before?: Attributes,
  after?: Attributes,
): ResourceChange {
  const [type = "", name = ""] = address.split(".").slice(-2);
  return {
    address,
    type,
    name,
    provider: "aws",
    actions,
    ...(before && { before }),
    ...(after && { after }),
  };
}

export const GROUP_ARN = "arn:aws:logs:eu-west-1:111122223333:log-group:/net/flow";

/** A log group as a state holds it. */
export const GROUP = { arn: GROUP_ARN, id: "/net/flow", name: "/net/flow", retention_in_days: 365 };

/** A flow log as a state holds it. */
export const FLOW_LOG = { id: "fl-1", vpc_id: "vpc-1", log_destination: GROUP_ARN, log_group_name: null };

/** The changes of the model that plans come to. */
export function changesOf(...sources: readonly Source[]): readonly Change[] {
  return buildModel({ sources, resources: [] }).changes;
}
