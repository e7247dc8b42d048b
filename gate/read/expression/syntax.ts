/**
 * Terraform's expressions, as far as they are evaluated.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
export type Node = { readonly source: string } & (
  | { readonly kind: "literal"; readonly value: null | boolean | number }
  | { readonly kind: "template"; readonly parts: readonly (string | Node)[] }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "attribute"; readonly of: Node; readonly name: string }
  | { readonly kind: "index"; readonly of: Node; readonly key: Node }
  /** `isSpread`: the last argument holds the rest of them (`concat(lists...)`). */
  | {
      readonly kind: "call";
      readonly name: string;
      readonly args: readonly Node[];
      readonly isSpread: boolean;
    }
  /** `x[*].y`, `x.*.y`: the steps are taken from each item. */
  | { readonly kind: "splat"; readonly of: Node; readonly steps: readonly Step[] }
  | ({ readonly kind: "for" } & ForExpression)
  | {
      readonly kind: "conditional";
      readonly condition: Node;
      readonly yes: Node;
      readonly no: Node;
    }
  | { readonly kind: "unary"; readonly operator: string; readonly of: Node }
  | { readonly kind: "binary"; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly kind: "tuple"; readonly items: readonly Node[] }
  | { readonly kind: "object"; readonly items: readonly (readonly [Node, Node])[] }
);

/** `.name`, or `[key]`. */
export type Step = { readonly name: string } | { readonly key: Node };

/** `[for v in of : result if condition]`, `{for k, v in of : key => result}`. */
export interface ForExpression {
  /** The one name stands for the value, the first of two for the key. */
  readonly names: readonly string[];
  readonly of: Node;
  /** Of an object. */
  readonly key?: Node;
  readonly result: Node;
  readonly condition?: Node;
  /** `...`: the results of one key are a list. */
  readonly isGrouped: boolean;
}

/** Is it a name, with the steps behind it? */
export function isReference(node: Node): boolean {
  if (node.kind === "attribute" || node.kind === "index") return isReference(node.of);
  return node.kind === "name";
}

/** Thrown by the parser: no expression, or one of a kind that is not read. */
export class Unparsed extends Error {}
