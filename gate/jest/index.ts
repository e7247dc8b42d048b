/**
 * Jest matchers. Importing `flowgate/jest` extends the global `expect` (Jest, or Vitest with globals); without one, hand
 * `flowLogMatchers` to `expect.extend` yourself.
 *
 * @example
 * import "flowgate/jest";
 * test("the network is captured", () => {
 *   expect(Testing.synth(stack)).toSatisfyFlowLogPolicies();
 * });
 */
import type { CheckOptions } from "../check";
import { flowLogMatchers } from "./matchers";

export { flowLogMatchers };

interface FlowLogMatchers<R> {
  /** Every rule holds, undecided ones too unless `strict: false`. A stack, `Testing.synth(stack)`, or a plan as an object. */
  toSatisfyFlowLogPolicies(options?: CheckOptions): R;
  /** The rule reports a failure, of the resource at `address` where it is given. Throws for a rule that does not exist. */
  toHaveFlowLogFinding(rule: string, address?: string, options?: CheckOptions): R;
}

declare global {
  // Jest's own types are a namespace, and can only be extended as one.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type
    interface Matchers<R> extends FlowLogMatchers<R> {}
  }
}

const { expect } = globalThis as { expect?: { extend?: (matchers: typeof flowLogMatchers) => void } };
expect?.extend?.(flowLogMatchers);
