import { GRANT_UNREAD, type MatrixCase, notInPlansOfHcl, onceApplied } from "../matrix-case";
import { DELIVERY, granting, groupArn, policy, sound } from "../sound";

const REFERENCE = (name: string): string => `\${aws_cloudwatch_log_group.${name}_group.arn}`;

export const GRANTS: readonly MatrixCase[] = [
  {
    name: "byreference",
    terraform: sound("byreference", {
      grant: [
        granting("byreference", { Resource: [REFERENCE("byreference"), `${REFERENCE("byreference")}:*`] }),
      ],
    }),
    findings: [],
    except: notInPlansOfHcl(...GRANT_UNREAD),
  },
  {
    name: "nostreams",
    terraform: sound("nostreams", { grant: [granting("nostreams", { Resource: REFERENCE("nostreams") })] }),
    findings: ["delivery-not-granted missing-stream-suffix"],
    except: notInPlansOfHcl(...GRANT_UNREAD),
  },
  {
    name: "nostreamsliteral",
    terraform: sound("nostreamsliteral", {
      grant: [granting("nostreamsliteral", { Resource: groupArn("nostreamsliteral") })],
    }),
    findings: ["delivery-not-granted missing-stream-suffix"],
  },
  {
    name: "othergroup",
    terraform: sound("othergroup", {
      grant: [granting("othergroup", { Resource: [groupArn("elsewhere"), `${groupArn("elsewhere")}:*`] })],
    }),
    findings: ["delivery-not-granted other-log-group"],
  },
  {
    name: "noarn",
    terraform: sound("noarn", {
      grant: [
        granting("noarn", { Resource: "arn:aws:logs:eu-west-1:123456789012:log-stream:/matrix/noarn" }),
      ],
    }),
    findings: ["delivery-not-granted malformed-arn"],
  },
  {
    name: "noput",
    terraform: sound("noput", {
      grant: [granting("noput", { Action: ["logs:CreateLogStream", "logs:DescribeLogStreams"] })],
    }),
    findings: ["delivery-not-granted missing-action"],
  },
  {
    name: "denied",
    terraform: sound("denied", {
      grant: [granting("denied"), { Effect: "Deny", Action: "logs:PutLogEvents", Resource: "*" }],
    }),
    findings: ["delivery-not-granted explicit-deny"],
  },
  {
    name: "neverholds",
    terraform: sound("neverholds", {
      grant: [
        granting("neverholds", { Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } } }),
      ],
    }),
    findings: ["delivery-not-granted condition-never-holds"],
  },
  {
    name: "grantlater",
    terraform: sound("grantlater", {
      grant: [
        granting("grantlater", { Resource: [groupArn("grantlater"), "${aws_vpc.grantlater_vpc.arn}:*"] }),
      ],
    }),
    findings: ["? delivery-not-granted not-certain", "? privilege-wildcard-resource resource-unknown"],
    except: {
      ...notInPlansOfHcl(...GRANT_UNREAD),
      ...onceApplied("delivery-not-granted missing-stream-suffix"),
    },
  },
  {
    name: "nogrant",
    terraform: sound("nogrant", { grant: null }),
    findings: ["delivery-policy-unattached no-policy"],
  },
  {
    name: "loose",
    terraform: sound("loose", {
      grant: null,
      also: { aws_iam_policy: { loose_policy: { name: "loose", policy: policy([granting("loose")]) } } },
    }),
    findings: ["delivery-policy-unattached unattached", "delivery-race no-dependency"],
  },
  {
    name: "attached",
    terraform: sound("attached", {
      grant: null,
      flowLog: { depends_on: ["aws_iam_role_policy_attachment.attached_attachment"] },
      also: {
        aws_iam_policy: { attached_policy: { name: "attached", policy: policy([granting("attached")]) } },
        aws_iam_role_policy_attachment: {
          attached_attachment: {
            role: "${aws_iam_role.attached_role.name}",
            policy_arn: "${aws_iam_policy.attached_policy.arn}",
          },
        },
      },
    }),
    findings: [],
  },
  {
    name: "racing",
    terraform: sound("racing", { flowLog: { depends_on: [] } }),
    findings: ["delivery-race no-dependency"],
  },
  {
    name: "document",
    terraform: sound("document", {
      grant: null,
      flowLog: { depends_on: ["aws_iam_role_policy.document_policy"] },
      data: {
        aws_iam_policy_document: {
          document_grant: {
            statement: [
              { actions: DELIVERY, resources: [REFERENCE("document"), `${REFERENCE("document")}:*`] },
            ],
          },
        },
      },
      also: {
        aws_iam_role_policy: {
          document_policy: {
            role: "${aws_iam_role.document_role.id}",
            policy: "${data.aws_iam_policy_document.document_grant.json}",
          },
        },
      },
    }),
    findings: [],
    except: notInPlansOfHcl(
      "? delivery-not-granted not-certain",
      "? privilege-wildcard-resource resource-unknown",
    ),
  },
  {
    name: "encoded",
    terraform: sound("encoded", {
      grant: null,
      flowLog: { depends_on: ["aws_iam_role_policy.encoded_policy"] },
      also: {
        aws_iam_role_policy: {
          encoded_policy: {
            role: "${aws_iam_role.encoded_role.id}",
            policy:
              '${jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"], Resource = aws_cloudwatch_log_group.encoded_group.arn }] })}',
          },
        },
      },
    }),
    findings: ["delivery-not-granted missing-stream-suffix"],
    except: notInPlansOfHcl(...GRANT_UNREAD),
  },
  {
    name: "dynamicknown",
    terraform: sound("dynamicknown", {
      grant: null,
      flowLog: { depends_on: ["aws_iam_role_policy.dynamicknown_policy"] },
      data: {
        aws_iam_policy_document: {
          dynamicknown_grant: {
            dynamic: {
              statement: {
                for_each: "${local.dynamicknown_all}",
                content: { actions: ["${statement.value}"], resources: ["*"] },
              },
            },
          },
        },
      },
      locals: { dynamicknown_all: ["logs:PutLogEvents"] },
      also: {
        aws_iam_role_policy: {
          dynamicknown_policy: {
            role: "${aws_iam_role.dynamicknown_role.id}",
            policy: "${data.aws_iam_policy_document.dynamicknown_grant.json}",
          },
        },
      },
    }),
    findings: ["delivery-not-granted missing-action", "privilege-wildcard-resource any-resource"],
  },
  {
    name: "norole",
    unapplied: "moto refuses a flow log without role, as AWS does",
    terraform: sound("norole", { flowLog: { iam_role_arn: undefined } }),
    findings: ["delivery-role-missing no-role"],
  },
  {
    name: "foreignrole",
    terraform: sound("foreignrole", { flowLog: { iam_role_arn: "arn:aws:iam::123456789012:role/there" } }),
    findings: ["? delivery-not-granted role-not-in-input"],
  },
];
