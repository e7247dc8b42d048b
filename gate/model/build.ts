import type { Configuration } from "../read/resource";
import { readAccountRetentions } from "./log-group/account-retention";
import { adoptLoosePolicies } from "./permission/adopt";
import { Documents } from "./permission/documents";
import { applyExclusive } from "./permission/exclusive";
import { readFlowLogs } from "./flow-log/flow-log";
import { readFlowLogPermissions } from "./flow-log/flow-log-permissions";
import { InputIndex } from "./reference/input-index";
import { readLogGroups } from "./log-group/log-group";
import type { Model } from "./model";
import { Sequence } from "./flow-log/order";
import { findOtherUsers } from "./role/other-users";
import { Placements } from "./permission/placements";
import { Policies } from "./permission/policies";
import { Resolver } from "./reference/resolver";
import { readRoles } from "./role/role";
import { RoleDirectory } from "./role/role-directory";
import { readRoleUses } from "./role/role-use";
import { Scopes } from "./scope/scopes";
import { readSources } from "./source";

/** Resolves what was read into the graph that the policies judge. Linear in the input; never throws for what it holds. */
export function buildModel(configuration: Configuration): Model {
  const index = new InputIndex(configuration);
  const resolver = new Resolver(index);
  const documents = new Documents();

  const groups = readLogGroups(resolver);
  const directory = new RoleDirectory(resolver);
  const scopes = new Scopes(resolver);
  const drafts = readFlowLogs(resolver, groups, directory, scopes);
  const uses = readRoleUses(resolver, drafts);

  const policies = new Policies(resolver, documents, uses);
  const placements = new Placements(resolver, directory);
  const detached = applyExclusive(placements);
  const adoption = adoptLoosePolicies(placements, policies, uses.keys(), detached);
  const otherUsers = findOtherUsers(resolver, directory, new Set(uses.keys()));
  const roles = readRoles({ placements, adoption, policies, documents, otherUsers }, uses);

  const sequence = new Sequence(index);
  roles.forEach((role, at) => {
    for (const draft of role.model.flow_logs.flatMap((position) => drafts[position] ?? [])) {
      draft.model.role.at = at;
      draft.model.permissions = readFlowLogPermissions(documents, sequence, draft, role);
    }
  });

  return {
    version: 1,
    sources: readSources(index, placements.unplaced, scopes.unplaced),
    flow_logs: drafts.map(({ model }) => model),
    log_groups: groups.list,
    account_retentions: readAccountRetentions(resolver),
    roles: roles.map(({ model }) => model),
    policies: policies.list,
    loose_policies: [...adoption.loose],
    documents: documents.list,
    coverages: documents.coverages,
    scopes: scopes.list,
    vpcs: scopes.vpcs,
  };
}
