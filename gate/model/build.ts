import type { Configuration } from "../read/resource";
import { readBuckets } from "./bucket/buckets";
import { readChanges } from "./change/changes";
import { readDeliveryStreams } from "./delivery-stream/delivery-streams";
import { readAssumptions } from "./assumptions";
import { readLacking } from "./lacking";
import { readAccountRetentions } from "./log-group/account-retention";
import { adoptLoosePolicies } from "./permission/adopt";
import { Documents } from "./permission/documents";
import { doubtContested } from "./permission/contested";
import { applyExclusive } from "./permission/exclusive";
import { readFlowLogs } from "./flow-log/flow-log";
import { readBoundaryCoverage, readFlowLogPermissions } from "./flow-log/flow-log-permissions";
import { InputIndex } from "./reference/input-index";
import { readKeys } from "./key/keys";
import { readLogGroups } from "./log-group/log-group";
import type { Merged } from "./merged";
import type { Model } from "./model";
import { Sequence } from "./flow-log/order";
import { findOtherUsers } from "./role/other-users";
import { readOperators } from "./permission/operators";
import { Placements } from "./permission/placements";
import { Policies } from "./permission/policies";
import { Resolver } from "./reference/resolver";
import { readRoles } from "./role/role";
import { RoleDirectory } from "./role/role-directory";
import { deliveryRoles, readRoleUses } from "./role/role-use";
import { readStorage } from "./resource-policy/storage";
import { readTables } from "./table/tables";
import { Scopes } from "./scope/scopes";
import { readSources } from "./source";
import { readSensitive } from "./sensitive";
import { readWaivers } from "./waivers";

/**
 * Resolves what was read into the graph that the policies judge. Linear in the input; never throws for what it holds.
 * `today` is the day of the run (YYYY-MM-DD); without it no waiver holds.
 * `merged`: what the app's construct tree tells of the input.
 */
export function buildModel(configuration: Configuration, today = "", merged: Merged[] = []): Model {
  const index = new InputIndex(configuration);
  const resolver = new Resolver(index);
  const documents = new Documents();

  const keys = readKeys(resolver);
  const groups = readLogGroups(resolver, keys);
  const directory = new RoleDirectory(resolver);
  const scopes = new Scopes(resolver);
  const buckets = readBuckets(resolver);
  const streams = readDeliveryStreams(resolver);
  const drafts = readFlowLogs(resolver, { groups, buckets, streams, roles: directory, scopes });
  const uses = readRoleUses(resolver, drafts);

  const policies = new Policies(resolver, documents, uses);
  const placements = new Placements(resolver, directory);
  const detached = applyExclusive(placements);
  doubtContested(placements);
  const adoption = adoptLoosePolicies(placements, policies, deliveryRoles(uses), detached);
  const otherUsers = findOtherUsers(resolver, directory, new Set(uses.keys()));
  const roles = readRoles({ placements, adoption, policies, documents, otherUsers }, uses);

  const sequence = new Sequence(index);
  const positions = new Map([...uses.keys()].map((role, at) => [role, at]));
  for (const { model, crossAccountRole } of drafts)
    if (crossAccountRole.state === "resolved")
      model.cross_account_role.at = positions.get(crossAccountRole.resource) ?? -1;
  roles.forEach((role, at) => {
    for (const draft of role.model.flow_logs.flatMap((position) => drafts[position] ?? [])) {
      draft.model.role.at = at;
      draft.model.permissions = readFlowLogPermissions(documents, sequence, draft, role);
      draft.model.boundary_coverage = readBoundaryCoverage(documents, draft, role);
    }
  });

  const storage = readStorage({ resolver, documents, groups, buckets, keys }, drafts);

  return {
    version: 1,
    sources: readSources(index, placements.unplaced, scopes.unplaced, storage.unplaced),
    flow_logs: drafts.map(({ model }) => model),
    log_groups: groups.list,
    buckets: buckets.list,
    keys: keys.list,
    resource_policies: storage.policies.list,
    target_coverages: storage.policies.coverages,
    delivery_streams: streams.list,
    tables: readTables(resolver, buckets),
    account_retentions: readAccountRetentions(resolver),
    roles: roles.map(({ model }) => model),
    policies: policies.list,
    operators: readOperators(resolver, placements, deliveryRoles(uses)),
    loose_policies: [...adoption.loose],
    documents: documents.list,
    coverages: documents.coverages,
    scopes: scopes.list,
    vpcs: scopes.vpcs,
    changes: readChanges(resolver),
    sensitive: readSensitive(configuration),
    assumptions: readAssumptions(configuration),
    lacking: readLacking(configuration),
    waivers: readWaivers(configuration),
    merged,
    today,
  };
}
