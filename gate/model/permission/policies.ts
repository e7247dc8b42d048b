import type { Resource } from "../../read/resource";
import type { Documents } from "./documents";
import type { Policy } from "../model";
import type { DecodedDocument, ReadPolicy } from "../policy/read-policy";
import { Stamps } from "../policy/stamp";
import type { PolicySite } from "./policy-site";
import { Reading } from "../reference/reading";
import type { Resolver } from "../reference/resolver";
import type { RoleUse } from "../role/role-use";
import { placeOf, subjectOf } from "../subject";
import { shownText } from "../text/text-parts";

/** A policy of the model. */
export interface FiledPolicy {
  readonly at: number;
  readonly document: DecodedDocument | undefined;
}

/** The policies of the model: those that hang on a role of a flow log, and those that were meant to. */
export class Policies {
  readonly list: Policy[] = [];
  readonly #resolver: Resolver;
  readonly #documents: Documents;
  readonly #uses: ReadonlyMap<Resource, RoleUse>;
  readonly #stamps = new Stamps();
  readonly #read = new Map<PolicySite, ReadPolicy>();
  readonly #filed = new Map<PolicySite, FiledPolicy>();

  constructor(resolver: Resolver, documents: Documents, uses: ReadonlyMap<Resource, RoleUse>) {
    this.#resolver = resolver;
    this.#documents = documents;
    this.#uses = uses;
  }

  /** Reads a policy once; `role` is the one role that it hangs on. */
  read(site: PolicySite, role: Resource | undefined): ReadPolicy {
    const known = this.#read.get(site);
    if (known !== undefined) return known;
    const use = role && this.#uses.get(role);
    const own = use?.own.own ?? this.#resolver.owners.own(role ?? site.resource);
    const roleArn = role && this.#resolver.attribute(role, "arn");
    const reading = new Reading(this.#resolver, placeOf(site.resource), own, roleArn);
    const made = this.#stamps.decode(site.raw, String(site.resource.source), reading);
    this.#read.set(site, made);
    return made;
  }

  /** Takes a policy into the model. */
  file(site: PolicySite, role: Resource | undefined): FiledPolicy {
    const known = this.#filed.get(site);
    if (known !== undefined) return known;
    const read = this.read(site, role);
    const { kind, name, resource } = site;
    const facts = { resources: [...(read.document?.written ?? [])], kind, name: shownText(name) };
    const policy = subjectOf(resource, Object.assign(this.#documents.file(read), facts));
    const made = { at: this.list.push(policy) - 1, document: read.document };
    this.#filed.set(site, made);
    return made;
  }
}
