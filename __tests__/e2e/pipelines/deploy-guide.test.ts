import { blocksOf } from "../../docs/pages";
import { startMoto, type Moto } from "../moto";
import { cdktfProject } from "./cdktf-project";
import type { Project, Ran } from "./project";

/** The commands of the guide: in place of Terraform, between two steps, and the way out. */
const [inPlace = "", between = "", wayOut = "", ...others] = blocksOf("docs/deploy-gate.md", "sh").map(
  ({ body }) => body,
);

let moto: Moto;
let project: Project;

beforeAll(async () => {
  moto = await startMoto();
  project = cdktfProject();
});

afterAll(async () => {
  await moto.stop();
  project.remove();
});

/** Runs a command of the guide as it stands there, with nobody to approve it and no registry to lock providers by. */
function follow(command: string, environment: NodeJS.ProcessEnv = {}): Promise<Ran> {
  return project.runBeside(
    command
      .replace(/cdktf (deploy|destroy)/g, "cdktf $1 --auto-approve")
      .replace("deploy --auto-approve", "$& --skip-provider-lock"),
    {
      environment: {
        AWS_ACCESS_KEY_ID: "test",
        AWS_SECRET_ACCESS_KEY: "test",
        AWS_EC2_METADATA_DISABLED: "true",
        AWS_ENDPOINT_URL: moto.endpoint,
        DISABLE_VERSION_CHECK: "1",
        ...environment,
      },
    },
  );
}

function isDeployed(): boolean {
  return project.has("terraform.network.tfstate");
}

test("the guide has these three commands, and no other", () => {
  expect([inPlace, between, wayOut].filter((command) => command === "")).toEqual([]);
  expect(others).toEqual([]);
});

test.each([
  ["in place of Terraform", () => inPlace],
  ["between two steps", () => between],
])("what fails is not deployed: %s", async (_, command) => {
  const { status, output } = await follow(command());
  expect(output).toContain("error[capture-uncovered]");
  expect([status, isDeployed()]).toEqual([1, false]);
});

test("what passes is deployed, between two steps", async () => {
  const { status, output } = await follow(between, { FLOW_LOGS: "1" });
  expect(output).toMatch(/Apply complete! Resources: [1-9]\d* added/);
  expect([status, isDeployed()]).toEqual([0, true]);
});

test("the way out destroys what would not pass", async () => {
  const { status, output } = await follow(wayOut);
  expect(output).toMatch(/Destroy complete! Resources: [1-9]\d* destroyed/);
  expect(status).toBe(0);
});
