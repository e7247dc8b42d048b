import { type MatrixCase, onceApplied } from "../matrix-case";
import { ACCOUNT, granting, groupArn, sound, trusting } from "../sound";

const OWN = { "aws:SourceAccount": ACCOUNT };

export const PRIVILEGE: readonly MatrixCase[] = [
  privilege("anyaction", { Action: "logs:*" }, "privilege-wildcard-action wildcard"),
  privilege(
    "moreactions",
    {
      Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams", "logs:DeleteLogGroup"],
    },
    "privilege-excess-action excess",
  ),
  privilege(
    "creategroup",
    {
      Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
    },
    "privilege-create-log-group create-log-group",
  ),
  privilege("everywhere", { Resource: "*" }, "privilege-wildcard-resource any-resource"),
  privilege(
    "anyregion",
    { Resource: "arn:aws:logs:*:*:log-group:/matrix/anyregion:*" },
    "privilege-wildcard-resource wildcard-scope",
  ),
  privilege(
    "besides",
    {
      Resource: [groupArn("besides"), `${groupArn("besides")}:*`, `${groupArn("others")}:*`],
    },
    "privilege-wildcard-resource other-log-group",
  ),
  privilege("negated", { Action: undefined, NotAction: "s3:*" }, "privilege-negated-element negated"),
];

function privilege(name: string, changes: object, ...findings: string[]): MatrixCase {
  return { name, terraform: sound(name, { grant: [granting(name, changes)] }), findings };
}

export const PRIVILEGE_OF_ROLES: readonly MatrixCase[] = [
  {
    name: "administrator",
    unapplied: "moto holds no policy of AWS",
    terraform: sound("administrator", {
      also: {
        aws_iam_role_policy_attachment: {
          administrator_attachment: {
            role: "${aws_iam_role.administrator_role.name}",
            policy_arn: "arn:aws:iam::aws:policy/AdministratorAccess",
          },
        },
      },
    }),
    findings: ["? delivery-not-granted policy-unread", "privilege-extra-policy foreign-policy"],
  },
  {
    name: "instance",
    terraform: sound("instance", {
      also: {
        aws_iam_instance_profile: {
          instance_profile: { name: "instance", role: "${aws_iam_role.instance_role.name}" },
        },
      },
    }),
    findings: ["privilege-extra-policy other-user"],
  },
  {
    name: "passrole",
    terraform: sound("passrole", {
      grant: [granting("passrole"), { Effect: "Allow", Action: "iam:PassRole", Resource: "*" }],
    }),
    findings: ["privilege-pass-role on-delivery-role"],
  },
];

export const TRUST: readonly MatrixCase[] = [
  trust(
    "noservice",
    { Principal: { Service: "ec2.amazonaws.com" } },
    "trust-service-missing other-principal",
  ),
  trust(
    "alsoec2",
    { Principal: { Service: ["vpc-flow-logs.amazonaws.com", "ec2.amazonaws.com"] } },
    "trust-extra-principal extra",
  ),
  trust(
    "alsoaccount",
    {
      Principal: { Service: "vpc-flow-logs.amazonaws.com", AWS: "arn:aws:iam::123456789012:root" },
    },
    "trust-extra-principal extra",
  ),
  trust("anybody", { Principal: "*" }, "trust-any-principal any-principal"),
  trust("anyaws", { Principal: { AWS: "*" } }, "trust-any-principal any-principal"),
  trust("deputy", { Condition: undefined }, "trust-confused-deputy unrestricted"),
  trust("onlyaccount", { Condition: { StringEquals: OWN } }),
  trust(
    "emptycondition",
    { Condition: { StringLike: { "aws:SourceAccount": "*" } } },
    "trust-condition-ineffective everything",
  ),
  {
    ...trust(
      "otheraccount",
      { Condition: { StringEquals: { "aws:SourceAccount": "999999999999" } } },
      "? delivery-not-granted not-certain",
      "? privilege-wildcard-resource resource-unknown",
      "? trust-condition-ineffective condition-unknown",
    ),
    except: onceApplied("trust-condition-ineffective other-account"),
  },
  trust(
    "literalstar",
    {
      Condition: { StringEquals: { "aws:SourceArn": `arn:aws:ec2:eu-west-1:${ACCOUNT}:vpc-flow-log/*` } },
    },
    "trust-condition-ineffective wildcard-literal",
  ),
];

function trust(name: string, changes: object, ...findings: string[]): MatrixCase {
  return { name, terraform: sound(name, { trust: [trusting(changes)] }), findings };
}
