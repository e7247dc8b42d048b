import type { Exceptions, MatrixCase } from "../matrix-case";
import { granting, policy, sound } from "../sound";

type Named = (x: string, attribute: string) => string;

/** How a module that may be told to make nothing names what it makes, `x` being a resource with a count. */
const COUNTED = {
  idiomindex: (x: string, attribute: string) => `${x}[0].${attribute}`,
  idiomtry: (x: string, attribute: string) => `try(${x}[0].${attribute}, null)`,
  idiomtrymissing: (x: string, attribute: string) => `try(${x}[1].${attribute}, ${x}[0].${attribute}, "")`,
  idiomone: (x: string, attribute: string) => `one(${x}[*].${attribute})`,
  idiomjoin: (x: string, attribute: string) => `join("", ${x}.*.${attribute})`,
  idiomcoalesce: (x: string, attribute: string) => `coalesce(null, try(${x}[0].${attribute}, null), "none")`,
  idiomelement: (x: string, attribute: string) => `element(concat(${x}.*.${attribute}, [""]), 0)`,
  idiomlength: (x: string, attribute: string) => `length(${x}) > 0 ? ${x}[0].${attribute} : ""`,
  idiomcompact: (x: string, attribute: string) => `compact([for each in ${x} : each.${attribute}])[0]`,
  idiommerge: (x: string, attribute: string) => `merge({ made = "" }, { made = ${x}[0].${attribute} }).made`,
  idiomlookup: (x: string, attribute: string) => `lookup({ made = ${x}[0].${attribute} }, "made", "")`,
};

/** The same where `for_each` makes it under the key `it`. */
const KEYED = {
  idiomkey: (x: string, attribute: string) => `${x}["it"].${attribute}`,
  idiomvalues: (x: string, attribute: string) => `one(values(${x})[*].${attribute})`,
  idiommap: (x: string, attribute: string) =>
    `values({ for key, made in ${x} : key => made.${attribute} })[0]`,
};

/** A flow log that is right in every respect, of which group, role and policy are repeated. */
function repeated(
  name: string,
  named: Named,
  repetition: object,
  group: object = {},
): MatrixCase["terraform"] {
  const reference = (address: string, attribute: string): string => `\${${named(address, attribute)}}`;
  const role = `aws_iam_role.${name}_role`;
  return sound(name, {
    group: { ...repetition, ...group },
    role: repetition,
    grant: null,
    flowLog: {
      log_destination: reference(`aws_cloudwatch_log_group.${name}_group`, "arn"),
      iam_role_arn: `\${local.${name}_role}`,
      depends_on: [`aws_iam_role_policy.${name}_policy`],
    },
    also: {
      aws_iam_role_policy: {
        [`${name}_policy`]: { role: reference(role, "name"), policy: policy([granting(name)]) },
      },
    },
    locals: { [`${name}_wanted`]: true, [`${name}_role`]: reference(role, "arn") },
  });
}

const counted = (name: string): object => ({ count: `\${local.${name}_wanted ? 1 : 0}` });
const KEYS = { for_each: '${toset(["it"])}' };

/** A plan holds that a local is named, and not what it says: its source does. */
function inPlans(...findings: string[]): Exceptions {
  const exception = {
    findings: ["? delivery-not-granted role-not-in-input", ...findings],
    because: "a first plan does not show what a local is",
  };
  return { "plan of JSON": exception, "plan of HCL": exception };
}

/** Of several references of one expression a plan of HCL does not tell which counts. */
const SEVERAL = {
  findings: [
    "? delivery-not-granted role-not-in-input",
    "? destination-arn-suffix unknown",
    "? destination-mismatch destination-unknown",
    "? retention-unset group-not-in-input",
  ],
  because: "a first plan of HCL shows the references of an expression alone",
};

const SHORT = "retention-too-short too-short";

export const IDIOMS: readonly MatrixCase[] = [
  ...Object.entries(COUNTED).map(([name, named]) => ({
    name,
    terraform: repeated(name, named, counted(name)),
    findings: [],
    except: { ...inPlans(), ...(name === "idiomtrymissing" && { "plan of HCL": SEVERAL }) },
  })),
  ...Object.entries(KEYED).map(([name, named]) => ({
    name,
    terraform: repeated(name, named, KEYS),
    findings: [],
    except: inPlans(),
  })),
  {
    name: "idiomshort",
    terraform: repeated("idiomshort", COUNTED.idiomtry, counted("idiomshort"), { retention_in_days: 7 }),
    findings: [SHORT],
    except: inPlans(SHORT),
  },
];

/** Nobody knows how many there are: what is tried may be there or not. */
export const IDIOMS_OPEN: readonly MatrixCase[] = [
  {
    name: "idiomopen",
    terraform: repeated("idiomopen", COUNTED.idiomtry, {
      count: "${module.elsewhere.value}",
    }),
    findings: [
      "? delivery-not-granted role-not-in-input",
      "? destination-arn-suffix unknown",
      "? destination-mismatch destination-unknown",
      "? retention-unset group-not-in-input",
    ],
  },
];
