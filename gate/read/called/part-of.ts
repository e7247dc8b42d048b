import type { Document } from "../document";
import { isHcl, parsedHcl } from "../hcl/read-hcl";
import { parseDocument } from "../parse";
import type { Part } from "../read-parts";
import { isTerraformFile } from "../terraform-file";

/** A document of a module with what it parses to; undefined for any other, or where it does not parse. */
export function partOf(document: Document): Part | undefined {
  if (!isTerraformFile(document.path)) return undefined;
  const parsed = isHcl(document.path) ? parsedHcl(document) : parseDocument(document);
  return "value" in parsed ? { document, value: parsed.value } : undefined;
}
