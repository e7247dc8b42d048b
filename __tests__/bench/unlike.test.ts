import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { unlikePlan, unlikeStack } from "../../bench/unlike";
import { planOfFleet, representedIn, stackOf } from "../gate/fleet/stamped";
import { sound } from "../gate/matrix/sound";

const NAMES = ["alpha", "beta", "gamma"];
const folder = mkdtempSync(join(tmpdir(), "flowgate-unlike-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test.each([
  ["stack", stackOf(NAMES.map((name) => sound(name))), unlikeStack],
  ["plan", planOfFleet("json", "kept", NAMES), unlikePlan],
])("a %s in which no two flow logs are alike has no fleet", (what, document, unlike) => {
  const [from, to] = [join(folder, `${what}.json`), join(folder, `unlike-${what}.json`)];
  writeFileSync(from, document.text);
  unlike(from, to);
  expect(representedIn(document)).toBe(2);
  expect(representedIn({ path: document.path, text: readFileSync(to, "utf8") })).toBe(0);
});

test("where no two are alike, it stops looking soon", () => {
  const parts = Array.from({ length: 60 }, (_, at) =>
    sound(`n${at}`, { group: { tags: { number: String(at) } } }),
  );
  expect(representedIn(stackOf(parts))).toBe(0);
});
