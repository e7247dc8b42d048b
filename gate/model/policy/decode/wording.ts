import type { Expression, TemplatePart } from "../../text/template";
import type { Atom, Text } from "../../text/text";
import { joinText, literalOf } from "../../text/text-parts";

/** A string of a policy: as its author wrote it, and with its references resolved. */
export interface Wording {
  /** Literal text and references, `${...}` included. */
  readonly written: string;
  readonly text: Text;
}

/** Resolves the references of a string, and takes IAM policy variables (`${aws:username}`) for what they are: unknown. */
export function toWording(
  parts: readonly TemplatePart[],
  resolve: (expression: Expression) => Text,
): Wording {
  const written = parts.map((part) => (typeof part === "string" ? part : part.shown)).join("");
  const texts = parts.map((part) => (typeof part === "string" ? [part] : resolve(part)));
  return { written, text: hidePolicyVariables(joinText(...texts)) };
}

/** `&{aws:username}`, which `aws_iam_policy_document` writes as `${aws:username}`. */
export function withAmpersandVariables(wording: Wording): Wording {
  if (!wording.written.includes("&{")) return wording;
  const replaced = wording.text.map((part) =>
    typeof part === "string" ? part.replaceAll("&{", "${") : part,
  );
  return { written: wording.written, text: hidePolicyVariables(replaced) };
}

/** The wording of a string that holds no reference. */
export function plain(text: string): Wording {
  return { written: text, text: hidePolicyVariables(text === "" ? [] : [text]) };
}

/** What a message or a comparison says: the value where all of it is known, else the words of the author. */
export function show({ written, text }: Wording): string {
  return literalOf(text) ?? written;
}

function hidePolicyVariables(text: Text): Text {
  if (!text.some((part) => typeof part === "string" && part.includes("${"))) return text;
  const parts: (string | Atom)[] = [];
  let open: string | undefined;
  for (const part of text) {
    if (typeof part === "object") {
      if (open === undefined) parts.push(part);
      else open += part.shown;
      continue;
    }
    for (const piece of part.split(/(\$\{|\})/)) {
      if (open === undefined && piece === "${") open = piece;
      else if (open === undefined) parts.push(piece);
      else {
        open += piece;
        if (piece === "}") {
          parts.push(policyVariable(open));
          open = undefined;
        }
      }
    }
  }
  if (open !== undefined) parts.push(policyVariable(open));
  return joinText(parts);
}

const VARIABLE = "iam:";

function policyVariable(shown: string): Atom {
  return { key: `${VARIABLE}${shown}`, kind: "unknown", shown };
}

/** Does a text hold a variable that IAM fills in from the request, such as `${aws:username}`? */
export function holdsPolicyVariable(text: Text): boolean {
  return text.some((part) => typeof part === "object" && part.key.startsWith(VARIABLE));
}
