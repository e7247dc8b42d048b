import type { TerraformProvider } from "cdktf";
import type { Construct } from "constructs";
import { checkTags } from "./capture/check";
import { locate } from "./location/locate";
import { checkProvider } from "./placement/check-provider";
import { Placement } from "./placement/placement";
import { Problems, type Loose } from "./refusal/problems";

/** Props of every construct that stands beside a flow log. */
export interface CompanionProps {
  /** Tags of everything made that can have tags. @default none */
  readonly tags?: Readonly<Record<string, string>>;
  /** The AWS provider to make everything with, for stacks with several. @default the stack's own */
  readonly provider?: TerraformProvider;
}

/** What a construct takes, and how it looks at it. */
export interface Expected {
  /** Names of its own props. */
  readonly props: readonly string[];
  /** What to give at least: completes "is undefined; give ...". */
  readonly hint: string;
  /** @param alias The alias of the provider that everything is made with; "" is the default one. */
  readonly check: (props: Loose, problems: Problems, alias: string) => void;
}

/**
 * Everything that is wrong with the props, before anything is made.
 *
 * @throws InvalidPropsError with all problems
 */
export function checkCompanion(scope: Construct, id: string, props: unknown, expected: Expected): void {
  const problems = new Problems();
  const object = problems.object("props", props, expected.hint);
  if (object !== undefined) {
    problems.onlyKeys("", object, [...expected.props, "tags", "provider"]);
    const alias = checkProvider(object["provider"], problems);
    expected.check(object, problems, alias);
    checkTags(object["tags"], problems);
  }
  problems.refuse(`${scope.node.path}/${id}`);
}

/** Where the resources of a companion are made. `below` is its class: the line that called it is noted. */
export function placementOf(
  construct: Construct,
  below: NewableFunction,
  { provider, tags }: CompanionProps,
): Placement {
  const location = construct.node.tryGetContext("flowgate:location") === false ? undefined : locate(below);
  return new Placement(construct, provider, tags, location);
}
