import type { Own } from "../../placement/own";
import { documentOf, oneOrMany, type Statement } from "../document";
import { sourceConditions, type Source } from "../source";

const DELIVERY = "delivery.logs.amazonaws.com";

/** The account's own administrators decide through IAM; without this nobody could ever change the key again. */
function owner(own: Own): Statement {
  return {
    Sid: "AdministerThroughIam",
    Effect: "Allow",
    Principal: { AWS: `arn:${own.partition}:iam::${own.account}:root` },
    Action: "kms:*",
    Resource: "*",
  };
}

/** The policy of a key that no service uses yet. */
export function ownerDocument(own: Own): string {
  return documentOf([owner(own)]);
}

/** Who may use a key beside its owner. */
export interface KeyUsers {
  /** ARNs of log groups. */
  readonly groups: ReadonlySet<string>;
  /** Accounts and regions whose flow logs are delivered to a bucket. */
  readonly sources: readonly Source[];
  /** Ids of organizations all of whose accounts' flow logs are. */
  readonly organizations: ReadonlySet<string>;
}

/**
 * Lets CloudWatch Logs encrypt these groups and no other, and the delivery service write flow logs of these accounts.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-cmk-policy.html
 */
export function keyDocument(own: Own, { groups, sources, organizations }: KeyUsers): string {
  const statements = [owner(own)];
  const use = (sid: string, service: string, condition: NonNullable<Statement["Condition"]>): void => {
    statements.push({
      Sid: sid,
      Effect: "Allow",
      Principal: { Service: service },
      Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
      Resource: "*",
      Condition: condition,
    });
  };
  if (groups.size > 0) {
    const logs = `logs.${own.region}.amazonaws.com`;
    use("EncryptLogGroups", logs, { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": [...groups] } });
  }
  if (sources.length > 0) use("DeliverFlowLogs", DELIVERY, sourceConditions(sources));
  if (organizations.size > 0) {
    const of = { StringEquals: { "aws:SourceOrgID": oneOrMany([...organizations]) } };
    use("DeliverFlowLogsOfOrganization", DELIVERY, of);
  }
  return documentOf(statements);
}
