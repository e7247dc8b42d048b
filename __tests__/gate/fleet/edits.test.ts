import fc from "fast-check";

import { WORLDS } from "../judge/worlds";
import { bothReports, representedIn, stackOf, type Terraform } from "./stamped";

const NAMES = ["alpha", "beta", "gamma", "delta"];
const world = (name: string): Terraform => WORLDS["to CloudWatch Logs"]?.(name) ?? {};

type Path = readonly string[];

/** Each place of a configuration that holds no further places. */
function placesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, member]) => placesOf(member, [...path, key]));
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((each, key) => (each as Record<string, unknown>)[key], value);
}

/** The configuration with another value there; without the place for `undefined`. */
function edited(configuration: Terraform, path: Path, value: unknown): Terraform {
  const copy = structuredClone(configuration);
  const holder = valueAt(copy, path.slice(0, -1)) as Record<string, unknown>;
  if (value === undefined) Reflect.deleteProperty(holder, path.at(-1) ?? "");
  else holder[path.at(-1) ?? ""] = value;
  return copy;
}

/** Ways to say something else than all others of the fleet do. */
const EDITS: readonly ((text: string) => unknown)[] = [
  () => undefined,
  () => null,
  () => "",
  (text) => `${text}x`,
  (text) => `${text}*`,
  (text) => text.replace("delta", "beta"),
  (text) => text.replaceAll("delta", "beta"),
  (text) => text.replaceAll("delta", "omega"),
  (text) => text.replace("delta", "del*"),
  (text) => text.replace("delta", "delta-b"),
  (text) => text.replace(/[a-z]+/, "*"),
  (text) => text.replace("PutLogEvents", "PutLogEvent"),
  (text) => text.replace("log-group", "log-grouq"),
  (text) => text.replaceAll("123456789012", "210987654321"),
  (text) => text.replaceAll("eu-west-1", "us-east-1"),
  (text) => text.replace("Allow", "Deny"),
  (text) => text.replace("vpc-flow-logs", "ec2"),
  (text) => text.replace("StringEquals", "StringNotEquals"),
  (text) => text.replace(/"Condition":\{.*\}\}/, '"Condition":{}'),
];

const last = world("delta");
const places = placesOf(last);

test("a fleet with one place edited is reported as if each flow log had been modelled", () => {
  const wrong: string[] = [];
  let alike = 0;
  for (const path of places)
    for (const edit of EDITS) {
      const value = edit(String(valueAt(last, path)));
      const stack = stackOf([...NAMES.slice(0, 3).map(world), edited(last, path, value)]);
      if (representedIn(stack) === 3) alike++;
      const { fleets, oneByOne } = bothReports(stack);
      if (JSON.stringify(fleets) !== JSON.stringify(oneByOne))
        wrong.push(`${path.join(".")} = ${String(value)}`);
    }
  expect(wrong).toEqual([]);
  // Some edits do nothing, and some leave the name another name.
  expect(alike).toBeGreaterThan(20);
});

/** Names that mean something elsewhere, start like others or differ in case. */
const name = fc.constantFrom(
  ...["alpha", "beta", "alp", "alpha-1", "Alpha", "n1", "n10", "x", "log-group", "logs", "PutLogEvents"],
  ...["ALL", "REJECT", "matrix", "role", "aws", "log", "flow-logs", "eu-west-1", "a123456789012"],
);
const edit = fc.record({
  member: fc.nat(9),
  place: fc.nat(places.length - 1),
  edit: fc.nat(EDITS.length - 1),
  everywhere: fc.boolean(),
});

test("and so is any fleet, under any names, with places edited in one or in all", () => {
  let represented = 0;
  fc.assert(
    fc.property(
      fc.uniqueArray(name, { minLength: 3, maxLength: 6 }),
      fc.array(edit, { maxLength: 2 }),
      (names, edits) => {
        let members = names.map(world);
        for (const { member, place, edit: way, everywhere } of edits)
          members = members.map((each, at) => {
            if (!everywhere && at !== member % names.length) return each;
            const path = placesOf(each)[place] ?? [];
            const text =
              path.length === 0 ? "" : String(valueAt(each, path)).replaceAll(names[at] ?? "", "delta");
            const value = EDITS[way]?.(text);
            const renamed = typeof value === "string" ? value.replaceAll("delta", names[at] ?? "") : value;
            return path.length === 0 ? each : edited(each, path, renamed);
          });
        const stack = stackOf(members);
        represented += representedIn(stack);
        const { fleets, oneByOne } = bothReports(stack);
        expect(fleets).toEqual(oneByOne);
      },
    ),
    { numRuns: 400, seed: 20261121 },
  );
  expect(represented).toBeGreaterThan(100);
});
