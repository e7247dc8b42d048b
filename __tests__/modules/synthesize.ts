import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, LocalBackend, TerraformStack } from "cdktf";

const scratch = mkdtempSync(join(tmpdir(), "flowgate-modules-"));

afterAll(() => {
  rmSync(scratch, { recursive: true });
});

export type Arguments = Record<string, unknown>;

/** `cdk.tf.json`, as far as these tests look. */
export interface Synthesized {
  readonly "//": { metadata: Record<string, unknown> };
  readonly data?: Record<string, Record<string, Arguments>>;
  readonly resource: Record<string, Record<string, Arguments>>;
}

/** A stack with a provider. */
export function stackOf(app: App, id: string): TerraformStack {
  const stack = new TerraformStack(app, id);
  new LocalBackend(stack, { path: "terraform.tfstate" });
  new AwsProvider(stack, "aws", { region: "eu-west-1" });
  return stack;
}

/** A stack named `network` that nobody synthesizes. */
export function unsynthesized(): TerraformStack {
  return stackOf(new App({ outdir: scratch }), "network");
}

/** What app.synth() writes for each stack, by its name. */
export function synthesizeApp(
  build: (app: App) => void,
  context: Record<string, unknown> = {},
): Record<string, Synthesized> {
  const app = new App({ outdir: scratch, context });
  build(app);
  app.synth();
  const manifest = JSON.parse(readFileSync(join(scratch, "manifest.json"), "utf8")) as {
    stacks: Record<string, { synthesizedStackPath: string }>;
  };
  return Object.fromEntries(
    Object.entries(manifest.stacks).map(([name, { synthesizedStackPath }]) => [
      name,
      JSON.parse(readFileSync(join(scratch, synthesizedStackPath), "utf8")) as Synthesized,
    ]),
  );
}

/** What app.synth() writes for one stack named `network`. */
export function synthesize(
  build: (stack: TerraformStack) => void,
  context: Record<string, unknown> = {},
): Synthesized {
  const stacks = synthesizeApp((app) => {
    build(stackOf(app, "network"));
  }, context);
  const synthesized = stacks["network"];
  if (synthesized === undefined) throw new Error("the stack was not synthesized");
  return synthesized;
}

/** The only resource of a type, without what cdktf and flowgate note about it. */
export function only(synthesized: Synthesized, type: string): Arguments {
  const all = Object.values(synthesized.resource[type] ?? {});
  if (all.length !== 1) throw new Error(`${all.length} resources of type ${type}`);
  return without(all[0] ?? {}, "//");
}

/** Arguments without one of them. */
export function without(args: Arguments, name: string): Arguments {
  return Object.fromEntries(Object.entries(args).filter(([key]) => key !== name));
}

/** Names of the resources of a type. */
export function names(synthesized: Synthesized, type: string): string[] {
  return Object.keys(synthesized.resource[type] ?? {});
}
