import { isInstalledList, readInstalled } from "../../../../gate/read/called/installed";

const LIST = ".terraform/modules/modules.json";

function foldersOf(text: string, root = "infra"): Record<string, string> {
  const installed = readInstalled([{ path: `${root}/${LIST}`, text }]);
  return Object.fromEntries(installed.get(root) ?? []);
}

const listOf = (...modules: unknown[]): string => JSON.stringify({ Modules: modules });

test("the list of terraform init names modules by the way of their calls", () => {
  const text = listOf(
    { Key: "", Source: "", Dir: "." },
    { Key: "local", Source: "./m", Dir: "m" },
    { Key: "logs", Source: "git::https://example.com/x.git//logs", Dir: ".terraform/modules/logs/logs" },
    { Key: "logs.inner", Source: "./inner", Dir: ".terraform/modules/logs/logs/inner" },
    {
      Key: "vpc",
      Source: "registry.terraform.io/acme/vpc/aws",
      Version: "1.0.0",
      Dir: ".terraform/modules/vpc",
    },
  );
  expect(foldersOf(text)).toEqual({
    logs: "infra/.terraform/modules/logs/logs",
    "logs.inner": "infra/.terraform/modules/logs/logs/inner",
    vpc: "infra/.terraform/modules/vpc",
  });
  expect(foldersOf(listOf({ Key: "vpc", Dir: ".terraform\\modules\\vpc" }), ".")).toEqual({
    vpc: ".terraform/modules/vpc",
  });
});

test.each<[string, string]>([
  ["a folder above the root module", listOf({ Key: "a", Dir: "../secret" })],
  ["an absolute folder", listOf({ Key: "a", Dir: "/etc" })],
  [
    "a folder that leaves .terraform/modules again",
    listOf({ Key: "a", Dir: ".terraform/modules/../../../x" }),
  ],
  ["the folder of all modules itself", listOf({ Key: "a", Dir: ".terraform/modules" })],
  ["no folder", listOf({ Key: "a" }, { Dir: ".terraform/modules/a" }, null, [], "a")],
  ["no list", JSON.stringify({ Modules: { a: 1 } })],
  ["nothing", "null"],
  ["malformed JSON", '{"Modules": ['],
])("a list with %s installs nothing", (_, text) => {
  expect(foldersOf(text)).toEqual({});
});

test.each([
  [LIST, true],
  [`infra/${LIST}`, true],
  ["infra/x.terraform/modules/modules.json", false],
  ["modules.json", false],
])("%s is such a list: %s", (path, expected) => {
  expect(isInstalledList(path)).toBe(expected);
});
