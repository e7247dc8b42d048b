import { readApply, splitCommandLine, workingFolder } from "../../../../gate/deploy/terraform/command-line";

describe("a command line is split at its subcommand", () => {
  test.each([
    ["", [], undefined, []],
    ["-version", ["-version"], undefined, []],
    ["init -no-color", [], "init", ["-no-color"]],
    ["apply", [], "apply", []],
    ["-chdir=net apply -auto-approve", ["-chdir=net"], "apply", ["-auto-approve"]],
    ["-chdir=a -chdir=b workspace select apply", ["-chdir=a", "-chdir=b"], "workspace", ["select", "apply"]],
  ])("%j", (line, globals, subcommand, rest) => {
    const command = splitCommandLine(line.split(" ").filter((word) => word !== ""));
    expect([command.globals, command.subcommand, command.rest]).toEqual([globals, subcommand, rest]);
  });
});

test.each([
  ["apply", "."],
  ["-chdir=net apply", "net"],
  ["--chdir=net apply", "net"],
  ["-chdir=a -chdir=b=c apply", "b=c"],
])("%j works in %j", (line, folder) => {
  expect(workingFolder(splitCommandLine(line.split(" ")))).toBe(folder);
});

describe("an apply is taken apart into what planning and what applying takes", () => {
  // words, plan options, apply options
  test.each([
    ["", "", ""],
    ["-auto-approve", "", ""],
    ["-input=false -no-color", "-input=false -no-color", "-input=false -no-color"],
    ["-var x=1 -var=y=2", "-var x=1 -var=y=2", ""],
    ["-var-file a.tfvars -target aws_vpc.v", "-var-file a.tfvars -target aws_vpc.v", ""],
    [
      "-replace=aws_vpc.v -refresh=false -refresh-only",
      "-replace=aws_vpc.v -refresh=false -refresh-only",
      "",
    ],
    ["-backup old -state-out=new", "", "-backup old -state-out=new"],
    [
      "-lock-timeout 10s -parallelism=2",
      "-lock-timeout 10s -parallelism=2",
      "-lock-timeout 10s -parallelism=2",
    ],
    ["-state s.tfstate", "-state s.tfstate", "-state s.tfstate"],
    ["--var x=1 --auto-approve", "--var x=1", ""],
    ["-var -auto-approve", "-var -auto-approve", ""],
  ])("%j", (line, plan, apply) => {
    const read = readApply(line.split(" ").filter((word) => word !== ""));
    expect([read.planOptions.join(" "), read.applyOptions.join(" ")]).toEqual([plan, apply]);
    expect([read.planFile, read.isUngated]).toEqual([undefined, undefined]);
  });

  test.each([
    ["-auto-approve", true],
    ["--auto-approve=TRUE", true],
    ["-auto-approve=1", true],
    ["-auto-approve=false", false],
    ["-auto-approve -auto-approve=false", false],
    ["-var -auto-approve", false],
    ["", false],
  ])("%j approves: %j", (line, isApproved) => {
    expect(readApply(line.split(" ")).isApproved).toBe(isApproved);
  });

  test.each([
    ["tfplan", "tfplan"],
    ["-input=false tfplan", "tfplan"],
    ["-parallelism 4 tfplan", "tfplan"],
    ["-auto-approve -- -odd", "-odd"],
  ])("%j applies the saved plan %j", (line, planFile) => {
    expect(readApply(line.split(" ")).planFile).toBe(planFile);
  });

  test.each([
    ["-destroy -auto-approve", "destroy"],
    ["-destroy=t", "destroy"],
    ["-destroy=false", undefined],
    ["-destroy -destroy=false", undefined],
    ["-destroy=false -destroy", "destroy"],
    ["tfplan -destroy", undefined],
    ["-help", "help"],
    ["-h", "help"],
    ["-var -destroy", undefined],
  ])("%j is let through as %j", (line, isUngated) => {
    expect(readApply(line.split(" ")).isUngated).toBe(isUngated);
  });
});
