/**
 * A policy that is about log delivery whatever the names in it, and cannot mean anything by a pattern or a variable that
 * another name would change; nor is it about roles, whose names rules compare.
 */
export function isPlainPolicy(text: string): boolean {
  return (
    /(?<![\w-])logs:/.test(text) && !/\\|\?|\$\$|%\{|&\{|[\w-]\*|\*[\w-]|iam:|sts:|createflowlogs/i.test(text)
  );
}

/** Words that mean something by themselves wherever they stand in an ARN. */
const MEANING = new Set([
  "arn",
  "aws",
  "aws-cn",
  "aws-us-gov",
  "awslogs",
  "deliverystream",
  "ec2",
  "false",
  "firehose",
  "iam",
  "log-group",
  "log-stream",
  "logs",
  "null",
  "policy",
  "role",
  "s3",
  "sts",
  "true",
  "vpc-flow-log",
]);

/** No name that AWS takes is longer than twice that. */
const LONGEST = 256;

/**
 * A word, in lower case, that is a name and nothing else: no account or other number, no kind of resource, nothing that
 * reads as the end of `arn:` or as the start of a network interface's log stream.
 */
export function isName(word: string): boolean {
  return (
    word.length <= LONGEST && /[a-z]/.test(word) && !/arn$|^eni-|^\d+e\d+$/.test(word) && !MEANING.has(word)
  );
}
