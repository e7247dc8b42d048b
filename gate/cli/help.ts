import type { Verb } from "./arguments";
import { COST } from "./cost-help";

const CHECK = `Judge what CDKTF or Terraform is about to deploy: will its VPC Flow Logs deliver?

Usage: flowgate [check] [PATH...] [options]

PATH is cdktf.out (the default, found upward), a stack folder, cdk.tf.json, any other .tf.json file, a folder of .tf and
.tf.json files (a .tf file stands for its folder), a .tfvars file, a plan or a state as \`terraform show -json\` prints
it, or - for standard input. Variables of .tf take their default, or what terraform.tfvars, *.auto.tfvars and the .tfvars
files given say. A plan beside the stack or the folder that it comes from is judged with what only the source knows.

Verbs
  check [PATH...]   judge (the default)
  model [PATH...]   print the model that the policies judge, as JSON
  settings          print the settings in force, as data for opa
  rules             list the rules
  explain RULE      what a rule asserts, why, and how to fix what it finds
  cost              what flow logs cost a month, destination by destination
  init              write settings, a recipe for your pipeline and a first test into a project

Options
  --format FORMAT                 what is printed: text (default), json, sarif, junit, github, gitlab, azure,
                                  conftest, markdown or html
  --report FORMAT=FILE            the same report in a file, in any of these formats; repeatable
  --baseline REPORT.json          an earlier JSON report: what it found is known, stays visible and does not fail
  -c, --config FILE               settings: presets, thresholds, severities, waivers (schemas/settings.schema.json);
                                  default: the nearest flowgate.json upward, to the root of the repository
  --source PLAN=PATH              the source that a plan comes from, where it cannot be told; repeatable
  --strict                        undecided fails too
  --fail-on error|warning|never   the least severity that fails (default: error)
  --today YYYY-MM-DD              the day on which waivers hold or not (default: the current one, UTC)
  --quiet                         the last line alone, and why where nothing could be judged
  --no-color                      no colour; so does NO_COLOR
  -v, --version                   the version
  -h, --help                      this text; after a verb, that verb's

Exit codes: 0 pass, 1 findings that fail, 2 could not judge.

Examples
  flowgate check cdktf.out
  flowgate check plan.json cdktf.out --strict --report sarif=flowgate.sarif --report markdown=comment.md
`;

const MODEL = `Print the model that the policies judge (schemas/model.schema.json), as JSON.

Usage: flowgate model [PATH...] [--today YYYY-MM-DD]

PATH is as for check: cdktf.out is the default, - is standard input.

Exit codes: 0 printed, 2 could not read.

Examples
  flowgate model cdktf.out | opa eval -I -b node_modules/flowgate/policies data.flowgate.report
  flowgate model cdktf.out/stacks/network > model.json
`;

const SETTINGS = `Print the settings in force, as data for opa: what flowgate.json holds, checked.

Usage: flowgate settings [-c FILE]

FILE is by default the nearest flowgate.json at or above the working directory, to the root of the repository.

Exit codes: 0 printed, 2 the file is missing or wrong.

Examples
  flowgate settings > settings.json
  flowgate model cdktf.out | opa eval -I -b node_modules/flowgate/policies -d settings.json data.flowgate.report
`;

const RULES = `List the rules by family, with severity and title.

Usage: flowgate rules

Examples
  flowgate rules
  flowgate rules | grep delivery-
`;

const EXPLAIN = `Say what a rule asserts, why it matters, what causes it and how to fix it.

Usage: flowgate explain RULE

Examples
  flowgate explain delivery-not-granted
  flowgate explain retention-unset
`;

const INIT = `Write what a project starts with: flowgate.json (strict), a recipe for its pipeline, and a first test where it is a
CDKTF project in TypeScript with Jest. It shows what it writes, and leaves alone what is there already.

Usage: flowgate init [--ci github|gitlab|azure|none] [--dry-run]

Run it at the root of the project: where cdktf.json is, or where the .tf files or their folder are.

Options
  --ci HOST     whose recipe: github (default), gitlab, azure or none
  --dry-run     show what would be written, and write nothing

Exit codes: 0 written or there already, 2 could not be written.

Examples
  flowgate init --dry-run
  flowgate init --ci gitlab
`;

/** What `--help` prints. */
export const HELP: Readonly<Record<Verb, string>> = {
  check: CHECK,
  model: MODEL,
  settings: SETTINGS,
  rules: RULES,
  explain: EXPLAIN,
  cost: COST,
  init: INIT,
};
