/** What an argument holds in which resources that are made alike may differ: names, and nothing else. */
export interface Place {
  /** May the word that starts at `at` be another in a resource that is made alike? */
  readonly mayDiffer: (text: string, at: number) => boolean;
  /** It tells resources apart: in two of them it has to differ. */
  readonly isIdentity: boolean;
}

const PLAIN_NAME: Place["mayDiffer"] = (text) => !/[:*?\\"]/.test(text);

/** The part of an ARN that names the resource: behind the fifth colon. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
const IN_ARN: Place["mayDiffer"] = (text, at) => isInArn(text, 0, at) && !/[?\\]|[\w-]\*|\*[\w-]/.test(text);

/** A text of a policy document that is an ARN. What else a policy says is the same in all. */
const IN_POLICY: Place["mayDiffer"] = (text, at) => isInArn(text, text.lastIndexOf('"', at) + 1, at);

function isInArn(text: string, start: number, at: number): boolean {
  if (!text.startsWith("arn:", start)) return false;
  let colon = start - 1;
  for (let field = 0; field < 5; field++) {
    colon = text.indexOf(":", colon + 1);
    if (colon < 0 || colon >= at) return false;
  }
  return true;
}

/** `aws_iam_role.NAME`, as `depends_on` names it. */
const IN_ADDRESS: Place["mayDiffer"] = (text, at) => /^aws_[a-z0-9_]+\.$/.test(text.slice(0, at));

const named = (mayDiffer: Place["mayDiffer"]): Place => ({ mayDiffer, isIdentity: false });
const telling = (mayDiffer: Place["mayDiffer"]): Place => ({ mayDiffer, isIdentity: true });

const ANYWHERE: readonly (readonly [string, Place])[] = [
  ["depends_on", named(IN_ADDRESS)],
  ["tags", named(PLAIN_NAME)],
  ["tags_all", named(PLAIN_NAME)],
];

/** The resources that fleets are made of, and their arguments in which names stand. Any other argument is the same in all. */
export const PLACES: ReadonlyMap<string, ReadonlyMap<string, Place>> = new Map([
  ["aws_cloudwatch_log_group", new Map([["name", telling(PLAIN_NAME)], ...ANYWHERE])],
  ["aws_iam_role", new Map([["name", telling(PLAIN_NAME)], ...ANYWHERE])],
  [
    "aws_iam_role_policy",
    new Map([
      ["name", named(PLAIN_NAME)],
      ["role", telling(PLAIN_NAME)],
      ["policy", named(IN_POLICY)],
      ...ANYWHERE,
    ]),
  ],
  ["aws_vpc", new Map(ANYWHERE)],
  ["aws_subnet", new Map(ANYWHERE)],
  [
    "aws_flow_log",
    new Map([
      ["iam_role_arn", telling(IN_ARN)],
      ["log_destination", telling(IN_ARN)],
      ["log_group_name", telling(PLAIN_NAME)],
      ["vpc_id", telling(PLAIN_NAME)],
      ["subnet_id", telling(PLAIN_NAME)],
      ["eni_id", telling(PLAIN_NAME)],
      ["transit_gateway_id", telling(PLAIN_NAME)],
      ["transit_gateway_attachment_id", telling(PLAIN_NAME)],
      ...ANYWHERE,
    ]),
  ],
]);

/**
 * A policy that names what it is about, and cannot mean anything by a pattern or a variable that another name would
 * change; nor is it about roles, whose names rules compare.
 */
export function isPlainPolicy(text: string): boolean {
  return !/\\|\?|\$\$|%\{|&\{|[\w-]\*|\*[\w-]|iam:|sts:/i.test(text);
}

/** Words that mean something by themselves wherever they stand in an ARN. */
const MEANING = new Set([
  "arn",
  "aws",
  "aws-cn",
  "aws-us-gov",
  "ec2",
  "iam",
  "log-group",
  "log-stream",
  "logs",
  "policy",
  "role",
  "s3",
  "firehose",
  "deliverystream",
  "sts",
  "vpc-flow-log",
]);

/** A word, in lower case, that is a name and nothing else: neither an account or another number, nor a kind of resource. */
export function isName(word: string): boolean {
  return /[a-z]/.test(word) && !MEANING.has(word);
}
