import type { Resource } from "../../read/resource";
import type { OwnText } from "../own/own";
import type { Resolver } from "../reference/resolver";
import type { Own, Text } from "../text/text";
import { literalOf, textKey } from "../text/text-parts";

/** Where the flow logs of a role work, which need not be where the role is made: a role is no region's. */
export interface RoleOwn {
  readonly own: Own;
  /** Each of them, where they are several. */
  readonly owns: readonly Own[];
  /** The same for people. */
  readonly shown: OwnText;
}

/** What the flow logs that use a role call their own; what they do not know is the role's, since both are in one account. */
export function readRoleOwn(resolver: Resolver, role: Resource, flowLogs: readonly Resource[]): RoleOwn {
  const made = resolver.owners.own(role);
  const used = [...new Set(flowLogs.map((flowLog) => resolver.owners.own(flowLog)))];
  if (used.every((each) => each === made))
    return { own: made, owns: [made], shown: resolver.owners.shown(role) };
  const merge = (part: keyof Own): Text => mergePart(part, made, used);
  const own = { partition: merge("partition"), region: merge("region"), account: merge("account") };
  const known = resolver.owners.shown(role);
  const show = (part: keyof Own): string =>
    literalOf(own[part]) ?? (textKey(own[part]) === textKey(made[part]) ? known[part] : shownOf(own[part]));
  return {
    own,
    owns: ownsOf(made, used),
    shown: { partition: show("partition"), region: show("region"), account: show("account") },
  };
}

/** `*` for several regions: a corrected policy has to hold in each. "" where there is nothing that could be written. */
function shownOf([part]: Text): string {
  return typeof part === "object" && part.shown === "*" ? "*" : "";
}

/** What a flow log does not know is the role's. */
function ownsOf(made: Own, used: readonly Own[]): Own[] {
  const pick = (own: Own, part: keyof Own): Text =>
    literalOf(own[part]) === undefined && literalOf(made[part]) !== undefined ? made[part] : own[part];
  return used.map((own) => ({
    partition: pick(own, "partition"),
    region: pick(own, "region"),
    account: pick(own, "account"),
  }));
}

function mergePart(part: keyof Own, made: Own, used: readonly Own[]): Text {
  const isKnown = literalOf(made[part]) !== undefined;
  const texts = used.map((own) => (isKnown && literalOf(own[part]) === undefined ? made : own)[part]);
  const [first = made[part], ...others] = texts;
  if (others.every((text) => textKey(text) === textKey(first))) return first;
  const keys = texts.map(textKey).join(" ");
  return [{ key: `one of ${keys}`, kind: part, shown: part === "region" ? "*" : "" }];
}
