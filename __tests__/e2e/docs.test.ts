import { readFileSync } from "node:fs";
import { join } from "node:path";

const { PAGES_WITH_OPA, refresh } = jest.requireActual<{
  PAGES_WITH_OPA: readonly string[];
  refresh: (text: string, page: string) => string;
}>("../../tools/readme.js");

test.each(PAGES_WITH_OPA)("%s shows what opa and conftest print", (page) => {
  const text = readFileSync(join(__dirname, "..", "..", page), "utf8");
  expect(refresh(text, page)).toBe(text);
});
