import type { FlowLog, Model, Ref, Role } from "../model/model";
import type { FailOn } from "../settings/settings";
import type { Finding, FlowLogPath, Link, Verdict } from "./report";

/** The way of each flow log's records, in the order of the model. `broken` says which link a failure breaks, or leaves unknown where it is undecided. */
export function deliveryPaths(
  model: Model,
  findings: readonly Finding[],
  broken: ReadonlyMap<Finding, Link>,
  failOn: FailOn,
): FlowLogPath[] {
  const naming = findingsByFlowLog(model, findings);
  return model.flow_logs.map((flowLog) => {
    const own = naming.get(keyOf(flowLog)) ?? [];
    const brokenAt = firstLink(own, "fail", broken);
    const unknownAt = firstLink(own, "undecided", broken);
    const role = model.roles[flowLog.role.at];
    const destination =
      model.log_groups[flowLog.log_group.at] ??
      model.buckets[flowLog.bucket.at] ??
      model.delivery_streams[flowLog.stream.at];
    // Assigned, not spread: there are thousands of them.
    const path: { -readonly [K in keyof FlowLogPath]: FlowLogPath[K] } = {
      source: flowLog.source,
      address: flowLog.address,
      verdict: verdictOf(own, failOn),
      scope: scopeOf(model, flowLog),
      policies: role === undefined ? bucketPoliciesOf(model, flowLog) : policiesOf(model, role),
    };
    if (flowLog.construct_path !== undefined) path.constructPath = flowLog.construct_path;
    if (role !== undefined) path.role = refOf(role);
    if (destination !== undefined) path.destination = refOf(destination);
    if (brokenAt !== undefined) path.brokenAt = brokenAt;
    if (unknownAt !== undefined) path.unknownAt = unknownAt;
    return path;
  });
}

/** Identity of a resource within the input. */
export function keyOf({ source, address }: Ref): string {
  return `${source} ${address}`;
}

/** A subject's name without its facts. */
export function refOf({ source, address }: Ref): Ref {
  return { source, address };
}

function findingsByFlowLog(
  model: Model,
  findings: readonly Finding[],
): ReadonlyMap<string, readonly Finding[]> {
  const naming = new Map<string, Finding[]>(model.flow_logs.map((flowLog) => [keyOf(flowLog), []]));
  for (const finding of findings) {
    const { source = -1, address } = finding;
    for (const key of new Set([{ source, address }, ...finding.related].map(keyOf)))
      naming.get(key)?.push(finding);
  }
  return naming;
}

/** An adopted policy was meant for the role and hangs on nothing: no record goes its way. */
function policiesOf(model: Model, role: Role): readonly Ref[] {
  const attached = role.permissions.filter(({ adopted }) => !adopted);
  return attached.flatMap(({ policy }) => model.policies[policy] ?? []).map(refOf);
}

/** Flow logs to a bucket have no role: its policy lets them in. */
function bucketPoliciesOf(model: Model, { bucket_policies: policies }: FlowLog): readonly Ref[] {
  return policies.flatMap(({ policy }) => model.resource_policies[policy] ?? []).map(refOf);
}

function scopeOf(model: Model, flowLog: FlowLog): readonly Ref[] {
  const ref = model.scopes[flowLog.scope.at]?.ref;
  return ref ? [refOf(ref)] : [];
}

function verdictOf(findings: readonly Finding[], failOn: FailOn): Verdict {
  const fails = (finding: Finding): boolean =>
    finding.verdict === "fail" && (finding.severity === "error" || failOn === "warning");
  if (findings.some(fails)) return "fail";
  return findings.some(({ verdict }) => verdict === "undecided") ? "undecided" : "pass";
}

/** In the order in which AWS needs them: a role, what it may do, who may take it, where records go. */
const LINKS: readonly Link[] = ["role", "policy", "trust", "destination"];

function firstLink(
  findings: readonly Finding[],
  verdict: Finding["verdict"],
  broken: ReadonlyMap<Finding, Link>,
): Link | undefined {
  const links = new Set(
    findings.filter((finding) => finding.verdict === verdict).map((finding) => broken.get(finding)),
  );
  return LINKS.find((link) => links.has(link));
}
