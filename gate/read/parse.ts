import { findNodeAtLocation, parse, parseTree, type JSONPath, type ParseError } from "jsonc-parser";

import type { Document, Fault } from "./document";
import { DEEPEST, parseJson, position, type JsonFault } from "./json";
import { mergeLabels } from "./merge-labels";

/** The value of a document's JSON, or why there is none. `labels`: what may stand twice in it, and is merged. */
export function parseDocument(
  document: Document,
  labels: "root" | "body" = "root",
): { value: unknown } | { fault: Fault } {
  const { path, text } = document;
  if (text.trim() === "") return { fault: { path, message: "the document is empty", fix: SYNTH_AGAIN } };
  const json = parseJson(text);
  if ("fault" in json) return { fault: faultOf(document, json.fault) };
  if (!json.duplicates) return json;
  const merged = mergeLabels(text, labels);
  if ("value" in merged) return merged;
  return {
    fault: {
      path,
      ...position(text, merged.offset),
      message: `"${merged.key}" stands twice in the same block`,
      fix: "keep one of the two: Terraform refuses the other",
    },
  };
}

/** Where a member of a document's JSON stands; nothing when it is not there. */
export function locate(text: string, path: JSONPath): { line: number; column: number } | undefined {
  return locator(text)(path);
}

/** The same for several paths into one text, which is parsed once. */
export function locator(text: string): (path: JSONPath) => { line: number; column: number } | undefined {
  const root = parseTree(text);
  return (path) => {
    const node = root && findNodeAtLocation(root, path);
    return node && position(text, (node.parent?.type === "property" ? node.parent : node).offset);
  };
}

const SYNTH_AGAIN = "run `cdktf synth` again, or give another file";

function faultOf({ path, text }: Document, fault: JsonFault): Fault {
  const at = fault.offset === undefined ? {} : position(text, fault.offset);
  switch (fault.kind) {
    case "byte-order-mark":
      return {
        path,
        ...at,
        message: "the document starts with a byte order mark, which Terraform refuses",
        fix: "save it as UTF-8 without byte order mark",
      };
    case "half-surrogate":
      return {
        path,
        ...at,
        message: "half of a surrogate pair stands alone, which is no character",
        fix: "write the whole character, or take the escape out",
      };
    case "too-deep":
      return { path, message: `the JSON is nested deeper than ${DEEPEST} levels`, fix: SYNTH_AGAIN };
    case "syntax":
      return malformed(path, text);
  }
}

/** By jsonc-parser's error code. */
const WRONG: Readonly<Record<number, string>> = {
  1: "a value is misspelt",
  2: "a number is malformed",
  3: "a property name in double quotes is expected",
  4: "a value is expected",
  5: "a colon is expected",
  6: "a comma is expected",
  7: "a closing brace is expected",
  8: "a closing bracket is expected",
  9: "the end of the document is expected",
  10: "a comment is not allowed",
  11: "a comment is not closed",
  12: "a string is not closed",
  13: "a number is not complete",
  14: "a unicode escape is malformed",
  15: "an escape is unknown",
  16: "a control character stands in a string",
};

const PLAN_LOG = {
  message: "the document is the log that `terraform plan -json` prints",
  fix: "give what `terraform show -json tfplan` prints",
};

/** What Terraform prints for people, and its own language. */
const TERRAFORM_TEXT = {
  message: "the document is what Terraform prints for people, not JSON",
  fix: "give what `terraform show -json tfplan` prints",
};
const HCL_TEXT = {
  message: "the document is Terraform's own language, not JSON",
  fix: "give the folder that its .tf file stands in",
};
const FOR_PEOPLE =
  /^(?:Terraform|OpenTofu) (?:used|will|has)\b|^(?:Plan: \d|No changes\.)|^\s*# \S+ (?:will|must) be |^\s*# [\w.]+:$/m;
const BLOCK = /^[ \t]*(?:resource|data|module|provider|variable|output|locals|terraform)\b[^\n]*\{/m;

function malformed(path: string, text: string): Fault {
  if (text.startsWith('{"@level"')) return { path, ...PLAN_LOG };
  if (!/^\s*[[{]/.test(text)) {
    if (FOR_PEOPLE.test(withoutColours(text))) return { path, ...TERRAFORM_TEXT };
    if (BLOCK.test(text)) return { path, ...HCL_TEXT };
  }
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  } catch (error) {
    if (error instanceof RangeError) return faultOf({ path, text }, { kind: "too-deep" });
    throw error;
  }
  const first = errors[0];
  const wrong = (first && WRONG[first.error]) ?? "it cannot be read";
  return {
    path,
    ...(first && position(text, first.offset)),
    message: `the JSON is malformed: ${wrong}`,
    fix: /^\{\s*"format_version"/.test(text)
      ? "write it again: `terraform show -json tfplan > plan.json`"
      : "correct it here, or run `cdktf synth` again",
  };
}

function withoutColours(text: string): string {
  return text.replaceAll("\u001b", "").replace(/\[\d+m/g, "");
}
