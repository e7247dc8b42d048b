import { existsSync } from "node:fs";
import { join } from "node:path";

import * as gate from "../../gate";
import { packageRoot, version } from "../../gate/package";
import manifest from "../../package.json";

test("the library is one function, one that parses HCL for it, and one that gates an app's synthesis", () => {
  expect(Object.keys(gate).sort()).toEqual(["check", "readHcl", "synthesize"]);
});

test("the package knows its own folder and version, from the sources as from dist", () => {
  expect(existsSync(join(packageRoot(), "policies", "built", "policy.wasm"))).toBe(true);
  expect(version()).toBe(manifest.version);
});
