import { TerraformStack, type TerraformProvider, type TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import type { Location } from "../location/locate";
import { logicalId } from "./logical-id";
import { aliasOf, ownOf, type Own } from "./own";

/** The method that cdktf asks for a resource's arguments; protected there. */
interface Synthesizing {
  synthesizeAttributes(): Record<string, unknown>;
}

/** Where the resources of one construct are made, and what they have in common. */
export class Placement {
  readonly stack: TerraformStack;
  /** Alias of the provider; "" is the default one. */
  readonly alias: string;
  private readonly logicalId: string;

  constructor(
    readonly construct: Construct,
    private readonly provider: TerraformProvider | undefined,
    private readonly tags: Readonly<Record<string, string>> | undefined,
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

  /**
   * Names a resource and writes the caller's line into its `"//"` block. At most one of each type.
   *
   * The line is no override: cdktf lists those in the stack's metadata, where the user's own would be lost.
   */
  put<T extends TerraformResource>(resource: T): T {
    resource.overrideLogicalId(this.logicalId);
    const { location } = this;
    if (location === undefined) return resource;
    const synthesizing = resource as unknown as Synthesizing;
    const attributes = synthesizing.synthesizeAttributes.bind(resource);
    synthesizing.synthesizeAttributes = () => ({
      ...attributes(),
      "//": { flowgate: { location: { ...location } } },
    });
    return resource;
  }
}
