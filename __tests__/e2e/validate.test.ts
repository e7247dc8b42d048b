import { synthesize as synthesizeApp, VALIDATED_APPS } from "./apps";
import { COMBINATIONS, synthesize } from "./combinations";
import { TerraformFolder } from "./terraform";

/** Few stacks of many flow logs: Terraform takes seconds to load the provider, and names the resource it complains of. */
const A_STACK = 40;

test("every combination of props is valid for the real Terraform and AWS provider", async () => {
  expect(COMBINATIONS).toHaveLength(145);
  const folder = new TerraformFolder(synthesize(COMBINATIONS.slice(0, 1)));
  try {
    await folder.mustRun("init", "-input=false", "-backend=false");
    const complaints: string[] = [];
    for (let at = 0; at < COMBINATIONS.length; at += A_STACK) {
      folder.replace(synthesize(COMBINATIONS.slice(at, at + A_STACK)));
      const { status, output } = await folder.run("validate");
      if (status !== 0) complaints.push(output);
    }
    expect(complaints).toEqual([]);
  } finally {
    folder.remove();
  }
}, 600_000);

test.each(VALIDATED_APPS)("$app is valid for the real Terraform and AWS provider", async (app) => {
  const folder = new TerraformFolder(synthesizeApp(app));
  try {
    await folder.mustRun("init", "-input=false", "-backend=false");
    expect(await folder.mustRun("validate")).toContain("The configuration is valid");
  } finally {
    folder.remove();
  }
});
