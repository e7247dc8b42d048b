/**
 * Jest matchers. Importing `flowgate/jest` extends `expect`: the global one (Jest, or Vitest with globals), and that of
 * `@jest/globals`, which is the same. Without a global one, hand `flowLogMatchers` to `expect.extend` yourself.
 *
 * They read no flowgate.json: a test says itself what it asks for, as `{ settings }`. They are strict, so that what
 * cannot be decided fails too, unless `{ strict: false }` is given.
 *
 * @example
 * import "flowgate/jest";
 * test("the network is captured", () => {
 *   expect(Testing.synth(stack)).toSatisfyFlowLogPolicies({ settings: { retention: { minimumDays: 90 } } });
 * });
 */
import type { CheckOptions } from "../check";
import { flowLogMatchers } from "./matchers";

export { flowLogMatchers };

interface FlowLogMatchers<R> {
  /**
   * Every rule holds, undecided ones too unless `strict: false`. Of a stack, `Testing.synth(stack)`,
   * `Testing.fullSynth(stack)`, another path, or a plan as an object. Throws for anything else.
   */
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

// It is installed where this is compiled, but not wherever it is used: `@ts-expect-error` would fail here.
// eslint-disable-next-line @typescript-eslint/ban-ts-comment
/** @ts-ignore: Jest's expect of `@jest/globals`, where it is installed. Its types are no dependency of this package. */
declare module "@jest/expect" {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface Matchers<R extends void | Promise<void>> extends FlowLogMatchers<R> {}
}

const { expect } = globalThis as { expect?: { extend?: (matchers: typeof flowLogMatchers) => void } };
expect?.extend?.(flowLogMatchers);
