import { isReference, type Node, type Step } from "./syntax";
import { holesIn, isRefused, REFUSED, type Result, type Value } from "./value";

type Evaluate = (node: Node) => Value;

/**
 * `try` and `can`: what comes first that Terraform does not refuse. Where something may be refused or not, nothing is
 * told.
 * https://developer.hashicorp.com/terraform/language/functions/try
 */
export function attempt(name: "try" | "can", args: readonly Node[], evaluate: Evaluate): Result {
  for (const each of args) {
    const value = evaluate(each);
    if (isRefused(value)) continue;
    if (!isSure(value) || hangsOnOpen(each, evaluate)) return undefined;
    return name === "try" ? value : true;
  }
  return name === "try" ? REFUSED : args.length > 0 ? false : undefined;
}

function isSure(value: Value): boolean {
  for (const { certainty } of holesIn(value))
    if (certainty === "open" || certainty === "refused") return false;
  return true;
}

/** Does a part that may be refused stand in what the value was made from, though not in the value? */
function hangsOnOpen(node: Node, evaluate: Evaluate): boolean {
  return partsOf(node).some((part) => {
    for (const { certainty } of holesIn(evaluate(part))) if (certainty === "open") return true;
    return hangsOnOpen(part, evaluate);
  });
}

/** The expressions that an expression is made of: a reference is one, and so is what is tried inside of it. */
function partsOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case "literal":
    case "name":
      return [];
    case "template":
      return node.parts.filter((part) => typeof part === "object");
    case "call":
      return node.name === "try" || node.name === "can" ? [] : node.args;
    case "conditional":
      return [node.condition, node.yes, node.no];
    case "unary":
      return [node.of];
    case "binary":
      return [node.left, node.right];
    case "tuple":
      return node.items;
    case "object":
      return node.items.flat();
    case "for":
      return [node.of];
    case "attribute":
      return behind(node.of, []);
    case "index":
      return behind(node.of, [{ key: node.key }]);
    case "splat":
      return behind(node.of, node.steps);
  }
}

function behind(of: Node, steps: readonly Step[]): readonly Node[] {
  const keys = steps.flatMap((step) => ("key" in step ? [step.key] : []));
  return isReference(of) ? keys : [of, ...keys];
}
