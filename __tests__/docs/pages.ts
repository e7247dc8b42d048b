import { readFileSync } from "node:fs";
import { join } from "node:path";

export const ROOT = join(__dirname, "..", "..");

/** A fenced block of a page. */
export interface Block {
  readonly page: string;
  readonly body: string;
}

/** The blocks of one language, in order. */
export function blocksOf(page: string, language: string): readonly Block[] {
  const text = readFileSync(join(ROOT, page), "utf8");
  const fences = new RegExp(`^\`\`\`${language}(?: \\S+)?\n([\\s\\S]*?)^\`\`\`$`, "gm");
  return [...text.matchAll(fences)].map(([, body = ""]) => ({ page, body }));
}
