import { joinSteps } from "../address";
import { isObject } from "../blocks";
import { holdsMarker, literalValue } from "../literal";
import { type Attributes, UNKNOWN } from "../resource";
import { parseTemplate } from "../template";
import { type PlanExpression, readExpression } from "./expression";
import type { Meaning, Standpoint } from "./standpoint";

/** What a plan says of one value: the value, which parts are unknown, and the expression behind it. */
export interface PlannedValue {
  readonly value: unknown;
  /** `after_unknown`: true, or the same shape with true where something is unknown. */
  readonly unknown: unknown;
  /** Of the configuration; undefined where it sets nothing. */
  readonly expression: unknown;
}

/** A planned value in Terraform's JSON syntax: what is unknown comes from the expression, or is `UNKNOWN`. */
export function plannedValue({ value, unknown, expression }: PlannedValue, at: Standpoint): unknown {
  if (unknown === true) {
    const meaning = wholeMeaning(expression, at);
    return meaning.exact ? meaning.value : UNKNOWN;
  }
  if (!holdsUnknown(unknown)) return literalValue(value);
  const leaf = readExpression(expression);
  if (Array.isArray(unknown)) {
    const values: readonly unknown[] = Array.isArray(value) ? value : [];
    return leaf === undefined
      ? plannedBlocks(values, unknown, expression, at)
      : plannedItems(values, unknown, leaf, at);
  }
  return plannedMembers(isObject(value) ? value : {}, unknown as Attributes, leaf, expression, at);
}

/** Is something in it true? */
export function holdsUnknown(unknown: unknown): boolean {
  if (unknown === true) return true;
  if (Array.isArray(unknown)) return unknown.some(holdsUnknown);
  return isObject(unknown) && Object.values(unknown).some(holdsUnknown);
}

/** What the expression behind a value that is unknown as a whole says. */
export function wholeMeaning(expression: unknown, at: Standpoint): Meaning {
  const leaf = readExpression(expression);
  if (leaf !== undefined) return at.scope.meaning(leaf, at);
  if (Array.isArray(expression))
    return { value: expression.map((each) => blockMeaning(each, at)), exact: true };
  return { value: isObject(expression) ? blockMeaning(expression, at) : UNKNOWN, exact: true };
}

function blockMeaning(block: unknown, at: Standpoint): unknown {
  if (!isObject(block)) return UNKNOWN;
  return Object.fromEntries(
    Object.entries(block).map(([name, each]) => {
      const { value, exact } = wholeMeaning(each, at);
      return [name, exact ? value : UNKNOWN];
    }),
  );
}

/** A list of values, or a set, whose order is not that of the configuration. */
function plannedItems(
  values: readonly unknown[],
  unknown: readonly unknown[],
  leaf: PlanExpression,
  at: Standpoint,
): unknown[] {
  const { value } = at.scope.meaning(leaf, at);
  const written: readonly unknown[] = Array.isArray(value) ? value.filter((each) => isUnresolved(each)) : [];
  const open = unknown.filter((each) => each === true).length;
  let next = 0;
  return unknown.map((each, position) => {
    if (each === true) return written.length === open ? written[next++] : namedOnly(leaf);
    return plannedValue({ value: values[position], unknown: each, expression: undefined }, at);
  });
}

/** An unknown text of which it is known what it refers to: people are shown that much. */
function namedOnly({ references }: PlanExpression): unknown {
  const [only, ...others] = references;
  return only === undefined || others.length > 0 ? UNKNOWN : `\${… ${joinSteps(only)} …}`;
}

/** Does a template hold a reference? */
function isUnresolved(raw: unknown): boolean {
  if (typeof raw !== "string") return raw === UNKNOWN;
  return holdsMarker(raw) && parseTemplate(raw).some((part) => typeof part === "object");
}

function plannedBlocks(
  values: readonly unknown[],
  unknown: readonly unknown[],
  expression: unknown,
  at: Standpoint,
): unknown[] {
  const written: readonly unknown[] = Array.isArray(expression) ? expression : [expression];
  return unknown.map((each, position) => {
    const value = values[position];
    return plannedValue({ value, unknown: each, expression: blockBehind(value, each, written, at) }, at);
  });
}

/** The block of the configuration behind one of the plan, whose order may be another: the only one that fits. */
function blockBehind(value: unknown, unknown: unknown, written: readonly unknown[], at: Standpoint): unknown {
  if (written.length === 1) return written[0];
  const fitting = written.filter(
    (block) => isObject(block) && fits(objectOf(value), objectOf(unknown), block, at),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

function fits(value: Attributes, unknown: Attributes, block: Attributes, at: Standpoint): boolean {
  return Object.entries(block).every(([name, each]) => {
    if (holdsUnknown(unknown[name])) return true;
    const leaf = readExpression(each);
    const meaning = leaf && at.scope.meaning(leaf, at);
    if (meaning === undefined || meaning.value === UNKNOWN || isUnresolved(meaning.value)) return true;
    return isSame(meaning.value, literalValue(value[name]));
  });
}

/** Sets are printed in another order than they were written in. */
function isSame(written: unknown, planned: unknown): boolean {
  return canonical(written) === canonical(planned);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify(value.map(canonical).sort());
  return typeof value === "number" || typeof value === "boolean" ? String(value) : JSON.stringify([value]);
}

function plannedMembers(
  value: Attributes,
  unknown: Attributes,
  leaf: PlanExpression | undefined,
  expression: unknown,
  at: Standpoint,
): Attributes {
  const whole = leaf && at.scope.meaning(leaf, at);
  const members = new Map<string, unknown>();
  for (const name of new Set([...Object.keys(value), ...Object.keys(unknown)])) {
    const open = Object.hasOwn(unknown, name) ? unknown[name] : undefined;
    const written = leaf === undefined ? memberOf(expression, name) : undefined;
    const raw = whole?.exact === true ? memberOf(whole.value, name) : undefined;
    if (open === true && raw !== undefined) members.set(name, raw);
    else if (open !== true || leaf !== undefined || written !== undefined)
      members.set(
        name,
        plannedValue({ value: memberOf(value, name), unknown: open, expression: written }, at),
      );
  }
  return Object.fromEntries(members);
}

function memberOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function objectOf(value: unknown): Attributes {
  return isObject(value) ? value : {};
}
