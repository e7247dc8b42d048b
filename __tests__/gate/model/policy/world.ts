import { readFileSync } from "node:fs";
import Ajv from "ajv";
import type { Attributes } from "../../../../gate/read/resource";
import type { Condition, Statement } from "../../../../gate/model/model";
import type { PolicyContext } from "../../../../gate/model/policy/policy-context";
import type { DecodedDocument } from "../../../../gate/model/policy/read-policy";
import { readPolicy } from "../../../../gate/model/policy/read-policy";
import type { Expression } from "../../../../gate/model/text/template";
import type { Atom, Own, Text } from "../../../../gate/model/text/text";

export const OWN: Own = { partition: ["aws"], region: ["eu-west-1"], account: ["111122223333"] };
export const GROUP = "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/vpc/flow";

const atom = (kind: Atom["kind"]): Text => [{ key: `own ${kind}`, kind, shown: `\${own.${kind}}` }];
/** An account, region and partition that only Terraform will know. */
export const OWN_UNKNOWN: Own = {
  partition: atom("partition"),
  region: atom("region"),
  account: atom("account"),
};

export interface World {
  own?: Own;
  /** What references resolve to, by what stands inside `${}`. */
  values?: Record<string, Text>;
  /** Raw values behind references that are a whole value. */
  raw?: Record<string, unknown>;
  documents?: Record<string, Attributes>;
  roleArn?: Text;
}

export function unknownPart({ shown }: Expression): Text {
  return [{ key: shown, kind: "unknown", shown }];
}

export function contextOf(world: World): PolicyContext {
  const { own = OWN, values = {}, raw = {}, documents = {}, roleArn } = world;
  const context: PolicyContext = {
    own,
    resolve: (expression) => values[expression.source] ?? unknownPart(expression),
    follow: ({ source }) => (Object.hasOwn(raw, source) ? { raw: raw[source], context } : undefined),
    dataDocument: ({ source }) => {
      const attributes = documents[source];
      return attributes === undefined ? undefined : { attributes, context };
    },
    ...(roleArn === undefined ? {} : { roleArn }),
  };
  return context;
}

export function policy(...statements: object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** An Allow statement of a permission policy. */
export function permission(elements: object): object {
  return { Effect: "Allow", Action: "logs:PutLogEvents", Resource: "*", ...elements };
}

/** An Allow statement of a trust policy. */
export function trust(elements: object): object {
  return {
    Effect: "Allow",
    Action: "sts:AssumeRole",
    Principal: { Service: "vpc-flow-logs.amazonaws.com" },
    ...elements,
  };
}

export function decode(raw: unknown, use: "trust" | "permission", world: World = {}): DecodedDocument {
  const { text, document } = readPolicy(raw, use, contextOf(world));
  if (document === undefined) throw new Error(`${text.state}: ${text.reason}: ${text.detail}`);
  return document;
}

export function statementOf(raw: unknown, use: "trust" | "permission", world: World = {}): Statement {
  const [first] = decode(raw, use, world).model.statements;
  if (first === undefined) throw new Error("no statement");
  return first;
}

export function conditionOf(condition: object, use: "trust" | "permission", world: World = {}): Condition {
  const element = use === "trust" ? trust({ Condition: condition }) : permission({ Condition: condition });
  const [first] = statementOf(policy(element), use, world).conditions;
  if (first === undefined) throw new Error("no condition");
  return first;
}

/** Why a text cannot be read: `reason: detail`. */
export function refusal(raw: unknown, use: "trust" | "permission", world: World = {}): string {
  const { text } = readPolicy(raw, use, contextOf(world));
  return text.state === "opaque" ? `${text.reason}: ${text.detail}` : text.state;
}

const schema = JSON.parse(readFileSync("schemas/model.schema.json", "utf8")) as object;

const ajv = new Ajv({ strict: false }).addSchema(schema, "model");

/** Does the value follow that definition of the model's schema? */
export function follows(definition: string, value: unknown): boolean {
  const validate = ajv.getSchema(`model#/definitions/${definition}`);
  if (validate === undefined) throw new Error(`no definition ${definition}`);
  return validate(value) === true;
}
