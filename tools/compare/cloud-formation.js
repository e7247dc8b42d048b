// The wishes of infra/ as CloudFormation templates, argument by argument.
"use strict";

const allow = (rest) => ({ Effect: "Allow", ...rest });
const document = (...statements) => ({ Version: "2012-10-17", Statement: statements });
const OWN = { "aws:SourceAccount": "123456789012" };

const NETWORK = {
  Vpc: { Type: "AWS::EC2::VPC", Properties: { CidrBlock: "10.0.0.0/16" } },
};

const LOG_GROUP = {
  ...NETWORK,
  Key: {
    Type: "AWS::KMS::Key",
    Properties: {
      EnableKeyRotation: true,
      KeyPolicy: document(
        allow({ Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "kms:*", Resource: "*" }),
        allow({
          Principal: { Service: "logs.eu-west-1.amazonaws.com" },
          Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
          Resource: "*",
          Condition: {
            ArnLike: {
              "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-west-1:123456789012:log-group:/vpc/main",
            },
          },
        }),
      ),
    },
  },
  Group: {
    Type: "AWS::Logs::LogGroup",
    Properties: {
      LogGroupName: "/vpc/main",
      RetentionInDays: 365,
      KmsKeyId: { "Fn::GetAtt": ["Key", "Arn"] },
    },
  },
  Role: {
    Type: "AWS::IAM::Role",
    Properties: {
      AssumeRolePolicyDocument: document(
        allow({
          Principal: { Service: "vpc-flow-logs.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: {
            StringEquals: OWN,
            ArnLike: { "aws:SourceArn": "arn:aws:ec2:eu-west-1:123456789012:vpc-flow-log/*" },
          },
        }),
      ),
    },
  },
  Policy: {
    Type: "AWS::IAM::ManagedPolicy",
    Properties: {
      Roles: [{ Ref: "Role" }],
      PolicyDocument: document(
        allow({
          Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
          Resource: "arn:aws:logs:eu-west-1:123456789012:log-group:/vpc/main:*",
        }),
      ),
    },
  },
  FlowLog: {
    Type: "AWS::EC2::FlowLog",
    Properties: {
      ResourceId: { Ref: "Vpc" },
      ResourceType: "VPC",
      TrafficType: "ALL",
      MaxAggregationInterval: 60,
      LogDestination: { "Fn::GetAtt": ["Group", "Arn"] },
      LogDestinationType: "cloud-watch-logs",
      DeliverLogsPermissionArn: { "Fn::GetAtt": ["Role", "Arn"] },
    },
  },
};

const FROM_LOGS = {
  StringEquals: OWN,
  ArnLike: { "aws:SourceArn": "arn:aws:logs:eu-west-1:123456789012:*" },
};
const BUCKET_ARN = "arn:aws:s3:::flow-logs-123456789012";

const BUCKET = {
  ...NETWORK,
  Bucket: {
    Type: "AWS::S3::Bucket",
    Properties: {
      BucketName: "flow-logs-123456789012",
      VersioningConfiguration: { Status: "Enabled" },
      LifecycleConfiguration: { Rules: [{ Status: "Enabled", ExpirationInDays: 365 }] },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    },
  },
  BucketPolicy: {
    Type: "AWS::S3::BucketPolicy",
    Properties: {
      Bucket: { Ref: "Bucket" },
      PolicyDocument: document(
        allow({
          Principal: { Service: "delivery.logs.amazonaws.com" },
          Action: "s3:PutObject",
          Resource: `${BUCKET_ARN}/AWSLogs/123456789012/*`,
          Condition: {
            ...FROM_LOGS,
            StringEquals: { ...OWN, "s3:x-amz-acl": "bucket-owner-full-control" },
          },
        }),
        allow({
          Principal: { Service: "delivery.logs.amazonaws.com" },
          Action: "s3:GetBucketAcl",
          Resource: BUCKET_ARN,
          Condition: FROM_LOGS,
        }),
        {
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: [{ "Fn::GetAtt": ["Bucket", "Arn"] }, { "Fn::Sub": "${Bucket.Arn}/*" }],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ),
    },
  },
  FlowLog: {
    Type: "AWS::EC2::FlowLog",
    Properties: {
      ResourceId: { Ref: "Vpc" },
      ResourceType: "VPC",
      TrafficType: "ALL",
      LogDestination: { "Fn::GetAtt": ["Bucket", "Arn"] },
      LogDestinationType: "s3",
    },
  },
};

const WISHES = { "log-group": LOG_GROUP, bucket: BUCKET };

/** The template of a wish, with a defect or none. */
function template(infra, plant = () => undefined) {
  const Resources = structuredClone(WISHES[infra]);
  plant(Resources);
  return { Resources };
}

module.exports = { template };
