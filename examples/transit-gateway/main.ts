import { join } from "node:path";
import { Ec2TransitGateway } from "@cdktf/provider-aws/lib/ec2-transit-gateway";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, LocalBackend, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { FlowLogs, record } from "../../modules";

/** Everything that crosses a transit gateway, and in a log group of its own what the gateway lost. */
class TransitGateway extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: "../../../terraform.transit-gateway.tfstate" });
    new AwsProvider(this, "aws", { region: "eu-west-1" });

    const gateway = new Ec2TransitGateway(this, "gateway", { description: "network hub" });
    new FlowLogs(this, "all", { transitGatewayId: gateway.id, bucket: { expireDays: 400 } });
    const losses = new FlowLogs(this, "losses", {
      transitGatewayId: gateway.id,
      logGroup: { retentionDays: 30 },
      format: record.format([
        "tgw-attachment-id",
        "srcaddr",
        "dstaddr",
        "packets",
        "start",
        "log-status",
        "packets-lost-no-route",
        "packets-lost-blackhole",
        "packets-lost-mtu-exceeded",
        "packets-lost-ttl-expired",
      ]),
    });
    losses.verification.addOutputs();
  }
}

/** The app, ready to be synthesized. */
export function transitGateway(outdir: string): App {
  const app = new App({ outdir });
  new TransitGateway(app, "transit-gateway");
  return app;
}

if (require.main === module)
  transitGateway(process.env["CDKTF_OUTDIR"] ?? join("examples", "transit-gateway", "cdktf.out")).synth();
