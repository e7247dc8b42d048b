import { synthesize } from "./apps";
import { startMoto, type Moto } from "./moto";
import { TerraformFolder } from "./terraform";

const CLEAN = { app: "main.js", stack: "network" };
const VIOLATING = { app: "examples/documented/main.js", stack: "documented" };

let moto: Moto;
beforeAll(async () => (moto = await startMoto()));
afterAll(async () => {
  await moto.stop();
});

/** A folder in which the real Terraform has been initialized. */
function initialized(app: typeof CLEAN): { folder: () => TerraformFolder } {
  let folder: TerraformFolder;
  beforeAll(async () => {
    folder = new TerraformFolder(synthesize(app), { endpoint: moto.endpoint, judged: true });
    await folder.mustRun("init", "-input=false");
  });
  afterAll(() => {
    folder.remove();
  });
  return { folder: () => folder };
}

describe("a stack that violates the policies, under flowgate-terraform", () => {
  const { folder } = initialized(VIOLATING);

  test("is planned, told and not applied", async () => {
    const { status, output } = await folder().runGated(["apply", "-auto-approve", "-no-color"]);
    expect(output).toContain("error[delivery-policy-unattached]");
    expect(output).toMatch(/flowgate: the plan was not applied\n$/);
    expect(output).not.toContain("Apply complete!");
    expect(status).toBe(1);
    expect((await folder().run("state", "list")).output).toContain("No state file was found!");
  });

  test("is not applied from a saved plan either", async () => {
    await folder().mustRun("plan", "-input=false", "-out=saved");
    const { status, output } = await folder().runGated(["apply", "-no-color", "saved"]);
    expect([status, output.includes("flowgate: the plan was not applied\n")]).toEqual([1, true]);
    expect((await folder().run("state", "list")).output).toContain("No state file was found!");
  });

  test("is not applied from a saved plan that the environment names either", async () => {
    const environment = { TF_CLI_ARGS_apply: "-no-color saved" };
    const { status, output } = await folder().runGated(["apply"], { environment });
    expect([status, output.includes("flowgate: the plan was not applied\n")]).toEqual([1, true]);
    expect((await folder().run("state", "list")).output).toContain("No state file was found!");
  });

  test("is applied with FLOWGATE=warn, which is logged, and nothing else", async () => {
    const off = await folder().runGated(["apply", "-auto-approve", "-no-color"], {
      environment: { FLOWGATE: "off" },
    });
    expect(off.status).toBe(2);
    expect(off.output).toContain(
      'flowgate-terraform: the environment variable FLOWGATE cannot be "off": write FLOWGATE=warn',
    );
    const warned = await folder().runGated(["apply", "-auto-approve", "-no-color"], {
      environment: { FLOWGATE: "warn" },
    });
    expect(warned.output).toContain("flowgate: FLOWGATE=warn is set, so this goes on");
    expect(warned.output).toMatch(/Apply complete! Resources: [1-9]\d* added/);
    expect(warned.status).toBe(0);
  });

  test("is destroyed, with a line that says that nobody judged it", async () => {
    const { status, output } = await folder().runGated(["destroy", "-auto-approve", "-no-color"]);
    expect(output).toContain("flowgate: a destroy is not judged\n");
    expect(output).toMatch(/Destroy complete! Resources: [1-9]\d* destroyed/);
    expect(status).toBe(0);
  });
});

describe("a stack that passes, under flowgate-terraform", () => {
  const { folder } = initialized(CLEAN);

  test("is not applied where the person who is asked says no", async () => {
    const { status, output } = await folder().runGated(["apply", "-no-color"], { input: "no\n" });
    expect(output).toContain("Do you want to perform these actions?");
    expect(output).toContain("Apply cancelled.");
    expect([status, output.includes("Apply complete!")]).toEqual([1, false]);
  });

  test("is not applied where nobody answers", async () => {
    const { status, output } = await folder().runGated(["apply", "-no-color"]);
    expect([status, output.includes("Apply cancelled.")]).toEqual([1, true]);
  });

  test("is applied where the person who is asked says yes: that plan, judged with its source", async () => {
    const { status, output } = await folder().runGated(["apply"], {
      input: "yes\n",
      // An apply reads the first two and not the third.
      environment: {
        TF_CLI_ARGS: "-input=true",
        TF_CLI_ARGS_apply: "-no-color",
        TF_CLI_ARGS_plan: "-destroy",
      },
    });
    expect(output).toMatch(/pass {2}\d+ rules hold for /);
    expect(output).toMatch(/Apply complete! Resources: [1-9]\d* added/);
    expect(status).toBe(0);
  });

  test("is destroyed by apply -destroy too", async () => {
    const { status, output } = await folder().runGated(["apply", "-destroy", "-auto-approve", "-no-color"]);
    expect(output).toContain("flowgate: a destroy is not judged\n");
    expect(output).toMatch(/Resources: 0 added, 0 changed, [1-9]\d* destroyed/);
    expect(status).toBe(0);
  });
});

describe("any other command", () => {
  const { folder } = initialized(CLEAN);

  test.each(["version", "validate", "-version", "apply -help", "nonsense"])(
    "%s is Terraform's own, word for word",
    async (line) => {
      const words = line.split(" ");
      expect(await folder().runGated([...words, "-no-color"])).toEqual(await folder().run(...words));
    },
  );

  test("a Terraform that cannot be started is told in one sentence", async () => {
    const { status, output } = await folder().runGated(["version"], {
      environment: { FLOWGATE_TERRAFORM: "no-such-terraform" },
    });
    expect(status).toBe(2);
    expect(output).toMatch(/^flowgate-terraform: no-such-terraform cannot be started \(.*ENOENT\)\n$/);
  });
});
