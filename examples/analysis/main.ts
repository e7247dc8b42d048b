import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { NetworkInterface } from "@cdktf/provider-aws/lib/network-interface";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { App, LocalBackend, TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { FlowLogs, ReachabilityPath, TrafficMirror } from "../../modules";

/** What answers where flow logs cannot: is there a way at all, and what is in the packets? */
class Analysis extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: "../../../terraform.analysis.tfstate" });
    new AwsProvider(this, "aws", { region: "eu-west-1" });

    const vpc = new Vpc(this, "vpc", { cidrBlock: "10.0.0.0/16" });
    new FlowLogs(this, "flow-logs", { vpcId: vpc.id });
    const gateway = new InternetGateway(this, "gateway", { vpcId: vpc.id });
    const subnet = new Subnet(this, "subnet", { vpcId: vpc.id, cidrBlock: "10.0.1.0/24" });
    const server = new NetworkInterface(this, "server", { subnetId: subnet.id });
    const appliance = new NetworkInterface(this, "appliance", { subnetId: subnet.id });

    const ssh = new ReachabilityPath(this, "ssh-from-the-internet", {
      source: gateway.id,
      destination: server.id,
      destinationPort: 22,
    });
    new TerraformOutput(this, "ssh-is-reachable", { value: ssh.analysis?.pathFound });

    new TrafficMirror(this, "mirror", {
      eniId: server.id,
      target: { eniId: appliance.id },
      rules: [
        { direction: "ingress", protocol: "tcp" },
        { direction: "ingress", protocol: "udp" },
      ],
      packetLength: 256,
    });
  }
}

/** The app, ready to be synthesized. */
export function analysis(outdir: string): App {
  const app = new App({ outdir });
  new Analysis(app, "analysis");
  return app;
}

if (require.main === module)
  analysis(process.env["CDKTF_OUTDIR"] ?? join("examples", "analysis", "cdktf.out")).synth();
