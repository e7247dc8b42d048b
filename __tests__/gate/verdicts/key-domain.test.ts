import { ACCOUNT, GROUP_REF, hold, policy, REGION, trusting, type World, writing } from "./world";

const SUFFIX = "${data.aws_partition.here.dns_suffix}";
const ROOT = {
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
  Action: "kms:*",
  Resource: "*",
};

/** A log group whose key lets in the service of this name, for a provider of this region. */
function keyFor(service: string, region = REGION, others: readonly object[] = [ROOT]): World {
  const use = {
    Effect: "Allow",
    Principal: { Service: service },
    Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
    Resource: "*",
  };
  return {
    data: { aws_partition: { here: {} } },
    provider: [{ region, allowed_account_ids: [ACCOUNT] }],
    trust: [trusting({ StringEquals: { "aws:SourceAccount": ACCOUNT } })],
    permission: [writing([GROUP_REF, `${GROUP_REF}:*`])],
    logGroup: { kms_key_id: "${aws_kms_key.k.arn}" },
    also: { aws_kms_key: { k: { policy: policy([...others, use]) } } },
  };
}

const OTHERS = ["key-policy-denies-logs other-principal"];
const UNCLEAR = ["? key-policy-denies-logs not-certain"];

hold("the key lets in CloudWatch Logs in the domain that the partition tells", [
  ["in Europe", keyFor(`logs.${REGION}.${SUFFIX}`), []],
  ["in the United States for the government", keyFor(`logs.us-gov-west-1.${SUFFIX}`, "us-gov-west-1"), []],
  ["in China", keyFor(`logs.cn-north-1.${SUFFIX}`, "cn-north-1"), []],
  ["not in another region", keyFor(`logs.us-east-1.${SUFFIX}`), OTHERS],
  ["where the policy tells the partition", keyFor(`logs.\${var.region}.${SUFFIX}`, "${var.region}"), []],
  [
    "perhaps, where nothing tells the partition",
    keyFor(`logs.\${var.region}.${SUFFIX}`, "${var.region}", []),
    UNCLEAR,
  ],
]);
