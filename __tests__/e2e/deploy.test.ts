import { APPS, synthesize } from "./apps";
import { startMoto, type Moto } from "./moto";
import { TerraformFolder } from "./terraform";

interface Planned {
  readonly resource_changes: readonly {
    readonly address: string;
    readonly change: { readonly actions: readonly string[]; readonly replace_paths?: readonly string[][] };
  }[];
}

/** Arguments of a flow log that moto takes and forgets. */
const FORGOTTEN = ["destination_options", "deliver_cross_account_role"];

/** Resources that moto makes and cannot delete (athena DeleteNamedQuery): they are left out of the destroy. */
const LASTING = /^aws_athena_named_query\./;

/** What a plan would change, by address and cause, but for what the stand-in forgets. */
function changes(plan: string): string[] {
  const { resource_changes } = JSON.parse(plan) as Planned;
  return resource_changes.flatMap(({ address, change: { actions, replace_paths } }) => {
    if (actions.join() === "no-op") return [];
    const causes = replace_paths?.map((path) => path.join(".")) ?? [actions.join()];
    return causes
      .filter((cause) => !FORGOTTEN.some((argument) => cause.startsWith(argument)))
      .map((cause) => `${address} ${cause}`);
  });
}

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
    await folder.mustRun("plan", "-input=false", "-out=second");
    expect(changes(await folder.mustRun("show", "-json", "second"))).toEqual([]);
  });

  test("a destroy leaves nothing behind", async () => {
    const lasting = (await folder.mustRun("state", "list"))
      .split("\n")
      .filter((address) => LASTING.test(address));
    if (lasting.length > 0) await folder.mustRun("state", "rm", ...lasting);
    expect(await folder.mustRun("destroy", "-auto-approve", "-input=false")).toMatch(
      /Destroy complete! Resources: [1-9]\d* destroyed/,
    );
    expect((await folder.mustRun("state", "list")).trim()).toBe("");
  });
});
