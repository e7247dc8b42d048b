import type { Model } from "../../model/model";
import { Likeness } from "./alike";
import { type Component, componentsOf } from "./components";

/** Components that are the same but for what their subjects are called: whether there is a finding is too. */
export interface Shape {
  readonly components: Component[];
}

/** More shapes than that are no fleet: looking for the right one then costs more than judging each. */
const MOST_SHAPES = 16;

/** Fewer components than that are judged sooner than compared. */
const FEWEST = 50;

/** Sorts a model's components by shape; undefined where that saves nothing, as with fewer than `fewest` components. */
export function shapesOf(model: Model, fewest = FEWEST): Shape[] | undefined {
  const components = componentsOf(model);
  if (components === undefined || components.length < fewest) return undefined;
  const likeness = new Likeness(model, components);
  const shapes: Shape[] = [];
  for (const component of components) {
    const shape = shapes.find(({ components: [first] }) => first && likeness.areAlike(first, component));
    if (shape !== undefined) shape.components.push(component);
    else if (shapes.push({ components: [component] }) > MOST_SHAPES) return undefined;
  }
  return shapes.length * 2 > components.length ? undefined : shapes;
}
