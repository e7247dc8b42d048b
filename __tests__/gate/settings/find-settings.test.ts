import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { findSettings } from "../../../gate/settings/find-settings";

let root = "";
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "flowgate-settings-")));
  mkdirSync(join(root, "repository/app/stacks"), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const found = (from: string): string | undefined => findSettings(join(root, from), root);
const settings = (folder: string): void => {
  writeFileSync(join(root, folder, "flowgate.json"), "{}");
};

test("the settings file of the working directory is the nearest", () => {
  settings("repository");
  settings("repository/app");
  expect(found("repository/app")).toBe("flowgate.json");
});

test("a settings file above holds for what is below", () => {
  settings("repository");
  expect(found("repository/app/stacks")).toBe("../../flowgate.json");
});

test("a repository ends the search, and its own root is part of it", () => {
  mkdirSync(join(root, "repository/.git"));
  settings(".");
  expect(found("repository/app")).toBeUndefined();
  settings("repository");
  expect(found("repository/app")).toBe("../flowgate.json");
});

test("a worktree, whose .git is a file, ends it too", () => {
  writeFileSync(join(root, "repository/.git"), "gitdir: elsewhere");
  settings(".");
  expect(found("repository/app")).toBeUndefined();
});

test("the home folder ends the search, and is part of it", () => {
  settings(".");
  expect(found("repository/app")).toBe("../../flowgate.json");
  expect(findSettings(join(root, "repository/app"), join(root, "repository"))).toBeUndefined();
});

test("without any there is none", () => {
  mkdirSync(join(root, "repository/.git"));
  expect(found("repository")).toBeUndefined();
});
