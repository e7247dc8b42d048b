import { toBoolean, toNumber } from "../expression/conversion";
import { parseText } from "../expression/parse-template";
import { type Node, Unparsed } from "../expression/syntax";
import { isList, isMap, setOf, toText, type Value } from "../expression/value";

/** A variable without a type takes any value as it is. */
const ANY: Node = { kind: "name", name: "any", source: "any" };

/**
 * A value as a variable's declared type has it; undefined where it cannot be told, or Terraform would refuse it. An
 * object type drops what it does not name and fills in what it calls optional.
 * https://developer.hashicorp.com/terraform/language/expressions/type-constraints
 */
export function convert(value: Value, type: unknown): Value | undefined {
  if (type === undefined) return value;
  const constraint = typeof type === "string" ? parsed(type) : undefined;
  return constraint === undefined ? undefined : asType(value, constraint);
}

/** `object({…})`, or `${object({…})}` as the HCL reader has it. */
function parsed(type: string): Node | undefined {
  try {
    const [only] = parseText(type.startsWith("${") ? type : `\${${type}}`);
    return typeof only === "object" ? only : undefined;
  } catch (error) {
    if (error instanceof Unparsed) return undefined;
    throw error;
  }
}

function asType(value: Value, type: Node): Value | undefined {
  if (value === null) return value;
  if (type.kind === "name") return asPrimitive(value, type.name);
  if (type.kind !== "call") return undefined;
  const [of = ANY] = type.args;
  switch (type.name) {
    case "list":
      return isList(value) ? all(value, of) : undefined;
    case "set":
      return isList(value) ? distinct(all(value, of)) : undefined;
    case "map":
      return isMap(value) ? everyMember(value, of) : undefined;
    case "tuple":
      return isList(value) && of.kind === "tuple" && of.items.length === value.length
        ? every(value.map((item, at) => asType(item, of.items[at] ?? ANY)))
        : undefined;
    case "object":
      return isMap(value) && of.kind === "object" ? asObject(value, of.items) : undefined;
    default:
      return undefined;
  }
}

function asPrimitive(value: Value, name: string): Value | undefined {
  switch (name) {
    case "any":
      return value;
    case "string":
      return toText(value);
    case "number":
      return toNumber(value) ?? undefined;
    case "bool":
      return toBoolean(value) ?? undefined;
    // The short forms of list(any), map(any) and set(any).
    case "list":
      return isList(value) ? value : undefined;
    case "map":
      return isMap(value) ? value : undefined;
    case "set":
      return isList(value) ? distinct(value) : undefined;
    default:
      return undefined;
  }
}

function asObject(
  value: ReadonlyMap<string, Value>,
  items: readonly (readonly [Node, Node])[],
): Value | undefined {
  const members = new Map<string, Value>();
  for (const [key, declared] of items) {
    const name = nameOf(key);
    const [type = ANY, otherwise] =
      declared.kind === "call" && declared.name === "optional" ? declared.args : [declared];
    const isOptional = type !== declared;
    if (name === undefined || (!isOptional && !value.has(name))) return undefined;
    const given = value.get(name) ?? null;
    const member = given === null && otherwise !== undefined ? literal(otherwise) : given;
    const converted = member === undefined ? undefined : asType(member, type);
    if (converted === undefined) return undefined;
    members.set(name, converted);
  }
  return members;
}

/** A default of an optional attribute, where it is a plain literal. */
function literal(node: Node): Value | undefined {
  if (node.kind === "literal") return node.value;
  if (node.kind === "template" && node.parts.every((part) => typeof part === "string"))
    return node.parts.join("");
  if (node.kind === "tuple") return every(node.items.map(literal));
  return node.kind === "object" && node.items.length === 0 ? new Map<string, Value>() : undefined;
}

function nameOf(key: Node): string | undefined {
  if (key.kind === "name") return key.name;
  const name = literal(key);
  return typeof name === "string" ? name : undefined;
}

function all(values: readonly Value[], type: Node): readonly Value[] | undefined {
  return every(values.map((value) => asType(value, type)));
}

function every(values: readonly (Value | undefined)[]): readonly Value[] | undefined {
  const told = values.filter((value) => value !== undefined);
  return told.length === values.length ? told : undefined;
}

function everyMember(value: ReadonlyMap<string, Value>, type: Node): Value | undefined {
  const members = [...value].map(([name, member]) => [name, asType(member, type)] as const);
  const told = members.filter((member): member is readonly [string, Value] => member[1] !== undefined);
  return told.length === members.length ? new Map(told) : undefined;
}

/** A set holds nothing twice; of what is not text it is not told here. */
function distinct(values: readonly Value[] | undefined): readonly Value[] | undefined {
  if (values === undefined) return values;
  return values.length < 2 || values.every((value) => typeof value === "string") ? setOf(values) : undefined;
}
