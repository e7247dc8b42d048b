/**
 * Synthesizes N flow logs (four resources each, in one stack), through the constructs or as raw L1 resources.
 *
 *     npm run build && node dist/bench/generate.js N OUTDIR [--raw]
 */
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, LocalBackend, TerraformStack } from "cdktf";
import { FlowLogs } from "../modules";
import { rawFlowLogs } from "./generate-raw";

/** Ids of VPCs that are not in the stack, so that it holds flow logs and nothing else. */
function vpcIds(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `vpc-${at.toString(16).padStart(17, "0")}`);
}

/** An app with `count` flow logs, ready to be synthesized. */
export function generate(count: number, outdir: string, kind: "constructs" | "raw"): App {
  const app = new App({ outdir });
  const stack = new TerraformStack(app, "bench");
  new LocalBackend(stack, { path: "terraform.tfstate" });
  new AwsProvider(stack, "aws", { region: "eu-west-1" });
  if (kind === "raw") {
    rawFlowLogs(stack, vpcIds(count));
  } else {
    vpcIds(count).forEach((vpcId, at) => new FlowLogs(stack, `flow-logs-${at}`, { vpcId }));
  }
  return app;
}

if (require.main === module) {
  const [count, outdir, flag] = process.argv.slice(2);
  if (
    !/^[1-9][0-9]*$/.test(count ?? "") ||
    outdir === undefined ||
    (flag !== undefined && flag !== "--raw")
  ) {
    console.error("usage: node dist/bench/generate.js N OUTDIR [--raw]");
    process.exitCode = 2;
  } else {
    generate(Number(count), outdir, flag === "--raw" ? "raw" : "constructs").synth();
  }
}
