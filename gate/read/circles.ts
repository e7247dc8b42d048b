/**
 * The circles in a graph, each as the nodes on its way, the least by name first; of circles that share a node, one.
 * Linear in nodes and edges, however deep.
 */
export function circlesIn(
  nodes: Iterable<string>,
  next: (node: string) => Iterable<string>,
): readonly (readonly string[])[] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const told = new Set<string>();
  for (const start of nodes) {
    /** The way to where the search is, with what is left to look at behind each node. */
    const way: { readonly node: string; readonly left: Iterator<string> }[] = [];
    const places = new Map<string, number>();
    const enter = (node: string): void => {
      places.set(node, way.length);
      way.push({ node, left: next(node)[Symbol.iterator]() });
    };
    if (!done.has(start)) enter(start);
    for (let here = way.at(-1); here !== undefined; here = way.at(-1)) {
      const step = here.left.next();
      if (step.done === true) {
        way.pop();
        places.delete(here.node);
        done.add(here.node);
        continue;
      }
      const place = places.get(step.value);
      if (place === undefined) {
        if (!done.has(step.value)) enter(step.value);
      } else if (!told.has(step.value)) {
        const circle = way.slice(place).map(({ node }) => node);
        for (const node of circle) told.add(node);
        circles.push(fromLeast(circle));
      }
    }
  }
  return circles;
}

function fromLeast(circle: readonly string[]): string[] {
  const first = circle.indexOf(circle.reduce((least, each) => (each < least ? each : least)));
  return [...circle.slice(first), ...circle.slice(0, first)];
}
