import { BUCKET, type BucketWorld, DELIVERY, holdBuckets, putting, reading, tls } from "./storage-world";
import { ACCOUNT } from "./world";

const OTHER = "999999999999";
const NEVER = ["bucket-policy-denies-delivery condition-never-holds"];
const DENIED = ["bucket-policy-denies-delivery explicit-deny"];
const UNCLEAR = ["? bucket-policy-denies-delivery not-certain"];

/** The statement for the records is another. */
function put(changes: object): BucketWorld {
  return { policy: [putting(changes), reading(), tls()] };
}

/** The statement for the records has other conditions. */
function when(condition: object): BucketWorld {
  return put({ Condition: condition });
}

/** A statement stands beside those that are right. */
function beside(statement: object): BucketWorld {
  return { policy: [putting(), reading(), tls(), statement] };
}

/** A Deny of every put for everybody. */
function denying(changes: object): BucketWorld {
  return beside({
    Effect: "Deny",
    Principal: "*",
    Action: "s3:PutObject",
    Resource: `${BUCKET}/*`,
    ...changes,
  });
}

holdBuckets("the principal is the delivery service", [
  ["or everybody", put({ Principal: "*" }), []],
  ["or all accounts", put({ Principal: { AWS: "*" } }), []],
  [
    "or all but others",
    put({ Principal: undefined, NotPrincipal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } }),
    [],
  ],
  ["among others", put({ Principal: { Service: ["ec2.amazonaws.com", "delivery.logs.amazonaws.com"] } }), []],
  [
    "not the service of CloudWatch flow logs",
    {
      policy: [
        putting({ Principal: { Service: "vpc-flow-logs.amazonaws.com" } }),
        reading({ Principal: { Service: "vpc-flow-logs.amazonaws.com" } }),
        tls(),
      ],
    },
    ["bucket-policy-denies-delivery other-principal"],
  ],
  [
    "not the own account",
    { policy: [putting({ Principal: { AWS: ACCOUNT } }), reading({ Principal: { AWS: ACCOUNT } }), tls()] },
    ["bucket-policy-denies-delivery other-principal"],
  ],
  ["perhaps what a variable names", put({ Principal: { Service: "${var.service}" } }), UNCLEAR],
  ["perhaps everybody, where an account is not known", put({ Principal: { AWS: "${var.who}" } }), UNCLEAR],
]);

holdBuckets("a condition of an Allow", [
  ["on the own account among others", when({ StringEquals: { "aws:SourceAccount": [OTHER, ACCOUNT] } }), []],
  ["on the own organisation", when({ StringEquals: { "aws:SourceOrgID": "o-1" } }), []],
  ["on a service of AWS", when({ Bool: { "aws:PrincipalIsAWSService": "true" } }), []],
  [
    "on the name of the service",
    when({ StringEquals: { "aws:PrincipalServiceName": "delivery.logs.amazonaws.com" } }),
    [],
  ],
  ["on TLS", when({ Bool: { "aws:SecureTransport": "true" } }), []],
  [
    "on every region of the account",
    when({ ArnLike: { "aws:SourceArn": `arn:aws:logs:*:${ACCOUNT}:*` } }),
    [],
  ],
  [
    "that is met if there is anything to meet",
    when({ StringEqualsIfExists: { "s3:x-amz-acl": "bucket-owner-full-control" } }),
    [],
  ],
  ["on another account", when({ StringEquals: { "aws:SourceAccount": OTHER } }), NEVER],
  ["on another region", when({ ArnLike: { "aws:SourceArn": `arn:aws:logs:us-east-1:${ACCOUNT}:*` } }), NEVER],
  [
    "on flow logs, as a role has it",
    when({ ArnLike: { "aws:SourceArn": `arn:aws:ec2:eu-west-1:${ACCOUNT}:vpc-flow-log/*` } }),
    NEVER,
  ],
  ["on another ACL", when({ StringEquals: { "s3:x-amz-acl": "private" } }), NEVER],
  ["on plain HTTP", when({ Bool: { "aws:SecureTransport": "false" } }), NEVER],
  ["on no account at all", when({ Null: { "aws:SourceAccount": "true" } }), NEVER],
  [
    "on each of several values, of another account",
    when({ "ForAllValues:StringEquals": { "aws:SourceAccount": OTHER } }),
    NEVER,
  ],
  [
    "on the organisation of the principal, which a service has not",
    when({ StringEquals: { "aws:PrincipalOrgID": "o-1" } }),
    NEVER,
  ],
  [
    "on a role of the own account",
    when({ ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${ACCOUNT}:role/admin` } }),
    NEVER,
  ],
  [
    "on a source that AWS does not write out",
    when({ StringEquals: { "aws:SourceArn": `arn:aws:logs:eu-west-1:${ACCOUNT}:*` } }),
    UNCLEAR,
  ],
  [
    "on one certain source",
    when({ ArnLike: { "aws:SourceArn": `arn:aws:logs:eu-west-1:${ACCOUNT}:delivery:*` } }),
    UNCLEAR,
  ],
  ["on a key that nobody knows", when({ StringEquals: { "s3:x-amz-storage-class": "STANDARD" } }), UNCLEAR],
  ["on a variable", when({ StringEquals: { "aws:SourceAccount": "${var.account}" } }), UNCLEAR],
]);

holdBuckets("a Deny", [
  ["for everybody", denying({}), DENIED],
  ["for the service", denying({ Principal: DELIVERY }), DENIED],
  ["for all but an account", denying({ Principal: undefined, NotPrincipal: { AWS: ACCOUNT } }), DENIED],
  ["of all but some actions", denying({ Action: undefined, NotAction: "s3:Get*" }), DENIED],
  ["on all but another folder", denying({ Resource: undefined, NotResource: `${BUCKET}/other/*` }), DENIED],
  [
    "of some records",
    denying({ Resource: `${BUCKET}/AWSLogs/${ACCOUNT}/vpcflowlogs/eu-west-1/2026/*` }),
    DENIED,
  ],
  [
    "for all but the own organisation",
    denying({ Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-1" } } }),
    DENIED,
  ],
  [
    "for all but an endpoint",
    denying({ Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-1a2b" } } }),
    DENIED,
  ],
  [
    "for all but a role",
    denying({ Condition: { ArnNotLike: { "aws:PrincipalArn": `arn:aws:iam::${ACCOUNT}:role/admin` } } }),
    DENIED,
  ],
  [
    "of other accounts' sources",
    denying({ Condition: { StringNotEquals: { "aws:SourceAccount": ACCOUNT } } }),
    [],
  ],
  ["of the own source", denying({ Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT } } }), DENIED],
  [
    "of another ACL",
    denying({ Condition: { StringNotEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } } }),
    [],
  ],
  ["for all but the service", denying({ Principal: undefined, NotPrincipal: DELIVERY }), []],
  [
    "for all but the own organisation and services",
    denying({
      Condition: {
        StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-1" },
        BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
      },
    }),
    [],
  ],
  ["on another folder", denying({ Resource: `${BUCKET}/other/*` }), []],
  [
    "of TLS before 1.2, which AWS takes from nobody",
    denying({ Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } } }),
    [],
  ],
  ["of TLS before 1.3", denying({ Condition: { NumericLessThan: { "s3:TlsVersion": "1.3" } } }), UNCLEAR],
  [
    "of objects without encryption",
    denying({ Condition: { Null: { "s3:x-amz-server-side-encryption": "true" } } }),
    UNCLEAR,
  ],
  [
    "for all but a network",
    denying({ Condition: { NotIpAddress: { "aws:SourceIp": "10.0.0.0/8" } } }),
    UNCLEAR,
  ],
]);
