import { buildModel } from "../../../../gate/model/build";
import type { Model } from "../../../../gate/model/model";
import { readDocuments } from "../../../../gate/read/read";

const OUTPUT = "cross-stack-output-arn";
const INPUT = "cross-stack-reference-input-";

/** A manifest, a stack with a role, and one with a flow log that names the role by `input`. */
function app(folder: string, constructPaths: [string, string], input: string, declared = [input]): object[] {
  const [near, far] = constructPaths;
  const name = (path: string): string => path.split("/").at(-1) ?? "";
  const stack = (constructPath: string, dependencies: string[]): object => ({
    name: name(constructPath),
    constructPath,
    dependencies,
    synthesizedStackPath: `stacks/${name(constructPath)}/cdk.tf.json`,
  });
  const reference = `\${data.terraform_remote_state.${INPUT}${input}.outputs.${OUTPUT}}`;
  const remote = Object.fromEntries(declared.map((each) => [INPUT + each, { backend: "local" }]));
  const stacks = { [name(near)]: stack(near, []), [name(far)]: stack(far, [near]) };
  return [
    [`${folder}/manifest.json`, { version: "0.21.0", stacks }],
    [
      `${folder}/stacks/${name(near)}/cdk.tf.json`,
      {
        output: { [OUTPUT]: { value: "${aws_iam_role.r.arn}" } },
        resource: { aws_iam_role: { r: { name: `of ${folder}` } } },
      },
    ],
    [
      `${folder}/stacks/${name(far)}/cdk.tf.json`,
      {
        data: { terraform_remote_state: remote },
        resource: { aws_flow_log: { f: { iam_role_arn: reference } } },
      },
    ],
  ];
}

function modelOf(...documents: object[]): Model {
  const { configuration, faults } = readDocuments(
    (documents as [string, object][]).map(([path, root]) => ({ path, text: JSON.stringify(root) })),
  );
  expect(faults).toEqual([]);
  return buildModel(configuration);
}

/** The role that each flow log has. */
function rolesOf(model: Model): string[] {
  return model.flow_logs.map(({ role }) => model.roles[role.at]?.name.value ?? role.state);
}

test.each<[string, [string, string], string, string[] | undefined, string]>([
  ["is found by its name", ["net", "app"], "net", undefined, "of out"],
  [
    "inside of another construct is found by its path",
    ["prod/net", "prod/app"],
    "prod--net",
    undefined,
    "of out",
  ],
  ["is not found by its name alone then", ["prod/net", "prod/app"], "net", undefined, "unknown"],
  ["of another name is another", ["net", "app"], "other", undefined, "unknown"],
  ["is not found by a data source that is not there", ["net", "app"], "net", [], "unknown"],
])("a stack %s", (_, paths, input, declared, role) => {
  expect(rolesOf(modelOf(...app("out", paths, input, declared)))).toEqual([role]);
});

test("apps with stacks of the same names keep to themselves", () => {
  const model = modelOf(...app("a/out", ["net", "app"], "net"), ...app("b/out", ["net", "app"], "net"));
  expect(rolesOf(model)).toEqual(["of a/out", "of b/out"]);
});

test("a stack is not looked for in another app", () => {
  const alone = app("a/out", ["net", "app"], "net").slice(2);
  expect(rolesOf(modelOf(...alone, ...app("b/out", ["net", "app"], "net")))).toEqual(["unknown", "of b/out"]);
});
