/** In the order in which AWS documents them: a person looks for Effect before Resource. */
const ELEMENTS = [
  "Version",
  "Id",
  "Statement",
  "Sid",
  "Effect",
  "Principal",
  "Action",
  "Resource",
  "Condition",
];

/** A policy document as lines of JSON, its elements in the usual order. */
export function policyText(document: unknown): string[] {
  return JSON.stringify(inOrder(document), null, 2).split("\n");
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, inOrder(member)] as const);
  return Object.fromEntries(members.sort(([one], [other]) => rank(one) - rank(other)));
}

function rank(element: string): number {
  const at = ELEMENTS.indexOf(element);
  return at < 0 ? ELEMENTS.length : at;
}
