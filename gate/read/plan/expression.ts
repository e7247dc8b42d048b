import { isObject } from "../blocks";
import { stepsOf } from "../address";

/** One expression of a plan's configuration, as Terraform prints it. */
export interface PlanExpression {
  /**
   * The value where it is a constant; with references beside it, the raw text of Terraform's JSON syntax, which is a
   * template (jsonconfig evaluates a string of JSON without context: internal/command/jsonconfig/expression.go).
   */
  readonly constant?: unknown;
  /** The constant is a template whatever it refers to. */
  readonly isTemplate?: boolean;
  /** What it refers to, in steps, the most exact alone: Terraform also lists what each stands in. */
  readonly references: readonly (readonly string[])[];
}

/** What the source of a plan says in place of an expression: a value in Terraform's JSON syntax. */
export class SourceText {
  constructor(
    readonly raw: unknown,
    /** Of the plan's own expression, or as the text names them. */
    readonly references: readonly (readonly string[])[],
  ) {}
}

const MEMBERS = new Set(["constant_value", "references"]);

/** An expression; undefined for a block, or a list of blocks. */
export function readExpression(raw: unknown): PlanExpression | undefined {
  if (raw instanceof SourceText) return { constant: raw.raw, references: raw.references, isTemplate: true };
  if (!isObject(raw)) return undefined;
  for (const name in raw) if (!MEMBERS.has(name)) return undefined;
  const { references } = raw;
  const given = Array.isArray(references) ? mostExact(references) : [];
  return Object.hasOwn(raw, "constant_value")
    ? { constant: raw.constant_value, references: given }
    : { references: given };
}

/** Every expression in the arguments of a block, at any depth. */
export function* expressionsIn(raw: unknown): Generator<PlanExpression> {
  if (Array.isArray(raw)) for (const each of raw) yield* expressionsIn(each);
  else if (isObject(raw)) {
    const expression = readExpression(raw);
    if (expression !== undefined) yield expression;
    else for (const each of Object.values(raw)) yield* expressionsIn(each);
  }
}

/** `["aws_x.y.arn", "aws_x.y"]` is one reference: the second is a part of the first. */
function mostExact(references: readonly unknown[]): (readonly string[])[] {
  const [first, second] = references;
  // Terraform lists a reference as often as it stands there.
  if (
    typeof first === "string" &&
    typeof second === "string" &&
    first.startsWith(`${second}.`) &&
    references.every((each, at) => each === (at % 2 === 0 ? first : second))
  )
    return [stepsOf(first) ?? [first]];
  const texts = [...new Set(references.filter((each) => typeof each === "string"))];
  const parts = new Set<string>();
  const all = texts.map((text) => ({ text, steps: stepsOf(text) ?? [text] }));
  for (const { steps } of all) for (const part of containers(steps)) parts.add(part);
  return all.filter(({ steps }) => !parts.has(keyOf(steps))).map(({ steps }) => steps);
}

/** What a reference stands in, with and without its keys. */
function* containers(steps: readonly string[]): Generator<string> {
  for (let end = steps.length - 1; end > 0; end--) yield keyOf(steps.slice(0, end));
  const unkeyed = steps.filter((step) => !step.startsWith("["));
  if (unkeyed.length < steps.length)
    for (let end = unkeyed.length; end > 0; end--) yield keyOf(unkeyed.slice(0, end));
}

function keyOf(steps: readonly string[]): string {
  return steps.join("\n");
}
