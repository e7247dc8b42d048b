import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { Placement } from "../../placement/placement";
import { pathHash } from "../bucket/name";
import { destinationDocument, destinationTrust, sourceDocument, sourceTrust } from "./documents";

/** How the name of the role in the stream's account must begin: the service looks for nothing else. */
export const DESTINATION_ROLE_NAME = "AWSLogDeliveryFirehoseCrossAccountRole";

/** The role in the flow log's account. */
export interface SourceRole {
  readonly role: IamRole;
  readonly policy: IamRolePolicy;
  /** Lets it be passed for one thing more that is watched. */
  watch(arn: string): void;
}

/** Makes the role in the flow log's account. Its name is known, since its policy names itself. */
export function makeSourceRole(placement: Placement, destinationRole: string): SourceRole {
  const { construct, own } = placement;
  const name = `vpc-flow-logs-source-${pathHash(construct.node.path)}`;
  const arn = `arn:${own.partition}:iam::${own.account}:role/${name}`;
  const watched = new Set<string>();
  const role = placement.put(
    new IamRole(construct, "source-role", { ...placement.tagged, name, assumeRolePolicy: sourceTrust() }),
    "source",
  );
  const policy = placement.put(
    new IamRolePolicy(construct, "source-policy", {
      ...placement.common,
      namePrefix: "vpc-flow-logs-source-",
      role: role.id,
      policy: sourceDocument(arn, destinationRole, []),
    }),
    "source",
  );
  return {
    role,
    policy,
    watch: (one) => {
      watched.add(one);
      policy.policy = sourceDocument(arn, destinationRole, [...watched]);
    },
  };
}

/** The role in the stream's account. */
export interface DestinationRole {
  readonly role: IamRole;
  readonly policy: IamRolePolicy;
  /** By name, so that it is known when Terraform plans. */
  readonly arn: string;
  /** Lets this source role, and nobody else, assume it. */
  trust(sourceRole: string): void;
}

/** Makes the role in the stream's account. */
export function makeDestinationRole(placement: Placement, streamArn: string): DestinationRole {
  const { construct, own } = placement;
  const name = `${DESTINATION_ROLE_NAME}-${pathHash(construct.node.path)}`;
  const arn = `arn:${own.partition}:iam::${own.account}:role/${name}`;
  const role = placement.put(
    new IamRole(construct, "destination-role", { ...placement.tagged, name, assumeRolePolicy: "" }),
    "destination",
  );
  const policy = placement.put(
    new IamRolePolicy(construct, "destination-policy", {
      ...placement.common,
      namePrefix: "vpc-flow-logs-destination-",
      role: role.id,
      policy: destinationDocument(own, streamArn),
    }),
    "destination",
  );
  return {
    role,
    policy,
    arn,
    trust: (sourceRole) => {
      role.assumeRolePolicy = destinationTrust(sourceRole);
    },
  };
}
