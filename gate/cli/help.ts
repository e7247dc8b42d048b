import type { Verb } from "./arguments";

const CHECK = `Judge what CDKTF or Terraform is about to deploy: will its VPC Flow Logs deliver?

Usage: flowgate [check] [PATH...] [options]

PATH is cdktf.out (the default), a stack folder, cdk.tf.json, any .tf.json file or folder of them, or - for
standard input.

Verbs
  check [PATH...]   judge (the default)
  model [PATH...]   print the model that the policies judge, as JSON
  rules             list the rules
  explain RULE      what a rule asserts, why, and how to fix what it finds

Options
  --format text|json              what the report is written as (default: text)
  -c, --config FILE               settings: thresholds and severities (schemas/settings.schema.json)
  --strict                        undecided fails too
  --fail-on error|warning|never   the least severity that fails (default: error)
  --quiet                         the last line alone, and why where nothing could be judged
  --no-color                      no colour; so does NO_COLOR
  --version                       the version
  -h, --help                      this text; after a verb, that verb's

Exit codes: 0 pass, 1 findings that fail, 2 could not judge.

Examples
  flowgate check cdktf.out
  flowgate check cdktf.out --strict --format json > report.json
`;

const MODEL = `Print the model that the policies judge (schemas/model.schema.json), as JSON.

Usage: flowgate model [PATH...]

PATH is as for check: cdktf.out is the default, - is standard input.

Exit codes: 0 printed, 2 could not read.

Examples
  flowgate model cdktf.out | opa eval -I -b node_modules/flowgate/policies data.flowgate.report
  flowgate model cdktf.out/stacks/network > model.json
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

/** What `--help` prints. */
export const HELP: Readonly<Record<Verb, string>> = {
  check: CHECK,
  model: MODEL,
  rules: RULES,
  explain: EXPLAIN,
};
