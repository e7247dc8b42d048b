import type { Resource } from "../../read/resource";
import { Directory, type Named } from "../directory";
import { inlineBlocks, listOf } from "./policy-arguments";
import type { ForeignPolicy, Grant, Grants, PolicySite } from "./policy-site";
import type { Resolver } from "../reference/resolver";
import type { RoleDirectory } from "../role/role-directory";
import { rolesIn } from "../role/roles-in";
import { placeOf, refOf } from "../subject";

/** Gathers what hangs on each role of the input, whichever way Terraform has to say so. */
export class Placements {
  /** By managed policy resource: where its document stands. */
  readonly managed = new Map<Resource, PolicySite>();
  /** Managed policies that something uses: attached to a role, user or group, or a boundary. */
  readonly used = new Set<Resource>();
  /** `aws_iam_policy_attachment` by its policy: each wants to be the only one that attaches it. */
  readonly owners = new Map<PolicySite, Resource[]>();
  /** Policies and attachments whose role cannot be told. */
  readonly unplaced: Resource[] = [];
  readonly #byRole = new Map<Resource, Grants>();
  readonly #policies: Directory;

  constructor(
    readonly resolver: Resolver,
    readonly roles: RoleDirectory,
  ) {
    this.#policies = new Directory(resolver, "aws_iam_policy");
    for (const resource of resolver.index.ofType("aws_iam_policy")) {
      const name = resolver.attribute(resource, "name");
      this.managed.set(resource, { kind: "managed", resource, name, raw: resource.attributes.policy });
      this.#policies.add(resolver.attribute(resource, "arn"), resource);
    }
    this.#readRoles();
    this.#readRolePolicies();
    this.#readAttachments();
    this.#readOtherUses();
    this.#readModules();
  }

  of(role: Resource): Grants {
    const known = this.#byRole.get(role);
    if (known !== undefined) return known;
    const made = { role, grants: [], foreign: [] };
    this.#byRole.set(role, made);
    return made;
  }

  /** The policy that a role has for its permissions boundary; `site` where the input holds it. */
  boundary(role: Resource): { readonly named: Named; readonly site?: PolicySite } {
    const named = this.#policies.find(role.attributes.permissions_boundary, placeOf(role), ["arn", "id"]);
    const site = named.state === "resolved" ? this.managed.get(named.resource) : undefined;
    return site === undefined ? { named } : { named, site };
  }

  all(): Iterable<Grants> {
    return this.#byRole.values();
  }

  #readRoles(): void {
    for (const role of this.resolver.index.ofType("aws_iam_role")) {
      const { inline_policy: inline, managed_policy_arns: managed, dynamic } = role.attributes;
      for (const block of inlineBlocks(inline, dynamic)) {
        const name = typeof block.name === "string" ? this.resolver.text(block.name, placeOf(role)) : [];
        this.#hang({ kind: "inline", resource: role, name, raw: block.policy }, role, "");
      }
      for (const arn of listOf(managed)) this.#attach(role, role, "", arn);
    }
  }

  #readRolePolicies(): void {
    for (const resource of this.resolver.index.ofType("aws_iam_role_policy")) {
      const { role, policy: raw } = resource.attributes;
      const name = this.resolver.attribute(resource, "name");
      this.#onRole(role, resource, (named, instance) => {
        this.#hang({ kind: "role-policy", resource, name, raw }, named, instance);
      });
    }
  }

  #readAttachments(): void {
    const { index } = this.resolver;
    for (const resource of index.ofType("aws_iam_role_policy_attachment"))
      this.#attachTo(resource, [resource.attributes.role], [resource.attributes.policy_arn]);
    for (const resource of index.ofType("aws_iam_policy_attachment")) {
      const { roles, policy_arn: arn } = resource.attributes;
      this.#attachTo(resource, listOf(roles), [arn]);
      const site = this.#use(arn, resource);
      if (site !== undefined) this.owners.set(site, [...(this.owners.get(site) ?? []), resource]);
    }
    for (const resource of index.ofType("aws_iam_role_policy_attachments_exclusive"))
      this.#attachTo(resource, [resource.attributes.role_name], listOf(resource.attributes.policy_arns));
  }

  #readOtherUses(): void {
    for (const [type, argument] of OTHER_USES)
      for (const resource of this.resolver.index.ofType(type))
        this.#use(resource.attributes[argument], resource);
  }

  #attachTo(attachment: Resource, roles: readonly unknown[], arns: readonly unknown[]): void {
    for (const arn of arns) this.#use(arn, attachment);
    for (const role of roles)
      this.#onRole(role, attachment, (named, instance) => {
        for (const arn of arns) this.#attach(attachment, named, instance, arn);
      });
  }

  #attach(attachment: Resource, role: Resource, instance: string, arn: unknown): void {
    const site = this.#use(arn, attachment);
    if (site === undefined) this.of(role).foreign.push(this.#foreign(attachment, arn));
    else this.#hang(site, role, instance, attachment);
  }

  #hang(site: PolicySite, role: Resource, instance: string, attachment?: Resource): void {
    const { grants } = this.of(role);
    const exists = site.resource.exists === "yes" && attachment?.exists !== "unknown";
    const attachments = attachment ? [attachment] : [];
    const grant: Grant = { site, instance, attachments, certain: exists, contestedBy: [] };
    const same =
      site.kind === "managed"
        ? grants.find((each) => each.site === site && each.instance === instance)
        : undefined;
    if (same === undefined || attachment === undefined) {
      grants.push(grant);
      return;
    }
    same.attachments.push(attachment);
    same.certain ||= exists;
  }

  #use(arn: unknown, from: Resource): PolicySite | undefined {
    const named = this.#policies.find(arn, placeOf(from), ["arn", "id"]);
    if (named.state !== "resolved") return undefined;
    this.used.add(named.resource);
    return this.managed.get(named.resource);
  }

  /** A module that is told of a role may hang anything on it. */
  #readModules(): void {
    const { index } = this.resolver;
    index.sources.forEach(({ modules }, source) => {
      for (const [address, body] of modules)
        for (const [role, given] of rolesIn(index, source, body))
          this.of(role).foreign.push({ by: { source, address }, given, arn: [], known: false });
    });
  }

  #foreign(resource: Resource, raw: unknown): ForeignPolicy {
    const known = this.#policies.find(raw, placeOf(resource), ["arn", "id"]).state === "external";
    const by = refOf(resource);
    if (typeof raw !== "string") return { by, given: "", arn: [], known: false };
    return { by, given: raw, arn: this.resolver.text(raw, placeOf(resource)), known };
  }

  #onRole(raw: unknown, from: Resource, act: (role: Resource, instance: string) => void): void {
    const named = this.roles.byName(raw, from);
    if (named.state === "resolved") act(named.resource, named.instance);
    else if (named.state !== "external") this.unplaced.push(from);
  }
}

const OTHER_USES = [
  ["aws_iam_user_policy_attachment", "policy_arn"],
  ["aws_iam_group_policy_attachment", "policy_arn"],
  ["aws_iam_role", "permissions_boundary"],
  ["aws_iam_user", "permissions_boundary"],
] as const;
