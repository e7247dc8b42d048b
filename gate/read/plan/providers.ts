import { isObject } from "../blocks";
import { literalText } from "../literal";
import { type Attributes, UNKNOWN } from "../resource";
import { objectOf } from "./configuration";
import { readExpression } from "./expression";
import type { Scope } from "./scope";
import { plainly } from "./standpoint";

/** What the data sources of a provider told of whose account and region it works in. */
export interface Caller {
  readonly account?: string;
  readonly region?: string;
}

/**
 * The provider configurations of a plan by the key that its resources use (`aws`, `aws.ALIAS`, `module.m:aws`), in
 * Terraform's JSON syntax. What the caller's data sources told stands in for what is not written.
 */
export function readProviders(
  configured: unknown,
  root: Scope,
  callers: ReadonlyMap<string, Caller>,
): Map<string, Attributes> {
  const providers = new Map<string, Attributes>();
  for (const [key, configuration] of Object.entries(objectOf(configured)))
    providers.set(key, readProvider(key, objectOf(configuration), root));
  for (const [key, { account, region }] of callers) {
    const written = providers.get(key) ?? {};
    const isRegionKnown = typeof written.region === "string" && !written.region.includes("${");
    providers.set(key, {
      ...written,
      ...(account !== undefined && !namesAccount(written) && { allowed_account_ids: [account] }),
      ...(region !== undefined && !isRegionKnown && { region }),
    });
  }
  return providers;
}

function namesAccount({ allowed_account_ids: allowed }: Attributes): boolean {
  return Array.isArray(allowed) && allowed.length === 1 && typeof allowed[0] === "string";
}

function readProvider(
  key: string,
  { alias, module_address: module, expressions }: Attributes,
  root: Scope,
): Attributes {
  const scope = typeof module === "string" ? root.at(module) : root;
  const attributes = blockOf(key, expressions, scope);
  return typeof alias === "string" ? { ...attributes, alias } : attributes;
}

function blockOf(key: string, block: unknown, scope: Scope | undefined): Attributes {
  return Object.fromEntries(
    Object.entries(objectOf(block)).map(([name, each]) => [
      name,
      argumentOf(`${key} ${name}`, name, each, scope),
    ]),
  );
}

function argumentOf(key: string, name: string, raw: unknown, scope: Scope | undefined): unknown {
  const expression = readExpression(raw);
  if (expression === undefined)
    return Array.isArray(raw) ? raw.map((each) => blockOf(key, each, scope)) : blockOf(key, raw, scope);
  const { constant, references } = expression;
  if (references.length === 0 && constant !== undefined) return constant;
  const at = scope && plainly(scope);
  const { value, exact } =
    at === undefined ? { value: UNKNOWN, exact: true } : at.scope.meaning(expression, at);
  if (value !== UNKNOWN && (exact || isWhole(name, value))) return value;
  const only = references.length === 1 ? references[0] : undefined;
  const whole =
    at && only?.[0] === "var"
      ? at.scope.meaning({ constant: `\${${only.join(".")}}`, references: [only] }, at)
      : undefined;
  if (whole?.exact === true && isWhole(name, whole.value)) return whole.value;
  // Two configurations that hang on what is not known are not known to be the same.
  return `\${/* ${literalText(key)} */ ${references.map((steps) => steps.join(".")).join(" ")}}`;
}

/** Is the value that a variable has all of the argument? Text may stand around a reference in a plan made from `.tf`. */
function isWhole(name: string, value: unknown): boolean {
  if (value === UNKNOWN) return false;
  if (typeof value === "string" && value.includes("${")) return false;
  if (name === "region") return typeof value === "string" && /^[a-z]{2}(?:-[a-z]+)+-\d+$/.test(value);
  if (name === "role_arn") return typeof value === "string" && /^arn:[^:]*:iam::\d{12}:role\/./.test(value);
  return !isObject(value);
}
