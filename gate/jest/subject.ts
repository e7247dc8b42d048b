import { isObject } from "../read/blocks";
import type { Document } from "../read/document";

/** What a matcher takes: a CDKTF stack, a synthesized text (`Testing.synth(stack)`), or a plan or configuration as an object. */
export type Subject = StackLike | string | object;

/** A CDKTF (or CDKTN) stack: the gate imports neither. */
export interface StackLike {
  readonly node: { readonly id: string; findAll(): readonly object[] };
  toTerraform(): unknown;
  prepareStack?(): void;
}

/** The document to judge. Throws an Error with one sentence where there is none. */
export function documentOf(subject: unknown): Document {
  if (typeof subject === "string") return { path: "synthesized.tf.json", text: subject };
  if (!isObject(subject))
    throw new Error(
      `expected a stack, a synthesized text or a plan, and got ${subject === null ? "null" : typeof subject}`,
    );
  if (isStack(subject))
    return { path: `${subject.node.id}/cdk.tf.json`, text: JSON.stringify(written(subject)) };
  return {
    path: "format_version" in subject ? "plan.json" : "synthesized.tf.json",
    text: JSON.stringify(subject),
  };
}

function isStack(subject: object): subject is StackLike {
  return "toTerraform" in subject && typeof subject.toTerraform === "function" && "node" in subject;
}

/** As the app would write it: what an aspect changes is seen by synthesis alone, so a stack with one is refused. */
function written(stack: StackLike): unknown {
  if (stack.node.findAll().some(hasAspect))
    throw new Error(
      `the stack "${stack.node.id}" has aspects, which only synthesis runs: give Testing.synth(stack), not the stack`,
    );
  stack.prepareStack?.();
  return stack.toTerraform();
}

function hasAspect(construct: object): boolean {
  return Object.getOwnPropertySymbols(construct).some((symbol) => {
    const aspects: unknown = Reflect.get(construct, symbol);
    const isAspects = /^cdk(?:tf|tn)-aspects$/.test(symbol.description ?? "");
    return isAspects && isObject(aspects) && Array.isArray(aspects.all) && aspects.all.length > 0;
  });
}
