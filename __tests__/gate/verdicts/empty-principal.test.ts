import { BUCKET, type BucketWorld, holdBuckets, putting, reading, tls } from "./storage-world";

const RIGHT = [putting(), reading(), tls()];

/** The right statements, and one from a data source whose principals are these identifiers. */
function merged(identifiers: unknown): BucketWorld {
  const statement = {
    actions: ["s3:GetObject"],
    resources: [`${BUCKET}/*`],
    principals: [{ type: "AWS", identifiers }],
  };
  const source_policy_documents = [JSON.stringify({ Version: "2012-10-17", Statement: RIGHT })];
  return {
    policy: "${data.aws_iam_policy_document.p.json}",
    data: { aws_iam_policy_document: { p: { source_policy_documents, statement: [statement] } } },
  };
}

const NOBODY = [{}, { AWS: [] }, { Service: [] }, { AWS: "" }];
const REFUSED = ["bucket-policy-denies-delivery empty-principal"];

holdBuckets("S3 refuses a policy, and nothing is delivered, where a statement beside the right ones", [
  ...NOBODY.map((Principal): readonly [string, BucketWorld, string[]] => [
    `names ${JSON.stringify(Principal)}`,
    { policy: [...RIGHT, putting({ Principal })] },
    REFUSED,
  ]),
  ...NOBODY.map((NotPrincipal): readonly [string, BucketWorld, string[]] => [
    `denies all but ${JSON.stringify(NotPrincipal)}`,
    { policy: [...RIGHT, putting({ Effect: "Deny", Principal: undefined, NotPrincipal })] },
    REFUSED,
  ]),
  ["has identifiers that are none", merged([]), REFUSED],
]);

holdBuckets("S3 takes a policy where a statement beside the right ones", [
  ["names another account", merged(["arn:aws:iam::999999999999:root"]), []],
  ["names accounts that are known after apply", merged("${data.aws_x.y.accounts}"), []],
]);
