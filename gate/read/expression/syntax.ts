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
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Node[] }
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
  /** `for`, a splat, a call with `...`: read past, and never evaluated. */
  | { readonly kind: "unread" }
);

/** Thrown by the parser: no expression, or one of a kind that is not read. */
export class Unparsed extends Error {}
