import type { Coverage, PolicyDocument, PolicyText } from "../model";
import { cover, isWellKnown } from "../policy/coverage/coverage";
import type { CoverageTarget } from "../policy/coverage/coverage-target";
import { type DecodedDocument, type ReadPolicy, readPolicy } from "../policy/read-policy";
import { STAMP_MARK } from "../policy/stamp";
import type { Reading } from "../reference/reading";
import type { Own } from "../text/text";
import { textKey } from "../text/text-parts";

/** Files policy documents: equal documents and equal coverages stand once. */
export class Documents {
  readonly list: PolicyDocument[] = [];
  readonly coverages: Coverage[] = [];
  readonly #positions = new Map<string, number>();
  readonly #filed = new Map<PolicyDocument, number>();
  readonly #equal = new Map<string, number>();
  readonly #trust = new Map<Own, Map<unknown, PolicyText>>();
  readonly #covered = new Map<DecodedDocument, Map<string, number>>();

  /** A trust policy. Most roles of a source have the same one. */
  trust(raw: unknown, reading: Reading): PolicyText {
    const known = this.#trust.get(reading.own) ?? new Map<unknown, PolicyText>();
    this.#trust.set(reading.own, known);
    const text = known.get(raw) ?? this.file(readPolicy(raw, "trust", reading));
    known.set(raw, text);
    return text;
  }

  /** Takes a policy that was read into the model. */
  file({ text, document }: ReadPolicy): PolicyText {
    const { state, reason, detail } = text;
    return { state, reason, detail, document: document ? this.#documentAt(document.model) : -1 };
  }

  /** Position of what a policy covers of the target; a policy that cannot be read covers nothing. */
  coverage(decoded: DecodedDocument | undefined, target: CoverageTarget): number {
    if (decoded === undefined) return this.#coverageAt({ statements: [] });
    const { stamp } = decoded;
    const unnamed = stamp && unnamedTarget(stamp.name, target);
    const at =
      stamp === undefined || unnamed === undefined
        ? -1
        : this.#coverageOf(stamp.document, unnamed, isWellKnown);
    return at < 0 ? this.#coverageOf(decoded, target, () => true) : at;
  }

  /** -1 for a document that is not one to be told by. */
  #coverageOf(decoded: DecodedDocument, target: CoverageTarget, tells: typeof isWellKnown): number {
    const known = this.#covered.get(decoded) ?? new Map<string, number>();
    this.#covered.set(decoded, known);
    const key = [target.streamPrefix, target.complete, ...target.groups.map(textKey)].join("\n");
    const at = known.get(key) ?? (tells(decoded, target) ? this.#coverageAt(cover(decoded, target)) : -1);
    known.set(key, at);
    return at;
  }

  #documentAt(document: PolicyDocument): number {
    const known = this.#filed.get(document);
    if (known !== undefined) return known;
    const text = JSON.stringify(document);
    const at = this.#equal.get(text) ?? this.list.push(document) - 1;
    this.#equal.set(text, at);
    this.#filed.set(document, at);
    return at;
  }

  #coverageAt(coverage: Coverage): number {
    const key = JSON.stringify(coverage);
    const at = this.#positions.get(key) ?? this.coverages.push(coverage) - 1;
    this.#positions.set(key, at);
    return at;
  }
}

/** Where the one group is the one that a policy was stamped with, its stamp is covered as all its imprints are. */
function unnamedTarget(name: string, target: CoverageTarget): CoverageTarget | undefined {
  const group = target.groups.length === 1 ? target.groups[0] : undefined;
  const last = group?.at(-1);
  if (group === undefined || typeof last !== "string" || !last.endsWith(`log-group:${name}`))
    return undefined;
  const marked = last.slice(0, -name.length) + STAMP_MARK;
  return Object.assign({}, target, { groups: [group.with(-1, marked)] });
}
