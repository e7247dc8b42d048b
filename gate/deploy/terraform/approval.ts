import { createInterface } from "node:readline/promises";

/** Terraform's own words: `cdktf deploy` waits for the first line, and answers for the person it asked. */
const QUESTION = [
  "",
  "Do you want to perform these actions?",
  "  Terraform will perform the actions described above.",
  "  Only 'yes' will be accepted to approve.",
  "",
  "  Enter a value: ",
].join("\n");

/** Asks whether to apply, as Terraform would: a saved plan is applied without a question. Anything but `yes` is no. */
export async function askApproval(
  input: NodeJS.ReadableStream = process.stdin,
  output: NodeJS.WritableStream = process.stdout,
): Promise<boolean> {
  output.write(QUESTION);
  const lines = createInterface({ input });
  const answer = await new Promise<string>((resolve) => {
    lines.once("line", resolve);
    lines.once("close", () => {
      resolve("");
    });
  });
  lines.close();
  output.write("\n");
  if (answer.trim() === "yes") return true;
  output.write("Apply cancelled.\n");
  return false;
}
