import { join } from "node:path";
import { KinesisFirehoseDeliveryStream } from "@cdktf/provider-aws/lib/kinesis-firehose-delivery-stream";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { App, LocalBackend, TerraformStack, TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import { FlowLogs } from "../../modules";

/** Records to Splunk's HTTP event collector, through a delivery stream that the app brings. */
class Splunk extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: "../../../terraform.splunk.tfstate" });
    new AwsProvider(this, "aws", { region: "eu-west-1" });
    const hecToken = new TerraformVariable(this, "hec_token", { type: "string", sensitive: true });

    const stream = new KinesisFirehoseDeliveryStream(this, "splunk", {
      name: "flow-logs-to-splunk",
      destination: "splunk",
      splunkConfiguration: {
        hecEndpoint: "https://http-inputs-firehose-example.splunkcloud.com:443",
        hecToken: hecToken.stringValue,
        s3BackupMode: "FailedEventsOnly",
        s3Configuration: {
          roleArn: "arn:aws:iam::123456789012:role/firehose-backup",
          bucketArn: "arn:aws:s3:::flow-logs-that-splunk-refused",
        },
      },
      tags: { LogDeliveryEnabled: "true" },
    });
    const vpc = new Vpc(this, "vpc", { cidrBlock: "10.0.0.0/16" });
    new FlowLogs(this, "flow-logs", { vpcId: vpc.id, deliveryStream: { existing: { resource: stream } } });
  }
}

/** The app, ready to be synthesized. */
export function splunk(outdir: string): App {
  const app = new App({ outdir });
  new Splunk(app, "splunk");
  return app;
}

if (require.main === module)
  splunk(process.env["CDKTF_OUTDIR"] ?? join("examples", "splunk", "cdktf.out")).synth();
