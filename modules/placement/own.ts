import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { DataAwsPartition } from "@cdktf/provider-aws/lib/data-aws-partition";
import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import { TerraformProvider, type TerraformStack } from "cdktf";
import { Construct } from "constructs";

/** The partition, region and account that resources are made in, as Terraform templates. */
export interface Own {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

const made = new WeakMap<TerraformStack, Map<string, Own>>();

/** Is it the AWS provider? */
export function isAwsProvider(value: unknown): value is TerraformProvider {
  return TerraformProvider.isTerraformProvider(value) && value.terraformResourceType === "aws";
}

/** The alias of a provider; "" for the default one. */
export function aliasOf(provider: TerraformProvider | undefined): string {
  return provider?.alias ?? "";
}

/**
 * Asks the provider, once per stack and provider.
 *
 * Texts and not tokens: cdktf resolves each token three times at synthesis, and a policy holds a dozen.
 */
export function ownOf(stack: TerraformStack, provider: TerraformProvider | undefined): Own {
  const byAlias = made.get(stack) ?? new Map<string, Own>();
  made.set(stack, byAlias);
  const alias = aliasOf(provider);
  let own = byAlias.get(alias);
  if (own === undefined) {
    const name = alias === "" ? "flowgate" : `flowgate-${alias}`;
    const parent = new Construct(stack, `${name}-own`);
    const config = provider === undefined ? {} : { provider };
    new DataAwsPartition(parent, "partition", config).overrideLogicalId(name);
    new DataAwsRegion(parent, "region", config).overrideLogicalId(name);
    new DataAwsCallerIdentity(parent, "account", config).overrideLogicalId(name);
    own = {
      partition: `\${data.aws_partition.${name}.partition}`,
      region: `\${data.aws_region.${name}.id}`,
      account: `\${data.aws_caller_identity.${name}.account_id}`,
    };
    byAlias.set(alias, own);
  }
  return own;
}
