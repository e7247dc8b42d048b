import type { Own } from "../../placement/own";
import { documentOf, oneOrMany } from "../document";
import type { Key } from "../key/key";

/**
 * Lets Firehose use its role for streams of the own account.
 * https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html
 */
export function streamTrust(own: Own): string {
  return documentOf([
    {
      Sid: "FirehoseAssume",
      Effect: "Allow",
      Principal: { Service: "firehose.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: { StringEquals: { "sts:ExternalId": own.account } },
    },
  ]);
}

/** Lets Firehose write to the stream's bucket, and encrypt with the bucket's key. */
export function streamDocument(bucketArn: string, key: Key | undefined): string {
  const write = {
    Sid: "WriteToBucket",
    Effect: "Allow",
    Action: [
      "s3:AbortMultipartUpload",
      "s3:GetBucketLocation",
      "s3:GetObject",
      "s3:ListBucket",
      "s3:ListBucketMultipartUploads",
      "s3:PutObject",
    ],
    Resource: [bucketArn, `${bucketArn}/*`],
  } as const;
  if (key === undefined) return documentOf([write]);
  return documentOf([
    write,
    { Sid: "Encrypt", Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: key.arn },
  ]);
}

/** Lets the delivery service use the source role. AWS documents no condition here: `iam:PassRole` has them. */
export function sourceTrust(): string {
  return documentOf([
    {
      Sid: "LogDeliveryAssume",
      Effect: "Allow",
      Principal: { Service: "delivery.logs.amazonaws.com" },
      Action: "sts:AssumeRole",
    },
  ]);
}

/**
 * What the role in the account of the flow log must be allowed, word by word.
 * https://docs.aws.amazon.com/vpc/latest/userguide/firehose-cross-account-delivery.html
 *
 * @param role Its own ARN.
 * @param destinationRole The one in the stream's account.
 * @param watched ARNs of what the flow logs watch.
 */
export function sourceDocument(role: string, destinationRole: string, watched: readonly string[]): string {
  return documentOf([
    {
      Sid: "PassThisRole",
      Effect: "Allow",
      Action: "iam:PassRole",
      Resource: role,
      Condition: {
        StringEquals: { "iam:PassedToService": "delivery.logs.amazonaws.com" },
        StringLike: { "iam:AssociatedResourceARN": oneOrMany(watched) },
      },
    },
    {
      Sid: "ManageDelivery",
      Effect: "Allow",
      Action: [
        "logs:CreateLogDelivery",
        "logs:DeleteLogDelivery",
        "logs:ListLogDeliveries",
        "logs:GetLogDelivery",
      ],
      Resource: "*",
    },
    { Sid: "CrossAccount", Effect: "Allow", Action: "sts:AssumeRole", Resource: destinationRole },
  ]);
}

/** Lets the source role, and nobody else, use the role in the stream's account. */
export function destinationTrust(sourceRole: string): string {
  return documentOf([
    { Sid: "SourceRoleAssume", Effect: "Allow", Principal: { AWS: sourceRole }, Action: "sts:AssumeRole" },
  ]);
}

/** What the role in the stream's account must be allowed: AWS's two actions, on this stream and this linked role. */
export function destinationDocument(own: Own, streamArn: string): string {
  const linked = "role/aws-service-role/delivery.logs.amazonaws.com/AWSServiceRoleForLogDelivery";
  return documentOf([
    {
      Sid: "MakeLinkedRole",
      Effect: "Allow",
      Action: "iam:CreateServiceLinkedRole",
      Resource: `arn:${own.partition}:iam::${own.account}:${linked}`,
    },
    { Sid: "TagStream", Effect: "Allow", Action: "firehose:TagDeliveryStream", Resource: streamArn },
  ]);
}
