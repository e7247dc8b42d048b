import { TerraformProvider, TerraformResource, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { checkCompanion, placementOf, type CompanionProps } from "../companion";
import { append } from "../placement/append";
import { type Problems, type Loose } from "../refusal/problems";
import { checkAccessPaths, pathBlocks, type AccessPath, type ExcludedPath } from "./access-path";

/** What nobody should be able to do. */
export interface AccessScopeProps extends CompanionProps {
  /** Paths that are reported wherever the network allows them. At least one. */
  readonly match: readonly AccessPath[];
  /** Paths that are meant to be there, and are not reported. @default none */
  readonly exclude?: readonly ExcludedPath[];
}

/** https://github.com/hashicorp/terraform-provider-aws/pull/47582 */
const SINCE = { major: 6, minor: 43 };

/** The version of hashicorp/aws whose arguments the installed provider package knows; undefined where it does not say. */
function boundVersion(scope: Construct, given: TerraformProvider | undefined): string | undefined {
  const providers = given === undefined ? TerraformStack.of(scope).node.findAll() : [given];
  for (const candidate of providers) {
    if (TerraformProvider.isTerraformProvider(candidate) && candidate.terraformResourceType === "aws")
      return candidate.terraformGeneratorMetadata?.providerVersion;
  }
  return undefined;
}

function checkVersion(scope: Construct, provider: unknown, problems: Problems): void {
  const given = TerraformProvider.isTerraformProvider(provider) ? provider : undefined;
  const version = boundVersion(scope, given);
  const [major = 0, minor = 0] = (version ?? "").split(".").map(Number);
  if (version === undefined || major > SINCE.major || (major === SINCE.major && minor >= SINCE.minor)) return;
  problems.add(
    "provider",
    `is hashicorp/aws ${version}, which has no aws_ec2_network_insights_access_scope; version ${SINCE.major}.${SINCE.minor} brought it: install "@cdktf/provider-aws": "npm:@cdktn/provider-aws@^25.7.0" and "cdktf": "npm:cdktn@^0.24.0"`,
  );
}

/**
 * A Network Access Scope: what Network Access Analyzer looks for in all the network of the region, such as a way from
 * an internet gateway to the machines that hold card data. Making it analyses nothing and costs nothing; `analysisCommand`
 * starts an analysis, for which Terraform has no resource.
 *
 * Needs version 6.43 of the AWS provider, which @cdktf/provider-aws never had and @cdktn/provider-aws has.
 *
 * @example
 * new AccessScope(this, "isolation", {
 *   match: [{ source: { resourceTypes: ["AWS::EC2::InternetGateway"] }, destination: { resources: [cardData.id] } }],
 * })
 */
export class AccessScope extends Construct {
  /** The real thing, for overrides and attributes. */
  readonly accessScope: TerraformResource;

  /** @throws InvalidPropsError with everything that is wrong with the props; nothing is made then. */
  constructor(scope: Construct, id: string, props: AccessScopeProps) {
    const check = (given: Loose, problems: Problems): void => {
      checkAccessPaths(given, problems);
      checkVersion(scope, given["provider"], problems);
    };
    checkCompanion(scope, id, props, {
      props: ["match", "exclude"],
      hint: "at least { match: [{ source: { resourceTypes: [...] } }] }",
      check,
    });
    super(scope, id);
    const placement = placementOf(this, AccessScope, props);
    // By hand: the class for it is missing from the older of the provider packages that this works with.
    this.accessScope = placement.put(
      new TerraformResource(this, "access-scope", {
        terraformResourceType: "aws_ec2_network_insights_access_scope",
        terraformGeneratorMetadata: { providerName: "aws" },
        ...placement.common,
      }),
    );
    append(this.accessScope, {
      match_paths: pathBlocks(props.match),
      ...(props.exclude === undefined ? {} : { exclude_paths: pathBlocks(props.exclude) }),
      ...(props.tags === undefined ? {} : { tags: props.tags }),
    });
  }

  /** The command that starts an analysis of it, to be run after it was made. */
  get analysisCommand(): string {
    const id = this.accessScope.getStringAttribute("id");
    return `aws ec2 start-network-insights-access-scope-analysis --network-insights-access-scope-id ${id}`;
  }
}
