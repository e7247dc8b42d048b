import type { Attributes } from "../../read/resource";
import type { PolicyContext, ResourceRequest } from "../policy/policy-context";
import type { Resolver } from "./resolver";
import type { Expression } from "../text/template";
import type { Own, Text } from "../text/text";
import { type Place, trace } from "./trace";

/** What the texts of one policy are read against. */
export class Reading implements PolicyContext {
  readonly own: Own;
  readonly roleArn?: Text;
  readonly request?: ResourceRequest;
  readonly owns?: readonly Own[];
  readonly #resolver: Resolver;
  readonly #place: Place;

  constructor(
    resolver: Resolver,
    place: Place,
    own: Own,
    roleArn?: Text,
    request?: ResourceRequest,
    owns?: readonly Own[],
  ) {
    this.#resolver = resolver;
    this.#place = place;
    this.own = own;
    if (roleArn !== undefined) this.roleArn = roleArn;
    if (request !== undefined) this.request = request;
    if (owns !== undefined) this.owns = owns;
  }

  resolve(expression: Expression): Text {
    return this.#resolver.expression(expression, this.#place);
  }

  follow(expression: Expression): { raw: unknown; context: Reading } | undefined {
    const origin = trace(this.#resolver.index, expression, this.#place);
    return origin?.raw === undefined ? undefined : { raw: origin.raw, context: this.#at(origin.place) };
  }

  dataDocument(expression: Expression): { attributes: Attributes; context: Reading } | undefined {
    const origin = trace(this.#resolver.index, expression, this.#place);
    const { resource, attribute } = origin ?? {};
    if (origin === undefined || resource?.mode !== "data" || resource.type !== "aws_iam_policy_document")
      return undefined;
    if (attribute !== "json" && attribute !== "minified_json") return undefined;
    return { attributes: resource.attributes, context: this.#at(origin.place) };
  }

  #at(place: Place): Reading {
    return new Reading(this.#resolver, place, this.own, this.roleArn, this.request, this.owns);
  }
}
