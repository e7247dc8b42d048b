import type { FailOn, Severity } from "./settings";

/** What a setting may be: a check of its value, or the settings that it groups. */
export type Shape = Setting | Group;

export interface Setting {
  readonly fits: (value: unknown) => boolean;
  /** Completes "where ... is expected". */
  readonly expected: string;
  /** The words it may be, where it is one of some. */
  readonly words?: readonly string[];
}

export interface Group {
  readonly settings: ReadonlyMap<string, Shape>;
}

function oneOf(...words: readonly string[]): Setting {
  const expected = words
    .map((word) => JSON.stringify(word))
    .join(", ")
    .replace(/, ([^,]*)$/, " or $1");
  return { fits: (value) => words.includes(value as string), expected, words };
}

function group(settings: Readonly<Record<string, Shape>>): Group {
  return { settings: new Map(Object.entries(settings)) };
}

const FLAG: Setting = { fits: (value) => typeof value === "boolean", expected: "true or false" };
const TEXT: Setting = { fits: (value) => typeof value === "string", expected: "a text" };
const DAYS: Setting = {
  fits: (value) => Number.isInteger(value) && (value as number) >= 1,
  expected: "a whole number of days from 1 on",
};
const TRAFFIC_TYPES = ["ALL", "ACCEPT", "REJECT"];

/** Severities by name. */
export const SEVERITY: Setting = oneOf(...(["off", "warning", "error"] satisfies Severity[]));

/** flowgate.json without `rules`, whose keys the catalogue knows. A test holds it against the schema. */
export const SETTINGS: Group = group({
  $schema: TEXT,
  strict: FLAG,
  failOn: oneOf(...(["error", "warning", "never"] satisfies FailOn[])),
  retention: group({ minimumDays: DAYS, maximumDays: DAYS }),
  capture: group({
    trafficTypes: {
      fits: (value) =>
        Array.isArray(value) &&
        value.length > 0 &&
        value.every((type) => TRAFFIC_TYPES.includes(type as string)),
      expected: 'a list of "ALL", "ACCEPT" and "REJECT"',
    },
  }),
});
