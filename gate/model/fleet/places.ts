/** What an argument holds in which resources that are made alike may differ: names, and nothing else. */
export interface Place {
  /** May the word that starts at `at` be another in a resource that is made alike? */
  readonly mayDiffer: (text: string, at: number) => boolean;
  /** It tells resources apart: in two of them it has to differ. */
  readonly isIdentity: boolean;
}

type May = Place["mayDiffer"];

/** A literal name. */
const NAME: May = (text) => !/[:*?\\"{]/.test(text);

/** `aws_iam_role.NAME`, as `depends_on` names it. */
const ADDRESS: May = (text, at) => /^aws_[a-z0-9_]+\.$/.test(text.slice(0, at));

/** Nothing but a reference to what identifies a resource. Any other attribute, a tag for one, may hold any value. */
function reference(type: string, attributes: string, ending = ""): May {
  const whole = new RegExp(`^\\$\\{${type}\\.[\\w-]+\\.(?:${attributes})\\}${ending}$`);
  return (text, at) => whole.test(text) && at === "${".length + type.length + ".".length;
}

const GROUP_ARN = /^arn:[^":]+:logs:[^":]*:[^":]*:log-group:/;

/** Within the name in the ARN of a log group that starts at `start`. References in the fields before hold no colon. */
function isInGroupName(text: string, start: number, at: number): boolean {
  const head = GROUP_ARN.exec(text.slice(start, at))?.[0];
  return head !== undefined && !text.slice(start + head.length, at).includes(":");
}

/** The reference to a log group, or the name of one, that an ARN of a policy holds. What else a policy says is the same in all. */
const IN_POLICY: May = (text, at) => {
  const start = text.lastIndexOf('"', at) + 1;
  const named = /^\$\{aws_cloudwatch_log_group\.[\w-]+\.arn\}/.exec(text.slice(start))?.[0];
  if (named !== undefined) return at === start + "${aws_cloudwatch_log_group.".length;
  const open = text.lastIndexOf("${", at);
  const isReference = open >= start && !text.slice(open, at).includes("}");
  if (!isReference) return isInGroupName(text, start, at);
  const isName = /^\$\{aws_cloudwatch_log_group\.[\w-]+\.(?:name|id)\}/.test(text.slice(open));
  return isName && at === open + "${aws_cloudwatch_log_group.".length && isInGroupName(text, start, open);
};

const either =
  (...ways: readonly May[]): May =>
  (text, at) =>
    ways.some((may) => may(text, at));
const named = (mayDiffer: May): Place => ({ mayDiffer, isIdentity: false });
const telling = (mayDiffer: May): Place => ({ mayDiffer, isIdentity: true });

const ANYWHERE: readonly (readonly [string, Place])[] = [
  ["depends_on", named(ADDRESS)],
  ["tags", named(NAME)],
  ["tags_all", named(NAME)],
];

/** The resources that fleets are made of, and their arguments in which names stand. Any other argument is the same in all. */
export const PLACES: ReadonlyMap<string, ReadonlyMap<string, Place>> = new Map([
  ["aws_cloudwatch_log_group", new Map([["name", telling(NAME)], ...ANYWHERE])],
  ["aws_iam_role", new Map([["name", telling(NAME)], ...ANYWHERE])],
  [
    "aws_iam_role_policy",
    new Map([
      ["name", named(NAME)],
      ["role", telling(reference("aws_iam_role", "id|name"))],
      ["policy", named(IN_POLICY)],
      ...ANYWHERE,
    ]),
  ],
  ["aws_vpc", new Map(ANYWHERE)],
  ["aws_subnet", new Map([["vpc_id", named(reference("aws_vpc", "id"))], ...ANYWHERE])],
  [
    "aws_flow_log",
    new Map([
      ["iam_role_arn", telling(reference("aws_iam_role", "arn"))],
      ["log_destination", telling(reference("aws_cloudwatch_log_group", "arn", "(?::\\*)?"))],
      ["log_group_name", telling(reference("aws_cloudwatch_log_group", "name|id"))],
      ["vpc_id", telling(either(NAME, reference("aws_vpc", "id")))],
      ["subnet_id", telling(either(NAME, reference("aws_subnet", "id")))],
      ["eni_id", telling(NAME)],
      ["transit_gateway_id", telling(NAME)],
      ["transit_gateway_attachment_id", telling(NAME)],
      ...ANYWHERE,
    ]),
  ],
]);
