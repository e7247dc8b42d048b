import { oneOrMany, type Statement } from "../document";
import { accountsOf, sourceConditions, type Source } from "../source";

/** Whose flow logs a bucket takes. */
export interface Senders {
  readonly sources: readonly Source[];
  /** Every account of this organization. */
  readonly organizationId: string | undefined;
  /** Must the service give the bucket's owner full control? */
  readonly aclCondition: boolean;
}

/** Where the service writes the records of an account: plain folders, and those of Hive partitions. */
function folders(root: string, account: string): string[] {
  return [`${root}AWSLogs/${account}/*`, `${root}AWSLogs/aws-account-id=${account}/*`];
}

/**
 * Lets the delivery service write flow logs of these accounts, in AWS's own words: it adds the statements itself where
 * it does not find them, and Terraform would then see a change at every plan.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html
 *
 * @param arn The bucket's.
 * @param prefix Folder that `AWSLogs` lies in; "" for none.
 */
export function deliveryStatements(arn: string, prefix: string, senders: Senders): Statement[] {
  const { sources, organizationId, aclCondition } = senders;
  const root = prefix === "" ? `${arn}/` : `${arn}/${prefix}/`;
  const acl = aclCondition ? { "s3:x-amz-acl": "bucket-owner-full-control" } : {};
  const only = (more: Readonly<Record<string, string>>): NonNullable<Statement["Condition"]> =>
    organizationId === undefined
      ? sourceConditions(sources, more)
      : { StringEquals: { ...more, "aws:SourceOrgID": organizationId } };
  const service = { Service: "delivery.logs.amazonaws.com" };
  return [
    {
      Sid: "AWSLogDeliveryWrite",
      Effect: "Allow",
      Principal: service,
      Action: "s3:PutObject",
      Resource:
        organizationId === undefined
          ? oneOrMany(accountsOf(sources).flatMap((account) => folders(root, account)))
          : `${root}AWSLogs/*`,
      Condition: only(acl),
    },
    {
      Sid: "AWSLogDeliveryAclCheck",
      Effect: "Allow",
      Principal: service,
      Action: ["s3:GetBucketAcl", "s3:ListBucket"],
      Resource: arn,
      Condition: only({}),
    },
  ];
}
