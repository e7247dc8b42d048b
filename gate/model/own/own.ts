import type { Attributes, Resource } from "../../read/resource";
import { accountsIn, type Evidence, gatherEvidence, partitionsIn, regionsIn } from "./own-evidence";
import type { InputIndex } from "../reference/input-index";
import { partitionOf } from "./partition";
import { accountsOf, identityOf } from "./provider-identity";
import type { Atom, Own, Text } from "../text/text";
import { joinText, literalOf, shownText, textKey } from "../text/text-parts";
import type { Place } from "../reference/trace";

/** Own partition, region and account as text for people; "" where they are not known. */
export type OwnText = Record<keyof Own, string>;

interface Owner {
  readonly own: Own;
  readonly logGroupPrefix: Text;
  readonly shown: OwnText;
}

type Resolve = (raw: string, place: Place) => Text;

/** Tells for each provider configuration which partition, region and account it works in. */
export class Owners {
  readonly #index: InputIndex;
  readonly #resolve: Resolve;
  readonly #evidence: Map<string, Evidence>[];
  /** By source: what is known by provider configuration, and by the region that a resource asks for itself. */
  readonly #known: Map<string, Owner>[];
  readonly #accounts = new Map<string, Text>();

  constructor(index: InputIndex, resolve: Resolve) {
    this.#index = index;
    this.#resolve = resolve;
    this.#evidence = gatherEvidence(index);
    this.#known = index.sources.map(() => new Map<string, Owner>());
  }

  own(resource: Resource): Own {
    return this.#owner(resource).own;
  }

  /** The same for people: a literal, a reference that stands in the source, or "". */
  shown(resource: Resource): OwnText {
    return this.#owner(resource).shown;
  }

  /** What the ARN of every log group starts with where `resource` is made. */
  logGroupPrefix(resource: Resource): Text {
    return this.#owner(resource).logGroupPrefix;
  }

  #owner(resource: Resource): Owner {
    const { source, provider } = resource;
    const region = resource.type.startsWith("aws_") ? resource.attributes.region : undefined;
    const key = typeof region === "string" ? `${provider} ${region}` : provider;
    const known = this.#known[source]?.get(key);
    if (known !== undefined) return known;
    const made = this.#make(source, provider, typeof region === "string" ? region : undefined);
    this.#known[source]?.set(key, made);
    return made;
  }

  #make(source: number, provider: string, regionArgument: string | undefined): Owner {
    const configuration = this.#configuration(source, provider);
    const identity = identityOf(configuration, source);
    const evidence = this.#evidenceOf(source, identity);
    const here = this.#evidence[source]?.get(provider);
    const givenRegion = regionArgument ?? configuration.region;
    const region =
      typeof givenRegion === "string" && givenRegion !== ""
        ? asRegion(this.#resolve(givenRegion, { source, instance: "" }))
        : (onlyOne(here, regionsIn) ?? ownAtom("region", identity));
    const partition =
      partitionOfRegion(region) ?? onlyOne(evidence, partitionsIn) ?? ownAtom("partition", identity);
    const account = this.#account(source, identity, evidence);
    const own = { partition, region, account };
    const logGroupPrefix = joinText(["arn:"], partition, [":logs:"], region, [":"], account, [":log-group:"]);
    return { own, logGroupPrefix, shown: this.#show(own, source, identity) };
  }

  #account(source: number, identity: string, evidence: Evidence): Text {
    const key = `${source} ${identity}`;
    const known = this.#accounts.get(key);
    if (known !== undefined) return known;
    const providers = this.#index.sources[source]?.providers ?? new Map<string, Attributes>();
    const same = [...providers.values()].filter((each) => identityOf(each, source) === identity);
    const configured = new Set(same.flatMap((each) => accountsOf(each)));
    const account = onlyOne(evidence, accountsIn, configured) ?? ownAtom("account", identity);
    this.#accounts.set(key, account);
    return account;
  }

  /** All configurations of a source that use the same credentials speak about the same account. */
  #evidenceOf(source: number, identity: string): Evidence {
    const same = [...(this.#evidence[source] ?? [])]
      .filter(([provider]) => this.#identity(source, provider) === identity)
      .map(([, evidence]) => evidence);
    return {
      made: same.flatMap(({ made }) => made),
      direct: same.flatMap(({ direct }) => direct),
      written: same.flatMap(({ written }) => written),
      shared: same.flatMap(({ shared }) => shared),
    };
  }

  #show(own: Own, source: number, identity: string): OwnText {
    const show = (text: Text, type: string, attribute: string): string => {
      const [part] = text;
      if (typeof part !== "object" || !part.key.startsWith(`${part.kind}:`)) return shownText(text);
      const data = this.#index
        .ofType(`data.${type}`)
        .find((other) => other.source === source && this.#identity(source, other.provider) === identity);
      return data === undefined ? "" : `\${${data.address}.${attribute}}`;
    };
    return {
      partition: show(own.partition, "aws_partition", "partition"),
      region: show(own.region, "aws_region", "name"),
      account: show(own.account, "aws_caller_identity", "account_id"),
    };
  }

  #identity(source: number, provider: string): string {
    return identityOf(this.#configuration(source, provider), source);
  }

  #configuration(source: number, provider: string): Attributes {
    return this.#index.sources[source]?.providers.get(provider) ?? {};
  }
}

/**
 * What the texts name, when it is one literal; several are a contradiction. What flow logs are called comes before what
 * they say, that before what the configuration says, that before policies of roles, and those before policies of buckets
 * and keys.
 */
function onlyOne(
  evidence: Evidence | undefined,
  literalsIn: (texts: readonly string[]) => Set<string>,
  configured = new Set<string>(),
): Text | undefined {
  const candidates = [
    () => literalsIn(evidence?.made ?? []),
    () => literalsIn(evidence?.direct ?? []),
    () => configured,
    () => literalsIn(evidence?.written ?? []),
    () => literalsIn(evidence?.shared ?? []),
  ];
  for (const candidate of candidates) {
    const [first, ...others] = candidate();
    if (first !== undefined) return others.length > 0 ? undefined : [first];
  }
  return undefined;
}

const REFERENCES = {
  partition: "data.aws_partition.current.partition",
  region: "data.aws_region.current.name",
  account: "data.aws_caller_identity.current.account_id",
};

function ownAtom(kind: keyof Own, identity: string): Text {
  return [{ key: `${kind}:${identity}`, kind, shown: `\${${REFERENCES[kind]}}` }];
}

/** A region that hangs on a variable is still the own one wherever the same variable stands. */
function asRegion(text: Text): Text {
  if (literalOf(text) !== undefined) return text;
  const atom: Atom = { key: textKey(text), kind: "region", shown: shownText(text) };
  return [text.length === 1 && typeof text[0] === "object" ? { ...text[0], kind: "region" } : atom];
}

function partitionOfRegion(region: Text): Text | undefined {
  const known = literalOf(region);
  return known === undefined ? undefined : [partitionOf(known)];
}
