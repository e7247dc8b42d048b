import type { Resource } from "../../read/resource";
import type { PolicyReading, ResourcePolicy, TargetCoverage } from "../model";
import type { Documents } from "../permission/documents";
import type { ResourceRequest, Use } from "../policy/policy-context";
import { draftPolicy, type ReadPolicy, readPolicy } from "../policy/read-policy";
import { Reading } from "../reference/reading";
import type { Resolver } from "../reference/resolver";
import { placeOf, subjectOf } from "../subject";
import type { Own } from "../text/text";
import { textKey } from "../text/text-parts";
import { coverTarget } from "./target-coverage";

/** A place where the policy of a bucket or a key stands. */
export interface ResourcePolicySite {
  readonly resource: Resource;
  /** The document in Terraform's JSON syntax. */
  readonly raw: unknown;
}

/** The policies of buckets and keys, each read for every request that it is asked about. */
export class ResourcePolicies {
  readonly list: ResourcePolicy[] = [];
  readonly coverages: TargetCoverage[] = [];
  readonly #resolver: Resolver;
  readonly #documents: Documents;
  readonly #positions = new Map<ResourcePolicySite, number>();
  readonly #read = new Map<ResourcePolicySite, Map<string, ReadPolicy>>();
  readonly #drafts = new Map<ResourcePolicySite, ReturnType<typeof draftPolicy>>();
  readonly #readings = new Map<string, Omit<PolicyReading, "certain">>();
  readonly #equal = new Map<string, number>();

  constructor(resolver: Resolver, documents: Documents) {
    this.#resolver = resolver;
    this.#documents = documents;
  }

  /** What the policy says to a request on behalf of `own`. */
  read(
    site: ResourcePolicySite,
    certain: boolean,
    use: Use,
    own: Own,
    request: ResourceRequest,
  ): PolicyReading {
    const asked = askedKey(use, own, request);
    const read = this.#decode(site, asked, use, own, request);
    const policy = this.#file(site, read);
    const key = [policy, asked, ...request.objects.map(({ prefix }) => textKey(prefix))].join("\n");
    const reading = this.#readings.get(key) ?? {
      policy,
      document: this.#documents.file(read).document,
      coverage: read.document === undefined ? -1 : this.#coverageAt(coverTarget(read.document, request)),
    };
    this.#readings.set(key, reading);
    return Object.assign({}, reading, { certain });
  }

  #decode(site: ResourcePolicySite, asked: string, use: Use, own: Own, request: ResourceRequest): ReadPolicy {
    const known = this.#read.get(site) ?? new Map<string, ReadPolicy>();
    this.#read.set(site, known);
    const reading = new Reading(this.#resolver, placeOf(site.resource), own, undefined, request);
    const read =
      known.get(asked) ??
      readPolicy(site.raw, use, reading, (raw, context) => this.#draft(site, raw, context));
    known.set(asked, read);
    return read;
  }

  /** Parsed once: a key is asked about by every log group that it encrypts. */
  #draft(site: ResourcePolicySite, ...given: Parameters<typeof draftPolicy>): ReturnType<typeof draftPolicy> {
    const draft = this.#drafts.get(site) ?? draftPolicy(...given);
    this.#drafts.set(site, draft);
    return draft;
  }

  #file(site: ResourcePolicySite, { text, document }: ReadPolicy): number {
    const known = this.#positions.get(site);
    if (known !== undefined) return known;
    const { state, reason, detail } = text;
    const facts = { state, reason, detail, resources: [...(document?.written ?? [])] };
    const at = this.list.push(subjectOf(site.resource, facts)) - 1;
    this.#positions.set(site, at);
    return at;
  }

  #coverageAt(coverage: TargetCoverage): number {
    const key = JSON.stringify(coverage);
    const at = this.#equal.get(key) ?? this.coverages.push(coverage) - 1;
    this.#equal.set(key, at);
    return at;
  }
}

/** All that conditions and principals are read against. Resources are read against the objects besides. */
function askedKey(use: Use, { partition, region, account }: Own, request: ResourceRequest): string {
  const { services, target, encrypts } = request;
  return [use, ...[partition, region, account, target, ...services, ...encrypts].map(textKey)].join("\n");
}
