import { COMBINATIONS, type Combination } from "./combinations";
import { TerraformFolder } from "./terraform";

/** What Terraform says against each; nothing where it is valid. One folder, initialized once. */
async function complaints(combinations: readonly Combination[]): Promise<string[]> {
  const [first] = combinations;
  if (first === undefined) throw new Error("no combination to validate");
  const folder = new TerraformFolder(first.synthesize());
  try {
    await folder.mustRun("init", "-input=false", "-backend=false");
    const found: string[] = [];
    for (const combination of combinations) {
      folder.replace(combination.synthesize());
      const { status, output } = await folder.run("validate");
      if (status !== 0) found.push(`${combination.name}: ${output}`);
    }
    return found;
  } finally {
    folder.remove();
  }
}

test("every combination of props is valid for the real Terraform and AWS provider", async () => {
  expect(COMBINATIONS).toHaveLength(90);
  const halves = [COMBINATIONS.slice(0, 45), COMBINATIONS.slice(45)];
  expect((await Promise.all(halves.map(complaints))).flat()).toEqual([]);
}, 600_000);
