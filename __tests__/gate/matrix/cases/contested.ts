import { type MatrixCase, notInPlansOfHcl } from "../matrix-case";
import { granting, policy, sound, trusting } from "../sound";

const NOT_CERTAIN = "? delivery-not-granted not-certain";

/** What is on the role once it is applied. */
const HANGS = { state: { findings: [], because: "what a state lists on a role hangs there" } };
/** A list of policies is a list of references in a first plan of HCL. */
const ONE_OF_A_LIST = ["? delivery-not-granted policy-unread", "? privilege-extra-policy policy-unknown"];

/** A role that lets the flow log write by a policy that hangs on it, and what takes that off. */
function attached(name: string, also: Record<string, Record<string, object>>): MatrixCase["terraform"] {
  return sound(name, {
    grant: null,
    flowLog: { depends_on: [`aws_iam_role_policy_attachment.${name}_attachment`] },
    also: {
      aws_iam_policy: { [`${name}_policy`]: { name, policy: policy([granting(name)]) } },
      aws_iam_role_policy_attachment: {
        [`${name}_attachment`]: {
          role: `\${aws_iam_role.${name}_role.name}`,
          policy_arn: `\${aws_iam_policy.${name}_policy.arn}`,
        },
      },
      ...also,
    },
  });
}

/** Policies that another resource takes off the role, or writes over. */
export const CONTESTED: readonly MatrixCase[] = [
  {
    name: "contestedowner",
    terraform: attached("contestedowner", {
      aws_iam_user: { contestedowner_user: { name: "contestedowner" } },
      aws_iam_policy_attachment: {
        contestedowner_owner: {
          name: "only",
          policy_arn: "${aws_iam_policy.contestedowner_policy.arn}",
          users: ["${aws_iam_user.contestedowner_user.name}"],
        },
      },
    }),
    findings: [NOT_CERTAIN],
    except: HANGS,
  },
  {
    name: "contestednot",
    terraform: attached("contestednot", {
      aws_iam_policy_attachment: {
        contestednot_owner: {
          name: "only",
          policy_arn: "${aws_iam_policy.contestednot_policy.arn}",
          roles: ["${aws_iam_role.contestednot_role.name}"],
          depends_on: ["aws_iam_role_policy_attachment.contestednot_attachment"],
        },
      },
    }),
    findings: [],
  },
  {
    name: "contestedname",
    terraform: sound("contestedname", {
      flowLog: {
        depends_on: ["aws_iam_role_policy.contestedname_policy", "aws_iam_role_policy.contestedname_other"],
      },
      also: {
        aws_iam_role_policy: {
          contestedname_policy: {
            name: "same",
            role: "${aws_iam_role.contestedname_role.id}",
            policy: policy([granting("contestedname")]),
          },
          contestedname_other: {
            name: "same",
            role: "${aws_iam_role.contestedname_role.id}",
            policy: policy([granting("contestedname", { Action: "logs:PutLogEvents" })]),
            depends_on: ["aws_iam_role_policy.contestedname_policy"],
          },
        },
      },
    }),
    findings: [NOT_CERTAIN],
  },
  {
    name: "contestedinline",
    terraform: sound("contestedinline", {
      role: {
        inline_policy: [
          { name: "own", policy: policy([{ ...granting("contestedinline"), Action: "logs:PutLogEvents" }]) },
        ],
      },
    }),
    findings: [NOT_CERTAIN],
    except: HANGS,
  },
  {
    name: "contestedwide",
    terraform: sound("contestedwide", {
      role: { inline_policy: [{ name: "own", policy: policy([granting("contestedwide")]) }] },
      grant: [
        {
          Effect: "Allow",
          Action: ["logs:CreateLogGroup", "logs:GetLogEvents", "iam:PassRole", "s3:*"],
          Resource: "*",
        },
        { Effect: "Allow", NotAction: "iam:*", Resource: "*" },
      ],
    }),
    findings: [
      "? privilege-create-log-group not-certain",
      "? privilege-excess-action not-certain",
      "? privilege-negated-element not-certain",
      "? privilege-pass-role not-certain",
      "? privilege-wildcard-action not-certain",
      "? privilege-wildcard-resource not-certain",
    ],
    except: {
      state: {
        findings: [
          "privilege-create-log-group create-log-group",
          "privilege-excess-action excess",
          "privilege-negated-element negated",
          "privilege-pass-role on-delivery-role",
          "privilege-wildcard-action wildcard",
          "privilege-wildcard-resource any-resource",
        ],
        because: HANGS.state.because,
      },
    },
  },
  {
    name: "contestedmanaged",
    terraform: attached("contestedmanaged", {
      aws_iam_role: {
        contestedmanaged_role: {
          name: "contestedmanaged",
          assume_role_policy: policy([trusting()]),
          managed_policy_arns: ["${aws_iam_policy.contestedmanaged_other.arn}"],
        },
      },
      aws_iam_policy: {
        contestedmanaged_policy: {
          name: "contestedmanaged",
          policy: policy([granting("contestedmanaged")]),
        },
        contestedmanaged_other: {
          name: "contestedmanaged-other",
          policy: policy([granting("contestedmanaged", { Action: "logs:PutLogEvents" })]),
        },
      },
    }),
    findings: [NOT_CERTAIN],
    except: { ...HANGS, ...notInPlansOfHcl(...ONE_OF_A_LIST) },
  },
  {
    name: "exclusivenone",
    terraform: sound("exclusivenone", {
      also: {
        aws_iam_role_policies_exclusive: {
          exclusivenone_list: {
            role_name: "${aws_iam_role.exclusivenone_role.name}",
            policy_names: [],
            depends_on: ["aws_flow_log.exclusivenone_log"],
          },
        },
      },
    }),
    findings: ["delivery-policy-unattached unattached"],
  },
  {
    name: "exclusiveother",
    terraform: attached("exclusiveother", {
      aws_iam_role_policy_attachments_exclusive: {
        exclusiveother_list: {
          role_name: "${aws_iam_role.exclusiveother_role.name}",
          policy_arns: [],
          depends_on: ["aws_flow_log.exclusiveother_log"],
        },
      },
    }),
    findings: ["delivery-policy-unattached unattached"],
  },
  {
    name: "exclusivelisted",
    terraform: attached("exclusivelisted", {
      aws_iam_role_policy_attachments_exclusive: {
        exclusivelisted_list: {
          role_name: "${aws_iam_role.exclusivelisted_role.name}",
          policy_arns: ["${aws_iam_policy.exclusivelisted_policy.arn}"],
        },
      },
    }),
    findings: [],
    except: notInPlansOfHcl(...ONE_OF_A_LIST),
  },
];
