import type { FlowLogPath, Link } from "../report";

/** A station of a delivery path, for pictures. */
export interface Station {
  /** What it is, in a word or two. */
  readonly kind: string;
  /** The resource's address, or what stands for one that the input does not hold. */
  readonly label: string;
  /** What breaks the link that leads here. */
  readonly brokenBy: readonly Link[];
}

/**
 * The stations of a delivery path in the order in which records take them: what is captured, the flow log, the role, its
 * policies, the destination. Each break stands on one link alone.
 */
export function stationsOf({ scope, address, role, policies, destination }: FlowLogPath): readonly Station[] {
  const [captured, ...otherScopes] = scope;
  const [policy, ...otherPolicies] = policies;
  const roleBreaks: readonly Link[] = ["role", "trust"];
  return [
    {
      kind: "captured",
      label: named(captured?.address, otherScopes.length, "not in the input"),
      brokenBy: [],
    },
    { kind: "flow log", label: address, brokenBy: [] },
    ...(role === undefined ? [] : [{ kind: "role", label: role.address, brokenBy: roleBreaks }]),
    ...(policy === undefined
      ? []
      : [
          {
            kind: "policy",
            label: named(policy.address, otherPolicies.length, ""),
            brokenBy: role === undefined ? roleBreaks : [],
          },
        ]),
    {
      kind: "destination",
      label: named(destination?.address, 0, "not in the input"),
      brokenBy: ["destination", "policy", ...(role === undefined && policy === undefined ? roleBreaks : [])],
    },
  ];
}

function named(address: string | undefined, others: number, otherwise: string): string {
  if (address === undefined) return otherwise;
  return others === 0 ? address : `${address} and ${others} more`;
}
