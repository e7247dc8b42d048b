import { nearest } from "../nearest";
import type { Fault } from "./document";

/** What a parsed document is, told by its own words. */
export type Kind =
  | "manifest"
  | "configuration"
  | "plan"
  | "state"
  | { readonly faults: readonly (Fault & { key?: string })[] };

/** Top-level blocks of Terraform's language (1.14, internal/configs/parser_config.go). */
const BLOCKS = [
  "terraform",
  "provider",
  "variable",
  "locals",
  "output",
  "module",
  "resource",
  "data",
  "ephemeral",
  "action",
  "moved",
  "import",
  "removed",
  "check",
] as const;

const GIVE =
  "give cdktf.out, a stack folder, cdk.tf.json or another .tf.json file, or what `terraform show -json` prints";
const SHOW_PLAN = "give what `terraform show -json tfplan` prints";

/** JSON that people give by mistake: how to know it, and what to say. */
const OTHERS: readonly { is: (root: Root) => boolean; what: string; fix: string }[] = [
  {
    is: (root) => root.has("lineage") && root.has("serial"),
    what: "a state as Terraform keeps it",
    fix: "give what `terraform show -json terraform.tfstate` prints",
  },
  {
    is: (root) => root.has("plan") && !root.has("format_version"),
    what: "a plan in a wrapper",
    fix: 'give the plan itself: the object under "plan"',
  },
  {
    is: (root) => root.has("@level") && root.has("@message"),
    what: "the log of `terraform plan -json`",
    fix: SHOW_PLAN,
  },
  {
    is: (root) => root.has("format_version"),
    what: "JSON of Terraform, but no plan and no state",
    fix: SHOW_PLAN,
  },
  {
    is: (root) => root.any("AWSTemplateFormatVersion", "Resources"),
    what: "a CloudFormation template",
    fix: GIVE,
  },
  { is: (root) => root.has("flow_logs") && root.has("log_groups"), what: "a flowgate model", fix: GIVE },
  { is: (root) => root.has("policyHash") && root.has("findings"), what: "a flowgate report", fix: GIVE },
  { is: (root) => root.has("app") && root.has("language"), what: "cdktf's settings", fix: "give cdktf.out" },
  {
    is: (root) => root.any("dependencies", "devDependencies", "scripts", "lockfileVersion"),
    what: "a package.json",
    fix: GIVE,
  },
];

/** What other commands of Terraform print with a format_version. Of a state that is empty that is all there is. */
const OTHER_OUTPUT = ["diagnostics", "provider_schemas", "valid"];

class Root {
  constructor(readonly keys: ReadonlySet<string>) {}
  has(key: string): boolean {
    return this.keys.has(key);
  }
  any(...keys: string[]): boolean {
    return keys.some((key) => this.has(key));
  }
}

/** Tells what a document is, or refuses it with what it is instead. */
export function kindOf(value: unknown): Kind {
  const objects = Array.isArray(value) ? (value as unknown[]) : [value];
  if (!objects.every((item) => typeof item === "object" && item !== null && !Array.isArray(item))) {
    return other("JSON, but no Terraform configuration: its root is no object", GIVE);
  }
  const root = new Root(new Set(objects.flatMap((item) => Object.keys(item as object))));
  if (root.has("stacks") && root.has("version")) return "manifest";
  if (root.has("format_version") && root.any("resource_changes", "planned_values")) return "plan";
  if (root.has("format_version") && (root.has("values") || !root.any(...OTHER_OUTPUT))) return "state";
  const known = OTHERS.find(({ is }) => is(root));
  if (known) return other(known.what, known.fix);
  const named = [...root.keys].filter((key) => key !== "//");
  if (named.length === 0) return other("empty: it holds no block", GIVE);
  const blocks = new Set<string>(BLOCKS);
  const unknown = named.filter((key) => !blocks.has(key));
  if (unknown.length === 0) return "configuration";
  if (unknown.length === named.length && unknown.every((key) => nearest(key, BLOCKS) === undefined)) {
    return other("JSON, but no Terraform configuration: it holds none of Terraform's blocks", GIVE);
  }
  return { faults: unknown.map(unknownBlock) };
}

/** Is it a top-level block of Terraform's language? */
export function isTopLevelBlock(name: string): boolean {
  return (BLOCKS as readonly string[]).includes(name);
}

/** What is said of a top-level block that Terraform does not have. */
export function unknownBlock(key: string): Fault & { key: string } {
  const meant = nearest(key, BLOCKS);
  return {
    key,
    message: `"${key}" is no top-level block of Terraform, which refuses it`,
    fix: meant === undefined ? "take it out" : `write "${meant}", or take it out`,
  };
}

function other(what: string, fix: string): Kind {
  return { faults: [{ message: `the document is ${what}`, fix }] };
}
