import { blocksOf } from "../../docs/pages";
import { Project } from "./project";

const [server = "", ...others] = blocksOf("docs/bundle.md", "sh").map(({ body }) => body);

test("the guide has one block of commands for a server", () => {
  expect(server).toContain("opa run --server");
  expect(others).toEqual([]);
});

test.each([
  [365, "pass"],
  [7, "fail"],
])("an OPA server, started and asked as the guide says, of records kept for %i days: %s", (days, verdict) => {
  const project = new Project(days);
  try {
    const made = project.run("flowgate settings >settings.json && flowgate model infra >model.json");
    expect(made.status).toBe(0);
    const port = 20_000 + (process.pid % 20_000) + (days % 100);
    const asked = server
      .replaceAll("8181", String(port))
      .replace("--server", `--server --addr localhost:${port}`);
    // The server ends with the shell, and only what the last command prints is an answer.
    const { status, output } = project.run(`set -m\ntrap 'kill %1' EXIT\n${asked}`);
    expect(status).toBe(0);
    const answer = output.split("\n").find((line) => line.startsWith('{"result":{')) ?? output;
    expect((JSON.parse(answer) as { result: { verdict: string } }).result.verdict).toBe(verdict);
  } finally {
    project.remove();
  }
});
