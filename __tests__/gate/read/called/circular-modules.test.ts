import { type Files, read } from "../hcl/files";

async function refusals(files: Files): Promise<string[]> {
  const { faults } = await read(files);
  return faults.map(({ path = "", line = 0, message, fix }) => `${path}:${line} | ${message} | ${fix}`);
}

/** A call of a module, as its file holds it: `module "b" { source = "../b" }`. */
const call = (name: string, source: string, more = ""): string =>
  `\nmodule "${name}" {\n  source = "${source}"\n${more}}\n`;

test.each<[string, Files, readonly string[]]>([
  [
    "two modules that call each other",
    {
      "net/main.tf": call("a", "./a"),
      "net/a/main.tf": call("b", "../b"),
      "net/b/main.tf": call("a", "../a/"),
    },
    [
      "net/a/main.tf:2 | modules call each other in a circle, which Terraform cannot install: module.b (net/a/main.tf:2) calls net/b, module.a (net/b/main.tf:2) calls net/a | take one of the calls out",
    ],
  ],
  [
    "a module that calls itself",
    { "net/main.tf": call("again", "./.") },
    [
      "net/main.tf:2 | a module calls itself, which Terraform cannot install: module.again (net/main.tf:2) calls net | take the call out",
    ],
  ],
  [
    "a module that calls the one that calls it, however often: Terraform installs what has a count of 0 too",
    { "net/main.tf": call("a", "./a"), "net/a/main.tf": call("up", "..", "  count = 0\n") },
    [
      "net/main.tf:2 | modules call each other in a circle, which Terraform cannot install: module.a (net/main.tf:2) calls net/a, module.up (net/a/main.tf:2) calls net | take one of the calls out",
    ],
  ],
  [
    "the same in Terraform's JSON",
    {
      "net/main.tf.json": '{\n  "module": {\n    "a": {"source": "./a"}\n  }\n}',
      "net/a/a.tf.json": '{"module": {"up": [{"source": "../"}]}}',
    },
    [
      "net/main.tf.json:3 | modules call each other in a circle, which Terraform cannot install: module.a (net/main.tf.json:3) calls net/a, module.up (net/a/a.tf.json:1) calls net | take one of the calls out",
    ],
  ],
  [
    "the same between HCL and the JSON of a stack",
    {
      "cdktf.out/stacks/net/cdk.tf.json": '{"module": {"a": {"source": "./a"}}}',
      "cdktf.out/stacks/net/a/main.tf": call("up", "./.."),
    },
    [
      "cdktf.out/stacks/net/cdk.tf.json:1 | modules call each other in a circle, which Terraform cannot install: module.a (cdktf.out/stacks/net/cdk.tf.json:1) calls cdktf.out/stacks/net/a, module.up (cdktf.out/stacks/net/a/main.tf:2) calls cdktf.out/stacks/net | take one of the calls out",
    ],
  ],
  [
    "a module that is called twice",
    {
      "net/main.tf": call("a", "./a") + call("b", "./b"),
      "net/a/main.tf": call("c", "../c"),
      "net/b/main.tf": call("c", "../c"),
      "net/c/main.tf": "locals {}\n",
    },
    [],
  ],
  ["a module of a registry with the name of its caller", { "net/main.tf": call("net", "acme/net/aws") }, []],
  ["a call of a folder that is not there", { "net/main.tf": call("a", "./a") }, []],
  ["a call without a source", { "net/main.tf": 'module "a" {\n}\n' }, []],
])("%s", async (_, files, expected) => {
  expect(await refusals(files)).toEqual(expected);
});

test("a circle of many modules is told by its first calls", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 10 }, (_, at) => [`m/${at}/main.tf`, call("next", `../${(at + 1) % 10}`)]),
  );
  const [message = ""] = await refusals(files);
  expect(message).toContain("module.next (m/7/main.tf:2) calls m/8, 2 more | take one of the calls out");
  expect(message).not.toContain("(m/8/main.tf:2)");
});
