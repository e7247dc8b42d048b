import { join } from "node:path";
import { KinesisFirehoseDeliveryStream } from "@cdktf/provider-aws/lib/kinesis-firehose-delivery-stream";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { App, LocalBackend, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { FlowLogs, record } from "../../modules";

/** Records to an index of Amazon OpenSearch Service, through a delivery stream that the app brings. */
class OpenSearch extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: "../../../terraform.opensearch.tfstate" });
    new AwsProvider(this, "aws", { region: "eu-west-1" });

    const roleArn = "arn:aws:iam::123456789012:role/firehose-to-opensearch";
    const stream = new KinesisFirehoseDeliveryStream(this, "opensearch", {
      name: "flow-logs-to-opensearch",
      destination: "opensearch",
      opensearchConfiguration: {
        domainArn: "arn:aws:es:eu-west-1:123456789012:domain/network",
        roleArn,
        indexName: "flow-logs",
        indexRotationPeriod: "OneDay",
        s3BackupMode: "FailedDocumentsOnly",
        s3Configuration: { roleArn, bucketArn: "arn:aws:s3:::flow-logs-that-opensearch-refused" },
      },
      tags: { LogDeliveryEnabled: "true" },
    });
    const vpc = new Vpc(this, "vpc", { cidrBlock: "10.0.0.0/16" });
    new FlowLogs(this, "flow-logs", {
      vpcId: vpc.id,
      deliveryStream: { existing: { resource: stream } },
      format: record.troubleshooting,
    });
  }
}

/** The app, ready to be synthesized. */
export function opensearch(outdir: string): App {
  const app = new App({ outdir });
  new OpenSearch(app, "opensearch");
  return app;
}

if (require.main === module)
  opensearch(process.env["CDKTF_OUTDIR"] ?? join("examples", "opensearch", "cdktf.out")).synth();
