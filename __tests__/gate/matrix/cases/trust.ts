import { type MatrixCase, notInPlansOfHcl, onceApplied, TRUST_UNREAD, UNTOLD } from "../matrix-case";
import { ACCOUNT, REGION, sound, trusting } from "../sound";

const FLOW_LOGS = `arn:aws:ec2:${REGION}:${ACCOUNT}:vpc-flow-log/*`;
const NOT_OWN = { StringNotEquals: { "aws:SourceAccount": ACCOUNT } };

/** A role that trusts by these statements. */
function trusts(name: string, trust: readonly object[], ...findings: string[]): MatrixCase {
  return { name, terraform: sound(name, { trust }), findings };
}

/** A role that trusts the service under a condition. */
function under(name: string, condition: object, ...findings: string[]): MatrixCase {
  return trusts(name, [trusting({ Condition: condition })], ...findings);
}

function fromArn(name: string, arn: string, cause?: string): MatrixCase {
  return under(
    name,
    { ArnLike: { "aws:SourceArn": arn } },
    ...(cause === undefined ? [] : [`trust-condition-ineffective ${cause}`]),
  );
}

/** What guards a role against the service acting for others, and what only looks so. */
export const TRUST_CONDITIONS: readonly MatrixCase[] = [
  fromArn("onlyarn", FLOW_LOGS),
  fromArn("anyowner", FLOW_LOGS.replace(ACCOUNT, "*"), "wildcard-account"),
  fromArn("otherservice", `arn:aws:logs:${REGION}:${ACCOUNT}:*`, "other-service"),
  fromArn("otherkind", FLOW_LOGS.replace("vpc-flow-log", "vpc"), "other-resource"),
  fromArn("otherpartition", FLOW_LOGS.replace("arn:aws:", "arn:aws-cn:"), "other-partition"),
  fromArn("otherregion", FLOW_LOGS.replace(REGION, "us-east-1"), "other-region"),
  fromArn("malformedarn", "flow-logs", "malformed"),
  {
    ...fromArn("oneflowlog", FLOW_LOGS.replace("*", "fl-0123456789abcdef0")),
    findings: ["? trust-condition-ineffective one-flow-log"],
  },
  under(
    "ifgiven",
    { StringEqualsIfExists: { "aws:SourceAccount": ACCOUNT } },
    "trust-condition-ineffective optional",
  ),
  under(
    "allofnone",
    { "ForAllValues:StringEquals": { "aws:SourceAccount": ACCOUNT } },
    "trust-condition-ineffective optional",
  ),
  {
    ...under(
      "allbutanother",
      { ArnNotLike: { "aws:SourceArn": FLOW_LOGS.replace(ACCOUNT, "999999999999") } },
      "? delivery-not-granted not-certain",
      "? privilege-wildcard-resource resource-unknown",
      "trust-condition-ineffective negated",
    ),
    except: onceApplied("trust-condition-ineffective negated"),
  },
  under("allbutown", NOT_OWN, "trust-condition-ineffective refuses-own"),
  under(
    "externalid",
    { StringEquals: { "aws:SourceAccount": ACCOUNT, "sts:ExternalId": "flow" } },
    "trust-service-missing condition-never-holds",
  ),
  under(
    "callertag",
    { StringEquals: { "aws:SourceAccount": ACCOUNT, "aws:PrincipalTag/x": "y" } },
    "? trust-service-missing condition-unknown",
  ),
  trusts("denyguards", [
    trusting({ Condition: undefined }),
    trusting({ Effect: "Deny", Condition: NOT_OWN }),
  ]),
  trusts(
    "denyinvain",
    [
      trusting({ Condition: undefined }),
      trusting({ Effect: "Deny", Condition: { StringNotLike: { "aws:SourceAccount": "*" } } }),
    ],
    "trust-condition-ineffective denial-without-effect",
  ),
  {
    ...under(
      "untoldaccount",
      { StringEquals: { "aws:SourceAccount": "${aws_vpc.untoldaccount_vpc.owner_id}" } },
      "? trust-condition-ineffective condition-unknown",
    ),
    except: { ...notInPlansOfHcl(...TRUST_UNREAD), ...onceApplied() },
  },
];

/** Whom a role trusts. */
export const TRUST_PRINCIPALS: readonly MatrixCase[] = [
  trusts(
    "trustdenied",
    [trusting(), trusting({ Effect: "Deny", Condition: undefined })],
    "trust-service-missing explicit-deny",
  ),
  trusts("trusttags", [trusting({ Action: "sts:TagSession" })], "trust-service-missing missing-action"),
  trusts(
    "trustnot",
    [
      trusting(),
      { Effect: "Allow", NotPrincipal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: "sts:AssumeRole" },
    ],
    "trust-any-principal negated-principal",
  ),
  trusts("trustnobody", [], "trust-service-missing nobody"),
  trusts("trustempty", [trusting({ Principal: { Service: "" } })], "trust-service-missing empty-service"),
  {
    ...trusts(
      "trustlater",
      [
        trusting(),
        trusting({
          Principal: { AWS: "${aws_vpc.trustlater_vpc.id}" },
          Condition: undefined,
        }),
      ],
      "? trust-any-principal principal-unknown",
      "trust-extra-principal extra",
    ),
    except: { ...notInPlansOfHcl(...TRUST_UNREAD), ...onceApplied("trust-extra-principal extra") },
  },
  {
    ...trusts(
      "trustservicelater",
      [trusting({ Principal: { Service: "${aws_vpc.trustservicelater_vpc.id}" } })],
      "? trust-any-principal principal-unknown",
      "? trust-extra-principal principal-unknown",
      "? trust-service-missing principal-unknown",
    ),
    except: { ...notInPlansOfHcl(...TRUST_UNREAD), ...onceApplied("trust-service-missing other-principal") },
  },
];

export const TRUST_OPEN: readonly MatrixCase[] = [
  {
    ...trusts(
      "trustnoprincipal",
      [trusting(), trusting({ Principal: {} })],
      "trust-service-missing empty-principal",
    ),
    unapplied: "AWS takes no statement without principal",
  },
  trusts(
    "actionopen",
    [trusting({ Action: UNTOLD, Condition: undefined })],
    "? trust-confused-deputy condition-unknown",
    "? trust-service-missing condition-unknown",
  ),
];
