import { existsSync } from "node:fs";

import { isObject } from "../read/blocks";
import type { Document } from "../read/document";
import { findDocuments, type Found } from "../read/find";
import { isHcl } from "../read/hcl/read-hcl";

/** A CDKTF (or CDKTN) stack: the gate imports neither. */
interface StackLike {
  readonly node: { readonly id: string; findAll(): readonly object[] };
  toTerraform(): unknown;
  prepareStack(): void;
}

/**
 * What a matcher judges: a CDKTF stack, a synthesized text (`Testing.synth(stack)`), the path of a folder or file
 * (`Testing.fullSynth(stack)`), or a plan or configuration as an object. Throws an Error with one sentence for anything
 * else; a path that cannot be read is told among the faults.
 */
export function readSubject(subject: unknown): Found {
  if (typeof subject === "string") return readWords(subject);
  if (!isObject(subject)) throw unexpected(subject === null ? "null" : typeof subject);
  if (isStack(subject)) return found(`${subject.node.id}/cdk.tf.json`, written(subject));
  if ("node" in subject && isObject(subject.node) && "findAll" in subject.node)
    throw unexpected(`a construct that is no stack (${subject.constructor.name})`);
  return found("format_version" in subject ? "plan.json" : SYNTHESIZED, subject);
}

const SYNTHESIZED = "synthesized.tf.json";

function readWords(words: string): Found {
  if (/^\s*[[{]/.test(words)) return { documents: [{ path: SYNTHESIZED, text: words }], faults: [] };
  if (!existsSync(words)) throw unexpected("a text that is neither JSON nor the path of a folder or file");
  const read = findDocuments([words]);
  // Parsing it takes a promise, and the matchers answer at once.
  if (read.documents.some(({ path }) => isHcl(path))) throw unexpected("HCL, which `flowgate check` judges");
  return read;
}

function found(path: string, value: unknown): Found {
  return { documents: [document(path, value)], faults: [] };
}

/** What holds itself cannot be written. */
function document(path: string, value: unknown): Document {
  try {
    return { path, text: JSON.stringify(value) };
  } catch {
    throw unexpected("an object that JSON cannot hold");
  }
}

function unexpected(what: string): Error {
  return new Error(`expected a stack, a synthesized text, the path of one, or a plan, and got ${what}`);
}

function isStack(subject: object): subject is StackLike {
  return "prepareStack" in subject && "toTerraform" in subject && "node" in subject;
}

/** As the app would write it: what an aspect changes is seen by synthesis alone, so a stack with one is refused. */
function written(stack: StackLike): unknown {
  if (stack.node.findAll().some(hasAspect))
    throw new Error(
      `the stack "${stack.node.id}" has aspects, which only synthesis runs: give Testing.synth(stack), not the stack`,
    );
  stack.prepareStack();
  return stack.toTerraform();
}

function hasAspect(construct: object): boolean {
  return Object.getOwnPropertySymbols(construct).some((symbol) => {
    const aspects: unknown = Reflect.get(construct, symbol);
    const isAspects = /^cdk(?:tf|tn)-aspects$/.test(symbol.description ?? "");
    return isAspects && isObject(aspects) && Array.isArray(aspects.all) && aspects.all.length > 0;
  });
}
