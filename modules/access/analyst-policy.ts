import type { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { Construct } from "constructs";
import { checkCompanion, placementOf, type CompanionProps } from "../companion";
import { oneOrMany, type Statement } from "../destination/document";
import { arnIn, LogGroup } from "../destination/log-group/log-group";
import type { Own } from "../placement/own";
import type { Placement } from "../placement/placement";
import { FlowLogQueries } from "../query/flow-log-queries";
import type { AthenaArchive } from "../query/athena-archive";
import { checkList } from "../refusal/list";
import { shown, type Loose, type Problems } from "../refusal/problems";
import { checkPolicyName, policyOf, type PolicyName } from "./policy";

/** What an analyst may read: at least one of the two. */
export interface AnalystPolicyProps extends CompanionProps, PolicyName {
  /** Log groups of `FlowLogs`. @default none */
  readonly logGroups?: readonly LogGroup[];
  /** The Athena tables that `FlowLogQueries` made over a bucket. @default none */
  readonly queries?: readonly FlowLogQueries[];
}

function checkAnalyst(props: Loose, problems: Problems): void {
  checkPolicyName(props["name"], problems);
  const { logGroups, queries } = props;
  if (logGroups === undefined && queries === undefined)
    problems.add("logGroups", "is missing; give the log groups to read, or queries over a bucket");
  checkList("logGroups", logGroups, "the logGroup of each FlowLogs to read", problems, (prop, one) => {
    if (!(one instanceof LogGroup)) problems.add(prop, `is ${shown(one)}; give the logGroup of a FlowLogs`);
  });
  checkList("queries", queries, "the FlowLogQueries to run", problems, (prop, one) => {
    if (!(one instanceof FlowLogQueries)) problems.add(prop, `is ${shown(one)}; give a FlowLogQueries`);
    else if (one.athena === undefined)
      problems.add(prop, "is over a log group; give its logGroup in logGroups instead");
  });
}

/** What has no resource in IAM. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html */
function listStatement(own: Own, ofLogs: boolean): Statement {
  const logs = [
    "logs:DescribeLogGroups",
    "logs:DescribeQueries",
    "logs:DescribeQueryDefinitions",
    "logs:StopQuery",
  ];
  return {
    Sid: "FindWhatThereIs",
    Effect: "Allow",
    Action: oneOrMany(["ec2:DescribeFlowLogs", ...(ofLogs ? logs : [])]),
    Resource: "*",
    Condition: { StringEquals: { "aws:RequestedRegion": own.region } },
  };
}

function logStatements(placement: Placement, logGroups: readonly LogGroup[]): Statement[] {
  if (logGroups.length === 0) return [];
  const arns = logGroups.map((group) => arnIn(placement, group));
  return [
    {
      Sid: "ReadLogGroups",
      Effect: "Allow",
      Action: [
        "logs:DescribeLogStreams",
        "logs:FilterLogEvents",
        "logs:GetLogEvents",
        "logs:GetLogGroupFields",
        "logs:GetLogRecord",
        "logs:GetQueryResults",
        "logs:StartQuery",
      ],
      Resource: arns.flatMap((arn) => [arn, `${arn}:*`]),
    },
  ];
}

/** What S3 decrypts and encrypts, it does in the analyst's name. */
function keyStatements(keys: readonly string[]): Statement[] {
  if (keys.length === 0) return [];
  return [
    {
      Sid: "UseKeys",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: oneOrMany([...new Set(keys)]),
    },
  ];
}

/** Queries need the table, the records, and a place for their results, which is all that may be written. */
function athenaStatements(archives: readonly AthenaArchive[]): Statement[] {
  if (archives.length === 0) return [];
  const each = (arn: (archive: AthenaArchive) => string): ReturnType<typeof oneOrMany> =>
    oneOrMany([...new Set(archives.map(arn))]);
  return [
    {
      Sid: "RunQueries",
      Effect: "Allow",
      Action: [
        "athena:BatchGetNamedQuery",
        "athena:BatchGetQueryExecution",
        "athena:GetNamedQuery",
        "athena:GetQueryExecution",
        "athena:GetQueryResults",
        "athena:GetWorkGroup",
        "athena:ListNamedQueries",
        "athena:ListQueryExecutions",
        "athena:StartQueryExecution",
        "athena:StopQueryExecution",
      ],
      Resource: each(({ arns }) => arns.workgroup),
    },
    {
      Sid: "ReadTables",
      Effect: "Allow",
      Action: ["glue:GetDatabase", "glue:GetPartitions", "glue:GetTable", "glue:GetTables"],
      Resource: [...new Set(archives.flatMap(({ arns }) => [arns.catalog, arns.database, arns.table]))],
    },
    {
      Sid: "ReadRecords",
      Effect: "Allow",
      Action: "s3:GetObject",
      Resource: each(({ arns }) => arns.records),
    },
    {
      Sid: "ListRecords",
      Effect: "Allow",
      Action: ["s3:GetBucketLocation", "s3:ListBucket"],
      Resource: [...new Set(archives.flatMap(({ arns }) => [arns.bucket, arns.resultsBucket]))],
    },
    {
      Sid: "KeepResults",
      Effect: "Allow",
      Action: ["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"],
      Resource: each(({ arns }) => arns.results),
    },
    ...keyStatements(archives.flatMap(({ arns }) => arns.key ?? [])),
  ];
}

/**
 * A managed policy for whoever reads records: run queries over these log groups and tables, and write nothing but the
 * results that Athena keeps. Attached to nobody.
 *
 * A key of the bucket's own may be used too; the policy of one that exists has to let the account's IAM decide.
 *
 * @example new AnalystPolicy(this, "analysts", { logGroups: [flowLogs.logGroup], queries: [archiveQueries] })
 */
export class AnalystPolicy extends Construct {
  /** The real thing, for overrides and attributes. */
  readonly policy: IamPolicy;

  /** @throws InvalidPropsError with everything that is wrong with the props; nothing is made then. */
  constructor(scope: Construct, id: string, props: AnalystPolicyProps) {
    checkCompanion(scope, id, props, {
      props: ["logGroups", "queries", "name"],
      hint: "at least { logGroups: [flowLogs.logGroup] }",
      check: checkAnalyst,
    });
    super(scope, id);
    const placement = placementOf(this, AnalystPolicy, props);
    const archives = (props.queries ?? []).flatMap(({ athena }) => athena ?? []);
    this.policy = policyOf(
      placement,
      props,
      "vpc-flow-logs-analyst-",
      "Read VPC Flow Logs, and run queries on them",
      [
        listStatement(placement.own, props.logGroups !== undefined),
        ...logStatements(placement, props.logGroups ?? []),
        ...athenaStatements(archives),
      ],
    );
  }

  /** The policy's ARN, to attach it by. */
  get arn(): string {
    return this.policy.arn;
  }
}
