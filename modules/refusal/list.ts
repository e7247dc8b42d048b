import { shown, type Problems } from "./problems";

/** A list with at least one member, where one is given; each member is looked at. */
export function checkList(
  prop: string,
  value: unknown,
  hint: string,
  problems: Problems,
  checkOne: (prop: string, member: unknown) => void,
): void {
  if (value === undefined) return;
  if (!Array.isArray(value) || value.length === 0) {
    problems.add(prop, `is ${Array.isArray(value) ? "empty" : shown(value)}; give ${hint}`);
    return;
  }
  value.forEach((member: unknown, at) => {
    checkOne(`${prop}[${at}]`, member);
  });
}
