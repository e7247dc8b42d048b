import type { Resource } from "../../read/resource";
import { splitArn } from "../policy/coverage/arn";
import type { Operator, Statement } from "../model";
import type { DecodedDocument } from "../policy/read-policy";
import { readPolicy } from "../policy/read-policy";
import { Reading } from "../reference/reading";
import type { Resolver } from "../reference/resolver";
import { placeOf, subjectOf } from "../subject";
import { hasWildcard, matches } from "../text/pattern";
import type { Text } from "../text/text";
import { isSettled, literalOf } from "../text/text-parts";
import type { Placements } from "./placements";

/** Where permission policies stand, and the argument that says whose a policy is. */
const TYPES = ["aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy"];
/** What most policies do not hold, so that they need not be decoded. */
const SUSPECT = /iam:[p*?]|createflowlogs|^\s*\$\{[^}]*\}\s*$/i;

/** Models the policies of those who make flow logs. */
export function readOperators(
  resolver: Resolver,
  placements: Placements,
  deliveryRoles: readonly Resource[],
): Operator[] {
  const delivering = new Set(
    deliveryRoles.flatMap((role) => placements.of(role).grants.map(({ site }) => site.resource)),
  );
  return TYPES.flatMap((type) => resolver.index.ofType(type)).flatMap((resource) => {
    const raw = resource.attributes.policy;
    if (delivering.has(resource) || typeof raw !== "string" || !SUSPECT.test(raw)) return [];
    const reading = new Reading(resolver, placeOf(resource), resolver.owners.own(resource));
    const { document } = readPolicy(raw, "permission", reading);
    if (document === undefined || !makesFlowLogs(document)) return [];
    const passes = passesOf(document);
    return passes.length === 0 ? [] : [subjectOf(resource, { passes })];
  });
}

function makesFlowLogs({ model }: DecodedDocument): boolean {
  return model.statements.some((statement) => allows(statement, "ec2:createflowlogs"));
}

/** An administrator's `*` says nothing about flow logs. */
function allows({ effect, actions }: Statement, action: string): boolean {
  return (
    effect === "Allow" && actions.some((pattern) => pattern !== "*" && matches([pattern], [action]) === "yes")
  );
}

function passesOf({ model, patterns, written }: DecodedDocument): Operator["passes"] {
  return model.statements.flatMap((statement, at) => {
    if (!allows(statement, "iam:passrole")) return [];
    const { resources = [] } = patterns[at] ?? {};
    const reaches = resources.map(rolesOf);
    const texts = (written[at]?.resources ?? []).filter((_, position) => reaches[position] !== "named");
    const negated = (written[at]?.not_resources ?? []).length > 0;
    const isUnknown = statement.unknown.includes("resource") || reaches.includes("unknown");
    const roles = negated || reaches.includes("any") ? "any" : isUnknown ? "unknown" : "named";
    return [Object.assign({ roles, texts } as const, serviceOf(statement))];
  });
}

/** Names that no pattern holds: what matches both by `*` matches the role of any name. */
const FRESH = ["\uF8FF".repeat(8), "\uF8FF".repeat(40)];

function rolesOf(pattern: Text): "named" | "any" | "unknown" {
  if (/^\*+$/.test(literalOf(pattern) ?? "")) return "any";
  const arn = splitArn(pattern);
  if (arn === "unknown") return namesArn(pattern) ? "named" : "unknown";
  if (arn === "malformed") return "named";
  if (FRESH.every((name) => matches(arn.resource, [`role/${name}`]) === "yes")) return "any";
  return isSettled(arn.resource) || !hasWildcard(arn.resource) ? "named" : "unknown";
}

/** A reference to the ARN of a resource is one ARN, whatever its value. */
function namesArn(pattern: Text): boolean {
  const [only, ...rest] = pattern;
  return (
    rest.length === 0 && typeof only === "object" && /^\$\{(?:data\.)?aws_\w+\..*\.arn\}$/.test(only.shown)
  );
}

const POSITIVE = new Set(["stringequals", "stringequalsignorecase", "stringlike"]);

function serviceOf({
  conditions,
  unknown,
}: Statement): Pick<Operator["passes"][number], "service" | "given"> {
  const about = conditions.filter(({ key }) => key === "iam:passedtoservice");
  const binding = about.filter(
    ({ operator, if_exists: ifExists, quantifier }) =>
      POSITIVE.has(operator) && !ifExists && quantifier !== "forallvalues",
  );
  const given = about[0]?.given ?? "";
  if (binding.some(({ values }) => values.every(({ text }) => isService(text))))
    return { service: "named", given };
  const isUnknown =
    unknown.includes("condition") ||
    binding.some(({ values }) => values.some(({ text }) => text.includes("${")));
  return { service: isUnknown ? "unknown" : "any", given };
}

function isService(text: string): boolean {
  return !/[*?]|\$\{/.test(text);
}
