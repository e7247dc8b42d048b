import { TerraformStack, type TerraformProvider, type TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import type { Location } from "../location/locate";
import { append } from "./append";
import { logicalId } from "./logical-id";
import { aliasOf, ownOf, type Own } from "./own";

/** Where the resources of one construct are made, and what they have in common. */
export class Placement {
  readonly stack: TerraformStack;
  /** Alias of the provider; "" is the default one. */
  readonly alias: string;
  private readonly logicalId: string;

  constructor(
    readonly construct: Construct,
    private readonly provider: TerraformProvider | undefined,
    readonly tags: Readonly<Record<string, string>> | undefined,
    private readonly location: Location | undefined,
  ) {
    this.stack = TerraformStack.of(construct);
    this.alias = aliasOf(provider);
    this.logicalId = logicalId(construct);
  }

  /** Partition, region and account of the provider. */
  get own(): Own {
    return ownOf(this.stack, this.provider);
  }

  /** Arguments of every resource. */
  get common(): { provider?: TerraformProvider } {
    return this.provider === undefined ? {} : { provider: this.provider };
  }

  /** Arguments of every resource that takes tags. */
  get tagged(): { provider?: TerraformProvider; tags?: Record<string, string> } {
    return this.tags === undefined ? this.common : { ...this.common, tags: this.tags };
  }

  /** Arguments of a resource that Terraform refuses to destroy, where that was asked for. */
  kept(preventDestroy: boolean | undefined): { lifecycle?: { preventDestroy: boolean } } {
    return preventDestroy === true ? { lifecycle: { preventDestroy } } : {};
  }

  /**
   * Names a resource and writes the caller's line into its `"//"` block.
   *
   * @param part Tells apart several resources of one type.
   */
  put<T extends TerraformResource>(resource: T, part?: string): T {
    resource.overrideLogicalId(part === undefined ? this.logicalId : `${this.logicalId}_${part}`);
    if (this.location !== undefined) append(resource, { "//": { flowgate: { location: this.location } } });
    return resource;
  }

  /** The same construct, with another provider. */
  with(provider: TerraformProvider): Placement {
    return new Placement(this.construct, provider, this.tags, this.location);
  }
}
