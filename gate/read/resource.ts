/**
 * What every reader turns its document into: one neutral list of resources, in Terraform's own JSON syntax.
 *
 * Strings in `attributes` are Terraform templates (`${...}` is a reference, `$${` a literal `${`), blocks are
 * objects or arrays of objects. A reader of documents whose strings are literal (plans, state) escapes them; a
 * value that nobody can know before apply is the `UNKNOWN` symbol.
 */
export const UNKNOWN: unique symbol = Symbol("known only after apply");

/** A block of a Terraform configuration, with every block of the same label merged in. */
export type Attributes = Readonly<Record<string, unknown>>;

export interface Location {
  /** Path relative to the project's root, with "/". */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

export interface Resource {
  /** Position in `Configuration.sources`. */
  readonly source: number;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  /** `aws_flow_log.x`, or `data.aws_region.x`. */
  readonly address: string;
  readonly attributes: Attributes;
  /** The provider configuration that makes it: `aws`, or `aws.ALIAS`. */
  readonly provider: string;
  /** Addresses in the same source, as `depends_on` names them. */
  readonly dependsOn: readonly string[];
  /** `unknown` where `count` or `for_each` is not a literal. A literal count of 0 (an empty for_each) makes no resource at all. */
  readonly exists: "yes" | "unknown";
  readonly constructPath?: string;
  readonly location?: Location;
  /** What stands in `"//".flowgate.waive` of the resource, as written: `gate/waiver` says what is malformed. */
  readonly waivers?: readonly unknown[];
  /**
   * Arguments of which only what they refer to is known (a plan made from `.tf`): the template in `attributes` is one
   * reference, and text may stand around it.
   */
  readonly byReference?: ReadonlySet<string>;
  /** Arguments that Terraform marks sensitive: judged, and never shown. */
  readonly sensitive?: ReadonlySet<string>;
  /** What was taken to be so for want of anything better, each a clause: `var.days is 7 (its default in variables.tf)`. */
  readonly assumed?: readonly string[];
}

/** What a plan does to a managed resource. */
export interface ResourceChange {
  /** As the plan writes it, instance keys and modules included. */
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly provider: string;
  /** As Terraform writes them: `["delete", "create"]` is a replacement, `["create", "forget"]` one that leaves the old one. */
  readonly actions: readonly string[];
  /** Attribute values before and after, templates as in `Resource.attributes`; absent where there is nothing. */
  readonly before?: Attributes;
  readonly after?: Attributes;
  /** The address before a move. */
  readonly previousAddress?: string;
  /** Attributes that Terraform marks sensitive, before or after: judged, and never shown. */
  readonly sensitive?: ReadonlySet<string>;
}

/** Who calls a module: a construct, or a line. */
export type ModuleCaller = Pick<Resource, "constructPath" | "location">;

/** `synth`: Terraform's JSON syntax. `plan`, `state`: what `terraform show -json` prints. `hcl`: a folder with `.tf` files. */
export type SourceKind = "synth" | "plan" | "state" | "hcl";

/** One judged document: a stack's `cdk.tf.json`, any `.tf.json`, a plan, a state, or a folder of `.tf`. */
export interface Source {
  /** As given on the command line, with "/". */
  readonly path: string;
  readonly kind: SourceKind;
  /** The stack's name, where the manifest or the metadata tells it. */
  readonly stack?: string;
  /** Construct path of the stack, where the manifest tells it: it is the name unless stacks stand in other constructs. */
  readonly stackPath?: string;
  /** sha256 of the document's text, hexadecimal. */
  readonly hash: string;
  /** Provider configurations by `aws` or `aws.ALIAS`. */
  readonly providers: ReadonlyMap<string, Attributes>;
  readonly locals: ReadonlyMap<string, unknown>;
  /** Output values by name (templates), for references from other stacks. */
  readonly outputs: ReadonlyMap<string, unknown>;
  /** The arguments of module calls, by address (`module.x`); what the modules hold is not read. */
  readonly modules: ReadonlyMap<string, Attributes>;
  /** Who called them, by address, where it is known. */
  readonly callers?: ReadonlyMap<string, ModuleCaller>;
  /** Of a plan beside its source: calls of modules that have to be installed, and are not. */
  readonly notInstalled?: readonly string[];
  /** Names that variables without a value leave open (`var.days`, `aws_x.y`), each with those variables. */
  readonly lacking?: ReadonlyMap<string, readonly string[]>;
  /** Names of the stacks that this one depends on (manifest.json), transitive. */
  readonly stackDependencies: readonly string[];
  /** What a plan changes; empty for any other kind. */
  readonly changes: readonly ResourceChange[];
}

export interface Configuration {
  readonly sources: readonly Source[];
  readonly resources: readonly Resource[];
}
