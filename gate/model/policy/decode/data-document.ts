/**
 * `aws_iam_policy_document`, as the provider makes JSON of it: blocks, defaults, `&{...}` for IAM's own variables, and
 * other documents merged in by Sid.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
import type { Attributes } from "../../../read/resource";
import { ArgumentReader } from "./argument-reader";
import type { ConditionDraft, PrincipalDraft, StatementDraft, WordingList } from "./draft";
import { mergeBySid } from "./merge-by-sid";
import type { PolicyContext } from "../policy-context";
import { notPolicy } from "./unreadable";
import { plain, show, withAmpersandVariables } from "./wording";

const DOCUMENT_ARGUMENTS = [
  "statement",
  "version",
  "policy_id",
  "source_policy_documents",
  "override_policy_documents",
];
const META_ARGUMENTS = ["count", "for_each", "provider", "depends_on", "lifecycle"];
const STATEMENT_ARGUMENTS = [
  "sid",
  "effect",
  "actions",
  "not_actions",
  "resources",
  "not_resources",
  "principals",
  "not_principals",
  "condition",
];
const VERSIONS = ["2012-10-17", "2008-10-17"];

/** Reads the statements of one text that is merged in: `readDrafts` of `read-policy`, which calls back into this file. */
export type ReadMerged = (raw: unknown, context: PolicyContext) => readonly StatementDraft[];

/** Throws `Unreadable`. */
export function readDataDocument(
  attributes: Attributes,
  context: PolicyContext,
  readMerged: ReadMerged,
): readonly StatementDraft[] {
  const reader = new ArgumentReader(context);
  const blocks = reader.members(attributes, "aws_iam_policy_document", [
    ...DOCUMENT_ARGUMENTS,
    ...META_ARGUMENTS,
  ]);
  const version = reader.string(blocks.get("version"), "version");
  if (version !== undefined && !VERSIONS.includes(show(version)))
    throw notPolicy(`version is not ${VERSIONS.join(" or ")}`);
  const merged = (name: string) =>
    reader.documents(blocks.get(name), name).map((document) => readMerged(document.raw, document.context));
  const own = reader
    .blocks(blocks.get("statement"), "statement")
    .map((block, at) => readStatement(reader, block, `statement ${at + 1}`));
  const statements = mergeBySid(merged("source_policy_documents"), own, merged("override_policy_documents"));
  if (statements.length === 0) throw notPolicy("the policy has no statement");
  return statements;
}

function readStatement(reader: ArgumentReader, raw: unknown, place: string): StatementDraft {
  const block = reader.members(raw, place, STATEMENT_ARGUMENTS);
  const list = (name: string) => reader.list(block.get(name), `${name} of ${place}`);
  const principals = (name: string) => readPrincipals(reader, block.get(name), `${name} of ${place}`);
  return {
    place,
    sid: reader.string(block.get("sid"), `sid of ${place}`) ?? plain(""),
    effect: reader.string(block.get("effect"), `effect of ${place}`) ?? plain("Allow"),
    actions: list("actions"),
    notActions: list("not_actions"),
    resources: withVariables(list("resources")),
    notResources: withVariables(list("not_resources")),
    principals: principals("principals"),
    notPrincipals: principals("not_principals"),
    conditions: readConditions(reader, block.get("condition"), `condition of ${place}`),
  };
}

function readPrincipals(reader: ArgumentReader, raw: unknown, place: string): PrincipalDraft[] | undefined {
  const principals = reader.blocks(raw, place).map((block) => {
    const principal = reader.members(block, place, ["type", "identifiers"]);
    const kind = reader.string(principal.get("type"), `type in ${place}`);
    if (kind === undefined) throw notPolicy(`${place} has no type`);
    return { kind, ids: withVariables(reader.list(principal.get("identifiers"), `identifiers in ${place}`)) };
  });
  return principals.length === 0 ? undefined : principals;
}

/** Blocks of the same test and variable become one condition with the values of both. */
function readConditions(reader: ArgumentReader, raw: unknown, place: string): ConditionDraft[] {
  const conditions = new Map<string, ConditionDraft>();
  for (const block of reader.blocks(raw, place)) {
    const condition = reader.members(block, place, ["test", "variable", "values"]);
    const test = reader.string(condition.get("test"), `test in ${place}`);
    const key = reader.string(condition.get("variable"), `variable in ${place}`);
    if (test === undefined || key === undefined) throw notPolicy(`${place} lacks test or variable`);
    const values = withVariables(reader.list(condition.get("values"), `values in ${place}`));
    const name = JSON.stringify([test.written, key.written]);
    const earlier = conditions.get(name)?.values;
    conditions.set(name, { test, key, values: earlier === undefined ? values : joinLists(earlier, values) });
  }
  return [...conditions.values()];
}

function joinLists(first: WordingList, second: WordingList): WordingList {
  return { items: [...first.items, ...second.items], complete: first.complete && second.complete };
}

function withVariables(list: WordingList): WordingList {
  return { ...list, items: list.items.map(withAmpersandVariables) };
}
