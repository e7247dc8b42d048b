import { basename } from "node:path/posix";

import { bodies, isObject, members } from "../blocks";
import type { Fault } from "../document";
import { evaluateSyntax, type Names } from "../expression/evaluator";
import type { Variable } from "../expression/module-names";
import { escaped } from "../expression/value";
import { convert } from "./type-constraint";

/** A document of a module, or one of variable values. */
interface Part {
  readonly path: string;
  readonly value: unknown;
}

/** In a default and in a .tfvars file every value is a literal. */
const NO_NAMES: Names = { value: () => undefined };

/**
 * The variables of a module: what its `.tfvars` files give, in the order of `files`, the later the stronger, and else
 * the default. Environment and command line of a later `terraform plan` are not known here.
 * https://developer.hashicorp.com/terraform/language/values/variables#variable-definition-precedence
 */
export function readVariables(
  parts: readonly Part[],
  files: readonly Part[],
): { variables: ReadonlyMap<string, Variable>; faults: readonly Fault[] } {
  const given = new Map<string, { raw: unknown; path: string }>();
  for (const { path, value } of files)
    for (const [name, raw] of members(value) ?? [])
      given.set(name, { raw: path.endsWith(".json") ? literal(raw) : raw, path });
  const variables = new Map<string, Variable>();
  const faults: Fault[] = [];
  for (const { path, value } of parts)
    for (const [block, declared] of members(value) ?? []) {
      if (block !== "variable") continue;
      for (const [name, body] of declarations(declared)) {
        if (variables.has(name)) faults.push(twice(path, name));
        variables.set(name, variableOf(body, path, given.get(name)));
      }
    }
  return { variables, faults };
}

function declarations(declared: unknown): (readonly [string, Readonly<Record<string, unknown>>])[] {
  return (members(declared) ?? []).flatMap(([name, blocks]) =>
    (bodies(blocks) ?? []).map((body) => [name, body] as const),
  );
}

function variableOf(
  body: Readonly<Record<string, unknown>>,
  path: string,
  given: { raw: unknown; path: string } | undefined,
): Variable {
  const isGiven = given !== undefined && !(given.raw === null && body.nullable === false);
  const raw = isGiven ? given.raw : body.default;
  const value = raw === undefined ? undefined : evaluateSyntax(raw, NO_NAMES);
  return {
    value: value === undefined ? undefined : convert(value, body.type),
    origin: isGiven ? `from ${basename(given.path)}` : `its default in ${basename(path)}`,
    sensitive: body.sensitive === true || body.ephemeral === true,
  };
}

/** A string of a `.tfvars.json` is no template. */
function literal(raw: unknown): unknown {
  if (typeof raw === "string") return escaped(raw);
  if (Array.isArray(raw)) return raw.map(literal);
  if (!isObject(raw)) return raw;
  return Object.fromEntries(Object.entries(raw).map(([name, member]) => [escaped(name), literal(member)]));
}

function twice(path: string, name: string): Fault {
  return {
    path,
    message: `variable "${name}" stands twice in the same module, which Terraform refuses`,
    fix: "take one of the two out",
  };
}
