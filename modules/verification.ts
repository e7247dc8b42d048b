import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import type { Delivery } from "./destination";
import type { Own } from "./placement/own";

/**
 * How to see that records arrive: two commands for a shell, as texts in which Terraform fills in ids and names. They
 * cost nothing until they are run, and nothing is made for them before `addOutputs`.
 */
export interface Verification {
  /**
   * Prints id, FlowLogStatus, DeliverLogsStatus and DeliverLogsErrorMessage. SUCCESS: records arrive. FAILED with
   * "Access error": the role or policy does not let the service in, or lets it in too late; "Rate limited": the
   * destination throttles; "Unknown error": ask AWS. No status: nothing was delivered yet, wait ten minutes.
   */
  readonly command: string;
  /** Prints some of the latest records, or of the latest files. */
  readonly query: string;
  /** Makes both into outputs of the stack (`terraform output`). Once. */
  addOutputs(): void;
}

function records({ logGroup, bucket, deliveryStream }: Delivery, region: string): string {
  if (bucket !== undefined) {
    const name = bucket.name ?? bucket.arn.replace(/^arn:[^:]*:s3:::/, "");
    const folder = bucket.layout.prefix === "" ? "" : `${bucket.layout.prefix}/`;
    return `aws s3 ls --recursive 's3://${name}/${folder}AWSLogs/' | tail -n 5`;
  }
  if (deliveryStream !== undefined) {
    const name = `"$(basename '${deliveryStream.arn}')"`;
    return (
      `aws cloudwatch get-metric-statistics --region ${region} --namespace AWS/Firehose --metric-name IncomingRecords ` +
      `--dimensions Name=DeliveryStreamName,Value=${name} --start-time "$(($(date +%s) - 3600))" ` +
      `--end-time "$(date +%s)" --period 300 --statistics Sum`
    );
  }
  const group = logGroup?.name ?? logGroup?.arn.replace(/^arn:.*:log-group:/, "") ?? "";
  return (
    `id=$(aws logs start-query --region ${region} --log-group-name '${group}' ` +
    `--start-time "$(($(date +%s) - 3600))" --end-time "$(date +%s)" ` +
    `--query-string 'fields @timestamp, @message | sort @timestamp desc | limit 20' --query queryId --output text) ` +
    `&& sleep 5 && aws logs get-query-results --region ${region} --query-id "$id"`
  );
}

/** How to see that the records of a flow log arrive. */
export function verificationOf(construct: Construct, id: string, delivery: Delivery, own: Own): Verification {
  const command =
    `aws ec2 describe-flow-logs --region ${own.region} --flow-log-ids ${id} --output table ` +
    `--query 'FlowLogs[].[FlowLogId,FlowLogStatus,DeliverLogsStatus,DeliverLogsErrorMessage]'`;
  const query = records(delivery, own.region);
  return {
    command,
    query,
    addOutputs: () => {
      new TerraformOutput(construct, "verification-command", { value: command });
      new TerraformOutput(construct, "verification-query", { value: query });
    },
  };
}
