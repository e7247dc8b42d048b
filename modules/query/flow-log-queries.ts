import { CloudwatchQueryDefinition } from "@cdktf/provider-aws/lib/cloudwatch-query-definition";
import { Annotations } from "cdktf";
import { Construct } from "constructs";
import { checkCompanion, placementOf, type CompanionProps } from "../companion";
import { groupName } from "../destination/log-group/group-name";
import type { FlowLogs } from "../flow-logs";
import type { Placement } from "../placement/placement";
import { athenaTexts, insightsTexts, type Omitted, type Recorded } from "./answers";
import { archivePartitions, makeArchive, type AthenaArchive, type AthenaProps } from "./athena-archive";
import { checkQueries } from "./check-queries";

/** Whose records are asked. */
export interface FlowLogQueriesProps extends CompanionProps {
  /** Delivers to CloudWatch Logs, whose queries Logs Insights runs; or to a bucket, whose queries Athena runs. */
  readonly flowLogs: FlowLogs;
  /** The port of "traffic to a port". @default 443 */
  readonly port?: number;
  /** Folder of the saved queries of Logs Insights. @default the construct's path */
  readonly name?: string;
  /** How Athena reads a bucket. @default see `AthenaProps` */
  readonly athena?: AthenaProps;
}

interface Made {
  readonly omitted: readonly Omitted[];
  readonly definitions?: readonly CloudwatchQueryDefinition[];
  readonly athena?: AthenaArchive;
}

function overLogGroup(
  placement: Placement,
  { logGroup }: FlowLogs,
  recorded: Recorded,
  folder: string,
): Made {
  const { texts, omitted } = insightsTexts(recorded);
  const logGroupNames = [groupName(logGroup)];
  const definitions = texts.map(({ id, title, query }) =>
    placement.put(
      new CloudwatchQueryDefinition(placement.construct, id, {
        ...placement.common,
        name: `${folder}/${title}`,
        queryString: query,
        logGroupNames,
      }),
      id,
    ),
  );
  return { omitted, definitions };
}

function overBucket(
  placement: Placement,
  { bucket, format }: FlowLogs,
  recorded: Recorded,
  props: AthenaProps,
): Made {
  const partitions = archivePartitions(placement, bucket, props);
  const { texts, omitted } = athenaTexts(recorded, partitions.lastDay);
  return { omitted, athena: makeArchive(placement, { bucket, format }, { partitions, texts }, props) };
}

/**
 * The questions that one has about a network, as saved queries over the records of a flow log: rejected traffic and
 * answers, rejected SSH and RDP, port-scan, sweep and brute-force suspects, top talkers, traffic to a port, volume over
 * time, the way to the internet, and what flow logs do not show.
 *
 * Over CloudWatch Logs they stand in Logs Insights; over a bucket in Athena, with the table and a workgroup that stops
 * queries which scan too much. A question whose fields are not captured is left out: `omitted` says which, and why, and
 * so does CDKTF at synthesis.
 *
 * @example new FlowLogQueries(this, "queries", { flowLogs })
 */
export class FlowLogQueries extends Construct {
  /** Saved queries of Logs Insights; none over a bucket. */
  readonly definitions: readonly CloudwatchQueryDefinition[];
  /** Table, workgroup and saved queries of Athena; undefined over a log group. */
  readonly athena: AthenaArchive | undefined;
  /** Questions that the records cannot answer. */
  readonly omitted: readonly Omitted[];

  /** @throws InvalidPropsError with everything that is wrong with the props; nothing is made then. */
  constructor(scope: Construct, id: string, props: FlowLogQueriesProps) {
    checkCompanion(scope, id, props, {
      props: ["flowLogs", "port", "name", "athena"],
      hint: "at least { flowLogs }",
      check: checkQueries,
    });
    super(scope, id);
    const placement = placementOf(this, FlowLogQueries, props);
    const { flowLogs, port = 443, name = this.node.path } = props;
    const recorded = { format: flowLogs.format, trafficType: flowLogs.trafficType, port };
    const {
      omitted,
      definitions = [],
      athena,
    } = flowLogs.destinationType === "s3"
      ? overBucket(placement, flowLogs, recorded, props.athena ?? {})
      : overLogGroup(placement, flowLogs, recorded, name);
    this.omitted = omitted;
    this.definitions = definitions;
    this.athena = athena;
    for (const { question, reason } of this.omitted)
      Annotations.of(this).addInfo(`no query ${question}: ${reason}`);
  }
}
