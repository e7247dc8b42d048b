import { TerraformStack, type TerraformProvider } from "cdktf";
import type { Construct } from "constructs";
import { CAPTURE_PROPS, checkCapture, type Capture } from "./capture/capture";
import { checkDestination, DESTINATION_PROPS } from "./destination/check";
import type { Destination } from "./destination";
import { Problems, type Loose } from "./refusal/problems";
import { checkProvider } from "./placement/check-provider";
import { checkScope, SCOPE_PROPS, type Scope } from "./scope";

/** Where the resources are made. */
export interface Region {
  /**
   * The AWS provider to make everything with, for stacks with several.
   * @default the stack's own
   */
  readonly provider?: TerraformProvider;
}

/** What is watched, where records go, what is recorded; and in which region. */
export type FlowLogsProps = Scope & Destination & Capture & Region;

const PROPS = [...SCOPE_PROPS, ...DESTINATION_PROPS, ...CAPTURE_PROPS, "provider"];

/**
 * Everything that is wrong with the props, before anything is made.
 *
 * @throws InvalidPropsError with all problems
 */
export function checkProps(scope: Construct, id: string, props: unknown): void {
  const problems = new Problems();
  const object = problems.object("props", props, "at least { vpcId }, { subnetId } or { eniId }");
  if (object !== undefined) checkEach(TerraformStack.of(scope), object, problems);
  problems.refuse(`${scope.node.path}/${id}`);
}

function checkEach(stack: TerraformStack, props: Loose, problems: Problems): void {
  problems.onlyKeys("", props, PROPS);
  const kind = checkScope(props, problems);
  const alias = checkProvider(props["provider"], problems);
  checkDestination(props, { stack, alias }, problems);
  checkCapture(props, kind, problems);
}
