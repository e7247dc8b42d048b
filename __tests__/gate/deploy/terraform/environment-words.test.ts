import { splitCommandLine } from "../../../../gate/deploy/terraform/command-line";
import { withEnvironmentWords, withoutWords } from "../../../../gate/deploy/terraform/environment-words";

const apply = splitCommandLine(["-chdir=net", "apply", "-no-color"]);

/** As `TF_LOG=trace terraform` says that it reads them ("CLI command args"), which was looked at for each. */
test.each<[string, string[]]>([
  ["", []],
  ["  \t ", []],
  ["-var x=1  -target=aws_vpc.v\n-lock=false", ["-var", "x=1", "-target=aws_vpc.v", "-lock=false"]],
  [`-var 'a=b c' -var="x y"`, ["-var", "a=b c", "-var=x y"]],
  [String.raw`a\ b "c\"d" x\ty 'e\f'`, ["a b", 'c"d', "xty", String.raw`e\f`]],
  [`"" z`, ["", "z"]],
  ["#x $HOME", ["#x", "$HOME"]],
])("TF_CLI_ARGS_apply=%j is so many words, right after the subcommand", (value, words) => {
  const command = withEnvironmentWords(apply, { TF_CLI_ARGS_apply: value });
  expect(command).toEqual({ globals: ["-chdir=net"], subcommand: "apply", rest: [...words, "-no-color"] });
});

test("those of the subcommand stand before those of every command; those of another do not count", () => {
  const environment = { TF_CLI_ARGS: "-one", TF_CLI_ARGS_apply: "-two", TF_CLI_ARGS_plan: "-three" };
  expect(withEnvironmentWords(apply, environment).rest).toEqual(["-two", "-one", "-no-color"]);
  expect(withEnvironmentWords(splitCommandLine(["-version"]), environment).rest).toEqual([]);
});

test.each(["a;b", "a | b", "(x)", "`x`", "'unclosed", '"unclosed', '"a`b"', "end\\", "a>b", "a&b"])(
  "%j, which Terraform would cut off or refuse, is refused",
  (value) => {
    expect(() => withEnvironmentWords(apply, { TF_CLI_ARGS: value })).toThrow(
      /^the environment variable TF_CLI_ARGS cannot be read at ".*: quote what is no separate word$/,
    );
  },
);

test("what Terraform is run with then holds them no more", () => {
  const environment = {
    PATH: "/bin",
    TF_CLI_ARGS: "a",
    TF_CLI_ARGS_plan: "b",
    TF_VAR_x: "1",
    TF_CLI_ARG: "c",
  };
  expect(withoutWords(environment)).toEqual({ PATH: "/bin", TF_VAR_x: "1", TF_CLI_ARG: "c" });
});
