import { APPS, synthesize } from "./apps";
import { startMoto, type Moto } from "./moto";
import { TerraformFolder } from "./terraform";

describe.each(APPS)("$app, with the real Terraform and AWS provider", (app) => {
  let moto: Moto;
  let folder: TerraformFolder;

  beforeAll(async () => {
    moto = await startMoto();
    folder = new TerraformFolder(synthesize(app), { endpoint: moto.endpoint });
  });

  afterAll(async () => {
    await moto.stop();
    folder.remove();
  });

  test("it is valid Terraform", async () => {
    await folder.mustRun("init", "-input=false");
    expect(await folder.mustRun("validate")).toContain("The configuration is valid");
  });

  test("it is applied", async () => {
    await folder.mustRun("plan", "-input=false", "-out=plan");
    expect(await folder.mustRun("apply", "-input=false", "plan")).toMatch(
      /Apply complete! Resources: [1-9]\d* added/,
    );
  });

  test("a second plan finds nothing to change", async () => {
    const { status, output } = await folder.run("plan", "-input=false", "-detailed-exitcode");
    expect({ status, output }).toEqual({
      status: 0,
      output: expect.stringContaining("No changes") as string,
    });
  });

  test("a destroy leaves nothing behind", async () => {
    expect(await folder.mustRun("destroy", "-auto-approve", "-input=false")).toMatch(
      /Destroy complete! Resources: [1-9]\d* destroyed/,
    );
    expect((await folder.mustRun("state", "list")).trim()).toBe("");
  });
});
